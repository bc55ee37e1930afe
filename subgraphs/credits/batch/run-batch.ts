import type { EntityManager } from '@mikro-orm/postgresql'
import { codeOf } from '../../shared/errors.js'
import type { Log } from '../../shared/log.js'
import type { Owners } from '../owners/owners.js'
import { judgeChunk, type PreparedChunk, prepareChunk, type Row } from '../record/apply-chunk.js'
import type { LivePart } from '../record/live-parts.js'
import { writeVerdicts } from '../record/write-verdicts.js'
import type { Spool } from '../upload/spool.js'
import { Batch } from './batch.js'
import { BatchState } from './batch-enums.js'
import { inspectWorkbook, readWorkbook } from './workbook/read-workbook.js'
import { FileRefusal } from './workbook/refusal.js'
import { advance, writeRows } from './write-rows.js'

/** Rows that are looked up, judged and recorded together. */
const chunkSize = 2_000

export interface BatchTools {
  em: EntityManager
  owners: Owners
  spool: Spool
  log: Log
  today: () => string
  newId: () => string
}

/**
 * Takes a stored file to its end: reads it once whole, so that nothing is recorded of a file that must be refused, then
 * applies it chunk by chunk. Started again after a kill it continues behind the last recorded chunk.
 */
export async function runBatch(batchId: string, tools: BatchTools, signal: AbortSignal): Promise<void> {
  const em = tools.em.fork()
  const batch = await em.findOne(Batch, batchId)
  if (!batch) return
  try {
    if (batch.state === BatchState.STORED || batch.state === BatchState.READING) await readOnce(em, batch, tools)
    if (batch.state !== BatchState.APPLYING) return
    await applyAll(em, batch, tools, signal)
  } catch (error) {
    if (codeOf(error) !== 'CONFLICT') throw error
    tools.log.info({ batchId }, 'batch left to another worker or cancelled')
  }
}

async function readOnce(em: EntityManager, batch: Batch, { spool, log }: BatchTools): Promise<void> {
  batch.state = BatchState.READING
  batch.startedAt ??= new Date()
  await em.flush()
  try {
    const summary = await inspectWorkbook(spool.pathOf(batch.batchId))
    batch.totalRows = summary.rowCount
    batch.columns = summary.columns
    batch.fileWarnings = summary.warnings.map(({ message, place }) => `${place}: ${message}`)
    batch.state = BatchState.APPLYING
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error
    batch.state = BatchState.REFUSED
    batch.refusal = { code: error.code, message: error.message, place: error.place ?? null }
    batch.finishedAt = new Date()
    log.info({ batchId: batch.batchId, code: error.code }, 'file refused')
  }
  await changeUnlessCancelled(em, batch)
  if (batch.state === BatchState.REFUSED) await spool.remove(batch.batchId)
}

/** Writes what was read, unless the provider has cancelled meanwhile. */
async function changeUnlessCancelled(em: EntityManager, batch: Batch): Promise<void> {
  await em.transactional(async (transaction) => {
    const [row] = await transaction.execute<{ state: string }[]>(
      'select state from batch where batch_id = ? for update',
      [batch.batchId],
    )
    if (row?.state === BatchState.CANCELLED) batch.state = BatchState.CANCELLED
    await transaction.flush()
  })
}

async function applyAll(em: EntityManager, batch: Batch, tools: BatchTools, signal: AbortSignal): Promise<void> {
  const { spool, owners, log, newId } = tools
  const { batchId, providerId, source, submittedBy } = batch
  if (batch.dryRun) await startOver(em, batch)
  const carried: LivePart[] = []
  let mark = batch.lastRowNumber

  async function record(chunk: PreparedChunk): Promise<void> {
    mark = await em.fork().transactional(async (transaction) => {
      const verdicts = await judgeChunk(transaction, chunk, { providerId, today: tools.today(), newId, carried })
      const moved = await advance(transaction, batchId, mark, verdicts)
      if (batch.dryRun) carried.push(...verdicts.flatMap(({ awarded }) => awarded))
      else await writeVerdicts(transaction, verdicts, { providerId, source, batchId, submittedBy })
      await writeRows(transaction, batchId, verdicts)
      return moved
    })
  }

  let ahead: Promise<PreparedChunk> | undefined
  for await (const rows of chunksAfter(spool.pathOf(batchId), mark)) {
    signal.throwIfAborted()
    const chunk = await ahead
    ahead = prepareChunk(rows, owners)
    ahead.catch(leaveToNextRound)
    if (chunk) await record(chunk)
  }
  const last = await ahead
  if (last) await record(last)

  await em.execute(`update batch set state = 'DONE', finished_at = now() where batch_id = ? and state = 'APPLYING'`, [
    batchId,
  ])
  await spool.remove(batchId)
  log.info({ batchId }, 'batch done')
}

/** A dry run keeps what it would have recorded in memory, so after a kill it begins again. */
async function startOver(em: EntityManager, batch: Batch): Promise<void> {
  await em.execute('delete from batch_row where batch_id = ?', [batch.batchId])
  Object.assign(batch, { lastRowNumber: 0, appliedRows: 0, accepted: 0, warned: 0, rejected: 0, duplicate: 0 })
  await em.flush()
}

async function* chunksAfter(path: string, mark: number): AsyncGenerator<Row[]> {
  let chunk: Row[] = []
  for await (const row of readWorkbook(path)) {
    if (row.rowNumber <= mark) continue
    chunk.push(row)
    if (chunk.length === chunkSize) {
      yield chunk
      chunk = []
    }
  }
  if (chunk.length) yield chunk
}

/** A chunk is prepared while the one before is recorded; when it fails, the round that awaits it throws. */
const leaveToNextRound = () => undefined
