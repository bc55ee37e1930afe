import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import { inTime } from '../../shared/upload/in-time.js'
import { countOutcomes } from '../../shared/upload/progress.js'
import { RowOutcome } from '../../shared/upload/upload-enums.js'
import type { BatchTools } from '../batch/run-batch.js'
import type { CompletionSource } from '../completion/completion.js'
import { recordVerdicts } from '../derived/record-verdicts.js'
import { judgeChunk, type PreparedChunk, prepareChunk, type Row } from '../record/apply-chunk.js'
import type { RowMatch } from '../record/look-up.js'
import type { Verdict } from '../record/verdict.js'
import { isOnlyIdentity } from './reviewable.js'

const chunkSize = 500

interface DueBatch {
  batchId: string
  providerId: string
  source: CompletionSource
  submittedBy: string
}

type Tools = Pick<BatchTools, 'em' | 'owners' | 'today' | 'newId'>

/**
 * Judges rows again of which people have decided whom they mean, by the path that every row takes; true when there may be more.
 * A row leaves review in the transaction that records it, so that it ends once, whoever is killed meanwhile.
 */
export async function judgeAgain({ em, owners, today, newId }: Tools): Promise<boolean> {
  const [batch] = await executeBound<DueBatch>(em.fork(), dueBatchSql, [])
  if (!batch) return false
  const rows = await executeBound<Row>(em.fork(), dueRowsSql, [batch.batchId, chunkSize])
  try {
    await judgeRows(batch, rows, { em, owners, today, newId })
  } catch (error) {
    await executeBound(em.fork(), postponeSql, [batch.batchId])
    throw error
  }
  return true
}

async function judgeRows(batch: DueBatch, rows: readonly Row[], { em, owners, today, newId }: Tools): Promise<void> {
  const prepare = () => prepareChunk(rows, owners, batch.providerId)
  await inTime(await prepare(), prepare, (chunk) =>
    em.fork().transactional(async (transaction) => {
      const waiting = await stillWaiting(transaction, batch.batchId, rows)
      const submissions = chunk.submissions.filter(({ rowNumber }) => waiting.has(rowNumber))
      const options = { providerId: batch.providerId, today: today(), newId }
      const verdicts = await judgeChunk(transaction, { ...chunk, submissions }, options)
      await settle(transaction, batch, verdicts, chunk)
    }),
  )
}

/** Ends the rows that are answered; the others are told of once more, as the answer was taken back or has not arrived. */
async function settle(
  em: EntityManager,
  { batchId, ...author }: DueBatch,
  verdicts: readonly Verdict[],
  { asked }: PreparedChunk,
): Promise<void> {
  const isOpen = (verdict: Verdict) => isUndecided(verdict, asked.matches.get(verdict.rowNumber))
  const ended = verdicts.filter((verdict) => !isOpen(verdict))
  const open = verdicts.filter(isOpen)
  await recordVerdicts(em, ended, { ...author, batchId })
  await executeBound(em, rowsSql, [batchId, JSON.stringify(ended.map(toRow))])
  await executeBound(em, endSql, [batchId, ended.map(({ rowNumber }) => rowNumber)])
  await executeBound(em, askAgainSql, [batchId, open.map(({ rowNumber }) => rowNumber)])
  const { accepted, warned, rejected, duplicate } = countOutcomes(ended)
  await executeBound(em, countSql, [batchId, ended.length, accepted, warned, rejected, duplicate])
}

/** True where nobody has said whom a part means that is refused for that alone. */
const isUndecided = ({ outcome, issues }: Verdict, match: RowMatch | undefined): boolean =>
  outcome === RowOutcome.REJECTED &&
  isOnlyIdentity(issues) &&
  [match?.license, match?.diplomate, ...(match?.further ?? [])].some(
    (part) => part && part.decision !== 'MATCHED' && !part.isReviewed,
  )

/** Locks the batch first, as everybody does who changes it; then the rows that nobody has ended or withdrawn since. */
async function stillWaiting(em: EntityManager, batchId: string, rows: readonly Row[]): Promise<ReadonlySet<number>> {
  await executeBound(em, 'select 1 from batch where batch_id = $1::uuid for update', [batchId])
  const waiting = await executeBound<{ rowNumber: number }>(em, waitingSql, [
    batchId,
    rows.map(({ rowNumber }) => rowNumber),
  ])
  return new Set(waiting.map(({ rowNumber }) => rowNumber))
}

const toRow = ({ rowNumber, outcome, issues, learnerId, completionId }: Verdict) => ({
  rowNumber,
  outcome,
  issues,
  learnerId,
  completionId,
})

const isDue = `row_review.state = 'OPEN' and judge_again_at <= clock_timestamp()`

const dueBatchSql = `
  select batch_id as "batchId", batch.provider_id as "providerId", source, submitted_by as "submittedBy"
  from row_review join batch using (batch_id) where ${isDue} order by judge_again_at limit 1`

const dueRowsSql = `
  select row_number as "rowNumber", cells from row_review join batch_row using (batch_id, row_number)
  where batch_id = $1::uuid and ${isDue} order by row_number limit $2`

const waitingSql = `
  select row_number as "rowNumber" from row_review join batch_row using (batch_id, row_number)
  where batch_id = $1::uuid and row_number = any($2::int[]) and ${isDue} and outcome = 'IN_REVIEW'
  for update of row_review`

const rowsSql = `
  update batch_row set outcome = given.outcome, issues = given.issues, learner_id = given."learnerId",
    completion_id = given."completionId"
  from jsonb_to_recordset($2::jsonb) as given (
    "rowNumber" int, outcome text, issues jsonb, "learnerId" uuid, "completionId" uuid)
  where batch_id = $1::uuid and row_number = "rowNumber"`

const endSql = `
  update row_review set state = 'DECIDED', ended_at = clock_timestamp(), judge_again_at = null
  where batch_id = $1::uuid and row_number = any($2::int[])`

const askAgainSql = `
  update row_review set revision = revision + 1, judge_again_at = null
  where batch_id = $1::uuid and row_number = any($2::int[])`

/** A batch that could not be judged does not keep others waiting. */
const postponeSql = `
  update row_review set judge_again_at = clock_timestamp() + interval '15 seconds' where batch_id = $1::uuid and ${isDue}`

const countSql = `
  update batch set in_review = in_review - $2, accepted = accepted + $3, warned = warned + $4, rejected = rejected + $5,
    duplicate = duplicate + $6
  where batch_id = $1::uuid`
