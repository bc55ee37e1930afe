import { mkdtemp, rm } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { MikroORM } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { type FreshDatabase, freshDatabase } from '../../../../test/setup/postgres.js'
import { Viewer } from '../../../reference/viewer.js'
import { createLog } from '../../../shared/log.js'
import { Policies } from '../../../shared/policy.js'
import { migrate } from '../../../shared/postgres/migrate.js'
import { receiveUpload } from '../../../shared/upload/receive-upload.js'
import { Spool } from '../../../shared/upload/spool.js'
import { BatchState } from '../../../shared/upload/upload-enums.js'
import { Batch, batchKind } from '../../batch/batch.js'
import { addBatchPolicies } from '../../batch/batch.policy.js'
import { runBatch } from '../../batch/run-batch.js'
import { sendResult } from '../../batch/send-result.js'
import { CompletionSource } from '../../completion/completion.js'
import type { CreditsContext } from '../../context.js'
import { creditsOrm } from '../../orm.js'
import type { Owners } from '../../owners/owners.js'
import { anActivity, matched, unmatched } from '../../record/testing.js'
import { ColumnMappingResolver } from '../column-mapping.resolver.js'
import type { ColumnMappingInput } from '../mapping-input.js'
import type { UploadPreview } from '../upload-preview.js'

const policies = new Policies<Viewer>()
addBatchPolicies(policies)
const resolver = new ColumnMappingResolver()
const queue = { add: async () => undefined } as unknown as CreditsContext['queue']

/** What somebody says of a file; by column what it is. */
export type Says = Partial<ColumnMappingInput>
const inputOf = (says: Says): ColumnMappingInput => ({ columns: [], everyRow: [], ...says })

/** Everybody is known by the last name alone. */
const learnerOf = (familyName: string) =>
  `00000000-0000-7000-8000-${Buffer.from(familyName).toString('hex').slice(-12).padStart(12, '0')}`

/** A credits database and a spool for files with columns of their own; whoever is not Nobody is known. */
export class ForeignFiles {
  private constructor(
    private readonly database: FreshDatabase,
    readonly orm: MikroORM,
    private readonly folder: string,
  ) {}

  readonly spool = new Spool(this.folder, { fileBytes: 2 ** 24, reserveBytes: 0 })
  readonly ada = new Sender(this, 'Ada Lovelace', '0008273')
  readonly bo = new Sender(this, 'Bo Reyes', '0004121')

  private readonly owners: Owners = {
    activityFacts: async (ids) => new Map(ids.filter((id) => id === '200000001').map((id) => [id, anActivity()])),
    matchLearners: async (claims) =>
      claims.map(({ familyName }) => ({
        license: familyName === 'Nobody' ? unmatched('NOT_FOUND') : matched(learnerOf(familyName)),
        diplomate: null,
      })),
    physician: async () => {
      throw new Error('Nobody asks for a physician here.')
    },
  }

  static async open(): Promise<ForeignFiles> {
    const database = await freshDatabase('credits')
    const orm = await creditsOrm(database.url)
    await migrate(orm)
    return new ForeignFiles(database, orm, await mkdtemp(join(tmpdir(), 'creditgraph-foreign-')))
  }

  async close(): Promise<void> {
    await this.orm.close()
    await this.database.drop()
    await rm(this.folder, { recursive: true })
  }

  /** Works on a stored file to its end. */
  async works(batchId: string): Promise<Batch> {
    const { orm, owners, spool } = this
    const log = createLog('test', 'silent')
    const tools = { em: orm.em, owners, spool, log, today: () => '2026-06-30', newId: v7 }
    await runBatch(batchId, tools, new AbortController().signal)
    return this.orm.em.fork().findOneOrFail(Batch, batchId)
  }

  rows<Row>(sql: string, ...values: unknown[]): Promise<Row[]> {
    return this.orm.em.fork().execute(sql, values) as Promise<Row[]>
  }

  async result({ batchId }: Batch): Promise<Buffer> {
    const em = this.orm.em.fork()
    const stream = Object.assign(new PassThrough(), { setHeader: () => undefined })
    const sending = sendResult(stream as unknown as ServerResponse, em, await em.findOneOrFail(Batch, batchId), {
      which: 'ALL',
    })
    const bytes = await buffer(stream)
    await sending
    return bytes
  }
}

/** Somebody who sends files for a provider. */
class Sender {
  constructor(
    private readonly files: ForeignFiles,
    private readonly displayName: string,
    private readonly providerId: string,
  ) {}

  context(): CreditsContext {
    const claims = { accountId: this.displayName, displayName: this.displayName, providerId: this.providerId }
    const viewer = new Viewer({ ...claims, role: 'PROVIDER_REPORTER' }, policies)
    const { orm, spool } = this.files
    return { viewer, em: orm.em.fork(), spool, queue, newId: v7, now: () => new Date() } as unknown as CreditsContext
  }

  /** Announces a file and sends its bytes. */
  async sends(content: string | Buffer, review = true): Promise<string> {
    const { em } = this.context()
    const batch = em.create(Batch, {
      batchId: v7(),
      providerId: this.providerId,
      source: CompletionSource.FILE,
      fileName: 'lms.csv',
      state: BatchState.RECEIVING,
      review,
      submittedBy: this.displayName,
      createdAt: new Date(),
    })
    await em.flush()
    const arrival = {
      batchId: batch.batchId,
      within: { providerId: this.providerId },
      bytes: Readable.from([Buffer.from(content)]),
      announced: undefined,
    }
    await receiveUpload(arrival, { kind: batchKind, em, spool: this.files.spool, queue })
    return batch.batchId
  }

  looksAt = (batchId: string, says: Says = {}): Promise<UploadPreview> =>
    resolver.uploadPreview(batchId, inputOf(says), this.context())

  /** Starts a file and lets it be worked on to its end. */
  async reports(batchId: string, says: Says = {}): Promise<Batch> {
    await resolver.startUpload(batchId, inputOf(says), this.context())
    return this.files.works(batchId)
  }

  tries = (batchId: string, says: Says = {}): Promise<Batch> =>
    resolver.tryUpload(batchId, inputOf(says), this.context())

  remembers = () => resolver.columnMappings(this.context())
  forgets = (mappingId: string) => resolver.forgetColumnMapping(mappingId, this.context())
  async waitsFor(trial: Batch): Promise<string | undefined> {
    return (await resolver.trialOf(trial, this.context()))?.batchId
  }
}
