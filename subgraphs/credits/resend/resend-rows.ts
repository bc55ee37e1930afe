import { createHash } from 'node:crypto'
import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { badInput, conflict } from '../../shared/errors.js'
import { inTime } from '../../shared/upload/in-time.js'
import { BatchState } from '../../shared/upload/upload-enums.js'
import { Batch } from '../batch/batch.js'
import { visibleBatches } from '../batch/batch.policy.js'
import type { CreditsContext } from '../context.js'
import { type PreparedChunk, prepareChunk, type Row } from '../record/apply-chunk.js'
import { lockRecording } from '../record/record-lock.js'
import { answerOf, keepAnswers, type RepeatKey } from '../submission/idempotency.js'
import { recordChunk } from '../submission/record-chunk.js'
import { readKey } from '../submission/submit-completions.js'
import { type CellChange, changeCells } from './changed-cells.js'
import { isCorrectable } from './reasons.js'
import { type FailedRow, findFailedByNumber, noteResent } from './rows-to-correct.query.js'

/** The most rows that one call may send again. */
export const maxResentRows = 500

/** A row to send again, with what changes of it. */
export interface RowCorrection {
  rowNumber: number
  cells: readonly CellChange[]
}

type Tools = Pick<CreditsContext, 'em' | 'owners' | 'viewer' | 'now' | 'newId'>

/**
 * Sends rows that were not accepted again, as a batch on the path of every row, under the numbers that they have. The
 * same key with the same corrections again has the first answer and does nothing. Rows that are no longer to be corrected
 * are left alone, so that no row is recorded twice with two corrections; null where that leaves none.
 */
export async function resendRows(
  batchId: string,
  given: readonly RowCorrection[],
  key: string,
  tools: Tools,
): Promise<Batch | null> {
  const { em, viewer, owners } = tools
  const corrections = inOrder(given)
  const first = await em.findOneOrFail(Batch, { $and: [{ batchId }, visibleBatches(viewer)] })
  viewer.must('correct', first)
  const repeat = { providerId: first.providerId, key: readKey(key), fingerprint: fingerprintOf(batchId, corrections) }
  const before = await answerOf(em, repeat)
  if (before) return before.batch
  refuseUnlessOver(first)
  const failed = await findFailedByNumber(em, batchId, numbersOf(corrections))
  refuseUncorrectable(failed)
  const rows = correctedRows(corrections, failed)
  const prepare = () => prepareChunk(rows, owners, first.providerId)
  return inTime(await prepare(), prepare, (chunk) =>
    em.transactional((transaction) => record(transaction, first, { chunk, failed, repeat }, tools)),
  )
}

interface Resending {
  chunk: PreparedChunk
  failed: readonly FailedRow[]
  repeat: RepeatKey
}

/** Locks the batch first, as everybody does who changes rows of a batch, and then the provider’s records. */
async function record(
  em: EntityManager,
  { batchId, providerId, columns }: Batch,
  { chunk, failed, repeat }: Resending,
  tools: Tools,
): Promise<Batch | null> {
  await em.findOneOrFail(Batch, { batchId }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true })
  await lockRecording(em, [providerId])
  const meanwhile = await answerOf(em, repeat)
  if (meanwhile) return meanwhile.batch
  const numbers = await stillFailed(em, batchId, failed)
  if (!numbers.length) return null
  const submissions = chunk.submissions.filter(({ rowNumber }) => numbers.includes(rowNumber))
  const { batch, verdicts } = await recordChunk(em, { ...chunk, submissions }, tools, { corrects: batchId, columns })
  await noteResent(em, batchId, numbers, batch.batchId)
  await keepAnswers(em, [{ repeat, batchId: batch.batchId, verdicts }])
  return batch
}

function inOrder(corrections: readonly RowCorrection[]): RowCorrection[] {
  if (!corrections.length || corrections.length > maxResentRows)
    throw badInput(`Send 1 to ${maxResentRows} rows again at once, not ${corrections.length}.`)
  if (new Set(numbersOf(corrections)).size < corrections.length) throw badInput('Name each row once.')
  return corrections.toSorted((one, other) => one.rowNumber - other.rowNumber)
}

function fingerprintOf(batchId: string, corrections: readonly RowCorrection[]): string {
  const rows = corrections.map(({ rowNumber, cells }) => [rowNumber, cells.map(({ key, text }) => [key, text])])
  return createHash('sha256')
    .update(JSON.stringify(['resend', batchId, rows]))
    .digest('hex')
}

function refuseUnlessOver({ state, dryRun, corrects }: Batch): void {
  if (state !== BatchState.DONE) throw conflict('Wait until every row of this batch has its outcome.')
  if (dryRun) throw conflict('This was a try, of which nothing is recorded. Send the file for good first.')
  if (corrects)
    throw conflict('This batch is itself a correction.', { hint: 'Send its rows again in the batch that it corrects.' })
}

function refuseUncorrectable(failed: readonly FailedRow[]): void {
  const found = failed.find(({ issues }) => !isCorrectable(issues))
  if (!found) return
  throw badInput(`Row ${found.rowNumber} cannot be put right by changing its cells.`, {
    hint: 'Correct it where it comes from, and send it anew.',
  })
}

function correctedRows(corrections: readonly RowCorrection[], failed: readonly FailedRow[]): Row[] {
  const changes = new Map(corrections.map((row) => [row.rowNumber, row.cells]))
  return failed.map(({ rowNumber, cells }) => ({ rowNumber, cells: changeCells(cells, changes.get(rowNumber) ?? []) }))
}

/** Those of the rows that are as they were read: somebody else may have sent some again since. */
async function stillFailed(em: EntityManager, batchId: string, read: readonly FailedRow[]): Promise<number[]> {
  const now = await findFailedByNumber(em, batchId, numbersOf(read))
  const current = new Map(now.map((row) => [row.rowNumber, row.resentIn]))
  return numbersOf(read.filter(({ rowNumber, resentIn }) => current.get(rowNumber) === resentIn))
}

const numbersOf = (rows: readonly { rowNumber: number }[]) => rows.map(({ rowNumber }) => rowNumber)
