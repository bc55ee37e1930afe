import { createReadStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLog } from '../../../shared/log.js'
import { receiveUpload } from '../../../shared/upload/receive-upload.js'
import { BatchState } from '../../../shared/upload/upload-enums.js'
import type { TestSubgraph } from '../../testing/subgraph.js'
import { FileReader } from './reading/file-reader.js'
import { runValidationBatch, type ValidationFileTools } from './run-validation-batch.js'
import { ValidationBatch, validationBatchKind } from './validation-batch.js'

export const adasProvider = '0008273'
export const bosProvider = '0004121'

/** A row of the table of answers, as far as tests look at it. */
export interface KeptRow {
  rowNumber: number
  line: number | null
  isValid: boolean
  license: string | null
  board: string | null
  details: string | null
}

/** Validation files over the database of a subgraph; files are sent, and worked on at once. */
export class TestValidationFiles {
  private constructor(
    private readonly subgraph: TestSubgraph,
    private readonly folder: string,
    readonly tools: ValidationFileTools,
  ) {}

  static async start(subgraph: TestSubgraph): Promise<TestValidationFiles> {
    const folder = await mkdtemp(join(tmpdir(), 'creditgraph-validation-'))
    return new TestValidationFiles(subgraph, folder, {
      em: subgraph.orm.em,
      spool: subgraph.files.spool,
      log: createLog('test', 'silent'),
      matching: subgraph.matching,
      now: () => new Date('2026-06-15T15:00:00Z'),
      reading: new FileReader(),
    })
  }

  stop = () => rm(this.folder, { recursive: true })

  /** Announces a file and sends its bytes. */
  async stores(content: string | Uint8Array, wishes: Partial<ValidationBatch> = {}): Promise<ValidationBatch> {
    const { em } = this.tools
    const batchId = this.subgraph.files.newId()
    const path = join(this.folder, batchId)
    await writeFile(path, content)
    const announcing = em.fork()
    announcing.create(ValidationBatch, {
      batchId,
      providerId: adasProvider,
      fileName: 'learners',
      state: BatchState.RECEIVING,
      forced: false,
      submittedBy: 'ada',
      submittedByName: 'Ada Reyes',
      createdAt: new Date(),
      ...wishes,
    })
    await announcing.flush()
    const { providerId = adasProvider } = wishes
    const arrival = { batchId, within: { providerId }, bytes: createReadStream(path), announced: undefined }
    return receiveUpload(arrival, { kind: validationBatchKind, em, ...this.subgraph.files })
  }

  /** Sends a file and works on it to its end. */
  async takes(content: string | Uint8Array, wishes: Partial<ValidationBatch> = {}): Promise<ValidationBatch> {
    const { batchId } = await this.stores(content, wishes)
    await this.runs(batchId)
    return this.opened(batchId)
  }

  runs = (batchId: string, tools: Partial<ValidationFileTools> = {}, signal = new AbortController().signal) =>
    runValidationBatch(batchId, { ...this.tools, ...tools }, signal)

  opened = (batchId: string) => this.tools.em.fork().findOneOrFail(ValidationBatch, batchId)

  keptRows({ batchId }: Pick<ValidationBatch, 'batchId'>): Promise<KeptRow[]> {
    return this.tools.em.fork().execute<KeptRow[]>(
      `select row_number as "rowNumber", line, is_valid as "isValid", license_decision as license,
         board_decision as board, nullif(concat_ws(' ', array_to_string(license_details, ' '),
         array_to_string(board_details, ' ')), '') as details
       from validation_batch_row where batch_id = ? order by row_number`,
      [batchId],
    )
  }
}
