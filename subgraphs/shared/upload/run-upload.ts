import type { EntityManager } from '@mikro-orm/postgresql'
import { codeOf } from '../errors.js'
import type { Log } from '../log.js'
import { FileRefusal } from '../workbook/refusal.js'
import { inTime } from './in-time.js'
import { addCounts, moveMark, type RowCounts } from './progress.js'
import { readAhead } from './read-ahead.js'
import type { Spool } from './spool.js'
import type { Upload } from './upload.js'
import { BatchState } from './upload-enums.js'
import { every, type UploadKind } from './upload-kind.js'

/** What a reader yields: rows with growing numbers. */
export interface NumberedRow {
  rowNumber: number
}

/** How the rows of one file are read, looked up, judged and recorded. */
export interface UploadSteps<B extends Upload, Row extends NumberedRow, Prepared> {
  /** Reads the file once whole and notes on the batch what is known then. Throws FileRefusal when it must not be taken. */
  inspect(upload: B, path: string): Promise<void>
  read(upload: B, path: string): AsyncIterable<Row>
  /** Looks up what a chunk needs while the chunk before it is recorded. */
  prepare(rows: Row[]): Promise<Prepared>
  /**
   * Judges a chunk and records its rows; the progress mark moves in the same transaction. Throws PreparedTooEarly where
   * what was looked up is no longer so: the chunk is prepared again.
   */
  record(transaction: EntityManager, prepared: Prepared): Promise<RowCounts>
}

export interface UploadRunner<B extends Upload, Row extends NumberedRow, Prepared> {
  kind: UploadKind<B>
  /** Rows that are looked up, judged and recorded together. */
  chunkSize: number
  /** The steps for one run of one file; what is carried from chunk to chunk lives in them. */
  stepsOf(upload: B): UploadSteps<B, Row, Prepared>
}

export interface RunTools {
  em: EntityManager
  spool: Spool
  log: Log
}

/**
 * Takes a stored file to its end: reads it once whole, so that nothing is recorded of a file that must be refused, then
 * applies it chunk by chunk. Started again after a kill it continues behind the last recorded chunk.
 */
export async function runUpload<B extends Upload, Row extends NumberedRow, Prepared>(
  runner: UploadRunner<B, Row, Prepared>,
  batchId: string,
  tools: RunTools,
  signal: AbortSignal,
): Promise<void> {
  const em = tools.em.fork()
  const upload: B | null = await em.findOne(runner.kind.entity, every<B>({ batchId }))
  if (!upload) return
  const run = new Run(runner, upload, em, tools, signal)
  try {
    await run.finish()
  } catch (error) {
    if (codeOf(error) !== 'CONFLICT') throw error
    tools.log.info({ batchId }, 'batch left to another worker or cancelled')
  }
}

class Run<B extends Upload, Row extends NumberedRow, Prepared> {
  private readonly steps: UploadSteps<B, Row, Prepared>

  constructor(
    private readonly runner: UploadRunner<B, Row, Prepared>,
    private readonly upload: B,
    private readonly em: EntityManager,
    private readonly tools: RunTools,
    private readonly signal: AbortSignal,
  ) {
    this.steps = runner.stepsOf(upload)
  }

  async finish(): Promise<void> {
    const { upload } = this
    if (upload.state === BatchState.STORED || upload.state === BatchState.READING) await this.readOnce()
    if (upload.state === BatchState.APPLYING) await this.applyAll()
  }

  private async readOnce(): Promise<void> {
    const { upload, tools } = this
    const { batchId } = upload
    Object.assign(upload, { state: BatchState.READING, startedAt: upload.startedAt ?? new Date() })
    await this.saveUnlessCancelled()
    if (upload.state === BatchState.CANCELLED) return
    try {
      await this.steps.inspect(upload, tools.spool.pathOf(batchId))
      upload.state = BatchState.APPLYING
    } catch (error) {
      if (!(error instanceof FileRefusal)) throw error
      const { code, message, place = null } = error
      Object.assign(upload, {
        state: BatchState.REFUSED,
        refusal: { code, message, place },
        finishedAt: new Date(),
      })
      tools.log.info({ batchId, code }, 'file refused')
    }
    await this.saveUnlessCancelled()
    if (upload.state === BatchState.REFUSED) await tools.spool.remove(batchId)
  }

  /** Writes how far it has come, unless the provider has cancelled meanwhile. */
  private async saveUnlessCancelled(): Promise<void> {
    const { upload, em, runner } = this
    await em.transactional(async (transaction) => {
      const [row] = await transaction.execute<{ state: string }[]>(
        `select state from ${runner.kind.table} where batch_id = ? for update`,
        [upload.batchId],
      )
      if (row?.state === BatchState.CANCELLED) upload.state = BatchState.CANCELLED
      await transaction.flush()
    })
  }

  private async applyAll(): Promise<void> {
    const { upload, em, tools, runner, signal } = this
    const { batchId } = upload
    if (upload.startsOver) await this.startOver()
    let ahead: Promise<Chunk<Row, Prepared>> | undefined
    let mark = upload.lastRowNumber
    for await (const rows of readAhead(this.chunksAfter(mark))) {
      signal.throwIfAborted()
      const chunk = await ahead
      ahead = this.prepare(rows)
      ahead.catch(leaveToNextRound)
      if (chunk) mark = await this.record(chunk, mark)
    }
    const last = await ahead
    if (last) await this.record(last, mark)
    await em.execute(
      `update ${runner.kind.table} set state = 'DONE', finished_at = now() where batch_id = ? and state = 'APPLYING'`,
      [batchId],
    )
    await tools.spool.remove(batchId)
    tools.log.info({ batchId }, 'batch done')
  }

  private async startOver(): Promise<void> {
    const { upload, em, runner } = this
    await em.execute(`delete from ${runner.kind.table}_row where batch_id = ?`, [upload.batchId])
    upload.forgetRows()
    await em.flush()
  }

  private async prepare(rows: Row[]): Promise<Chunk<Row, Prepared>> {
    return {
      rows,
      prepared: await this.steps.prepare(rows),
      rowCount: rows.length,
      lastRowNumber: rows.at(-1)?.rowNumber ?? 0,
    }
  }

  private record(chunk: Chunk<Row, Prepared>, mark: number): Promise<number> {
    return inTime(
      chunk,
      () => this.prepare(chunk.rows),
      (current) => this.recordOnce(current, mark),
    )
  }

  private async recordOnce({ prepared, rowCount, lastRowNumber }: Chunk<Row, Prepared>, mark: number): Promise<number> {
    const { kind } = this.runner
    const { batchId } = this.upload
    await this.em.fork().transactional(async (transaction) => {
      await moveMark(kind, transaction, batchId, mark, lastRowNumber)
      const counts = await this.steps.record(transaction, prepared)
      await addCounts(kind, transaction, batchId, rowCount, counts)
    })
    return lastRowNumber
  }

  private async *chunksAfter(mark: number): AsyncGenerator<Row[]> {
    const { chunkSize } = this.runner
    let chunk: Row[] = []
    for await (const row of this.steps.read(this.upload, this.tools.spool.pathOf(this.upload.batchId))) {
      if (row.rowNumber <= mark) continue
      chunk.push(row)
      if (chunk.length === chunkSize) {
        yield chunk
        chunk = []
      }
    }
    if (chunk.length) yield chunk
  }
}

interface Chunk<Row, Prepared> {
  rows: Row[]
  prepared: Prepared
  rowCount: number
  lastRowNumber: number
}

/** A chunk is prepared while the one before is recorded; when it fails, the round that awaits it throws. */
const leaveToNextRound = () => undefined
