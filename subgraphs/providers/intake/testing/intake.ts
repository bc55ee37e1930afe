import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MikroORM } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { type FreshDatabase, freshDatabase } from '../../../../test/setup/postgres.js'
import { createLog } from '../../../shared/log.js'
import { migrate } from '../../../shared/postgres/migrate.js'
import { receiveUpload } from '../../../shared/upload/receive-upload.js'
import { Spool } from '../../../shared/upload/spool.js'
import { BatchState } from '../../../shared/upload/upload-enums.js'
import { providersOrm } from '../../start.js'
import { ActivityBatch, activityBatchKind } from '../batch/activity-batch.js'
import { type ActivityBatchTools, runActivityBatch } from '../batch/run-activity-batch.js'
import type { RowIssue } from '../row/row-issue.js'

export const adasProvider = '0008273'
export const bosProvider = '0004121'

export interface StoredRow {
  rowNumber: number
  line: number | null
  outcome: string
  effect: string
  codes: string[]
  rules: (string | null)[]
  columns: (string | null)[]
  activityId: string | null
}

type StoredRecord = Omit<StoredRow, 'codes' | 'rules' | 'columns'> & { issues: RowIssue[] }

/** Uploads of activities over a database of their own; files are sent, and worked on at once. */
export class TestIntake {
  private constructor(
    readonly orm: MikroORM,
    private readonly database: FreshDatabase,
    private readonly folder: string,
    readonly tools: ActivityBatchTools,
  ) {}

  static async start(): Promise<TestIntake> {
    const database = await freshDatabase('providers')
    const orm = await providersOrm(database.url)
    await migrate(orm)
    await orm.em.fork().execute(`
      insert into provider_organization (provider_id, name, accreditation_type, recognized_accreditor) values
        ('${adasProvider}', 'Northern Light Institute', 'ACCME', null),
        ('${bosProvider}', 'Cascade Regional Hospital', 'STATE', 'Oregon Medical Association'),
        ('0009001', 'Team Care Institute', 'JOINT', null)`)
    await orm.em
      .fork()
      .execute(`insert into credit_position (position, applied_transaction) values ('0:0', 9223372036854775807)`)
    const folder = await mkdtemp(join(tmpdir(), 'creditgraph-intake-'))
    const tools = {
      em: orm.em,
      spool: new Spool(folder, { fileBytes: 2 ** 28, reserveBytes: 0 }),
      log: createLog('test', 'silent'),
      now: () => new Date('2026-06-15T15:00:00Z'),
    }
    return new TestIntake(orm, database, folder, tools)
  }

  async stop(): Promise<void> {
    await this.orm.close()
    await this.database.drop()
    await rm(this.folder, { recursive: true })
  }

  /** Announces a file and sends its bytes. */
  async stores(path: string, wishes: Partial<ActivityBatch> = {}): Promise<ActivityBatch> {
    const em = this.orm.em.fork()
    const batch = em.create(ActivityBatch, {
      batchId: v7(),
      providerId: adasProvider,
      fileName: 'activities',
      state: BatchState.RECEIVING,
      dryRun: false,
      forced: false,
      review: false,
      mocAttested: true,
      mipsAttested: true,
      submittedBy: 'ada',
      submittedByName: 'Ada Reyes',
      createdAt: new Date(),
      ...wishes,
    })
    await em.flush()
    const { batchId, providerId } = batch
    const arrival = { batchId, within: { providerId }, bytes: createReadStream(path), announced: undefined }
    const queue = { add: async () => undefined }
    return receiveUpload(arrival, { kind: activityBatchKind, em: this.orm.em, spool: this.tools.spool, queue })
  }

  /** Sends a file and works on it to its end. */
  async takes(path: string, wishes: Partial<ActivityBatch> = {}): Promise<ActivityBatch> {
    const { batchId } = await this.stores(path, wishes)
    await this.runs(batchId)
    return this.opened(batchId)
  }

  runs = (batchId: string, tools = this.tools) => runActivityBatch(batchId, tools, new AbortController().signal)
  opened = (batchId: string) => this.orm.em.fork().findOneOrFail(ActivityBatch, batchId)

  async rowsOf({ batchId }: Pick<ActivityBatch, 'batchId'>): Promise<StoredRow[]> {
    const rows = await this.orm.em.fork().execute<StoredRecord[]>(
      `select row_number as "rowNumber", line, outcome, effect, issues, activity_id as "activityId"
       from activity_batch_row where batch_id = ? order by row_number`,
      [batchId],
    )
    return rows.map(({ issues, ...row }) => ({
      ...row,
      codes: issues.map(({ code }) => code),
      rules: issues.map(({ rule }) => rule),
      columns: issues.map(({ column }) => column),
    }))
  }

  async counted(what: string): Promise<number> {
    const [row] = await this.orm.em.fork().execute<{ count: string }[]>(`select count(*) from ${what}`)
    return Number(row?.count)
  }
}
