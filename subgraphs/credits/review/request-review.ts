import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { badInput, conflict, quotaExceeded } from '../../shared/errors.js'
import { executeBound } from '../../shared/postgres/bound.js'
import { BatchState, RowOutcome } from '../../shared/upload/upload-enums.js'
import { Batch } from '../batch/batch.js'
import { visibleBatches } from '../batch/batch.policy.js'
import type { CreditsContext } from '../context.js'
import { mayBeReviewed } from './reviewable.js'

/** How many rows of a provider may be in review at once. */
export const maxOpenRows = 1_000

type Tools = Pick<CreditsContext, 'em' | 'viewer' | 'now'>

/** Asks people whom these rows mean, or all rows of the batch of which nothing else is in doubt. */
export async function requestReview(
  batchId: string,
  rowNumbers: readonly number[] | null,
  tools: Tools,
): Promise<Batch> {
  return change(batchId, rowNumbers, tools, async (em, batch) => {
    await executeBound(em, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`review ${batch.providerId}`])
    const open = await countOpen(em, batch.providerId)
    const asked = await findReviewable(em, batch.batchId, rowNumbers, maxOpenRows + 1)
    if (rowNumbers) await refuseOthers(em, batch.batchId, rowNumbers, asked)
    if (open + asked.length > maxOpenRows) throw tooMany(open)
    await openReviews(em, batch, asked, { by: tools.viewer.signedIn().accountId, at: tools.now() })
    await moveRows(em, batch, asked, RowOutcome.REJECTED, RowOutcome.IN_REVIEW)
  })
}

/** Takes rows out of review; they are rejected for what they were rejected for before. */
export async function withdrawReview(
  batchId: string,
  rowNumbers: readonly number[] | null,
  tools: Tools,
): Promise<Batch> {
  return change(batchId, rowNumbers, tools, async (em, batch) => {
    const ended = await executeBound<{ rowNumber: number }>(em, endSql, [batch.batchId, rowNumbers, tools.now()])
    const numbers = ended.map(({ rowNumber }) => rowNumber)
    await moveRows(em, batch, numbers, RowOutcome.IN_REVIEW, RowOutcome.REJECTED)
  })
}

/** How many rows of a batch may be asked about, up to as many as may be in review at once. */
export async function countReviewable(em: EntityManager, { batchId, state, dryRun }: Batch): Promise<number> {
  if (state !== BatchState.DONE || dryRun) return 0
  return (await findReviewable(em, batchId, null, maxOpenRows)).length
}

async function change(
  batchId: string,
  rowNumbers: readonly number[] | null,
  { em, viewer }: Tools,
  act: (transaction: EntityManager, batch: Batch) => Promise<void>,
): Promise<Batch> {
  if (rowNumbers && rowNumbers.length > maxOpenRows) throw badInput(`Name at most ${maxOpenRows} rows at once.`)
  return em.transactional(async (transaction) => {
    const own = { $and: [{ batchId }, visibleBatches(viewer)] }
    const batch = await transaction.findOneOrFail(Batch, own, { lockMode: LockMode.PESSIMISTIC_WRITE })
    viewer.must('review', batch)
    if (batch.state !== BatchState.DONE) throw conflict('Wait until every row of this batch has its outcome.')
    if (batch.dryRun) throw conflict('This was a try, of which nothing is recorded. Send the file for good first.')
    await act(transaction, batch)
    return batch
  })
}

async function findReviewable(
  em: EntityManager,
  batchId: string,
  rowNumbers: readonly number[] | null,
  limit: number,
): Promise<number[]> {
  const rows = await executeBound<{ rowNumber: number }>(
    em,
    `select row_number as "rowNumber" from batch_row r
     where batch_id = $1::uuid and ($2::int[] is null or row_number = any($2)) and ${mayBeReviewed}
     order by row_number limit $3`,
    [batchId, rowNumbers, limit],
  )
  return rows.map(({ rowNumber }) => rowNumber)
}

async function countOpen(em: EntityManager, providerId: string): Promise<number> {
  const [counted] = await executeBound<{ open: number }>(
    em,
    `select count(*)::int as open from row_review where provider_id = $1 and state = 'OPEN'`,
    [providerId],
  )
  return counted?.open ?? 0
}

/** Rows that are in review already are left as they are; any other that may not be asked about is named. */
async function refuseOthers(
  em: EntityManager,
  batchId: string,
  rowNumbers: readonly number[],
  asked: readonly number[],
): Promise<void> {
  const waiting = await executeBound<{ rowNumber: number }>(
    em,
    `select row_number as "rowNumber" from batch_row
     where batch_id = $1::uuid and row_number = any($2::int[]) and outcome = 'IN_REVIEW'`,
    [batchId, rowNumbers],
  )
  const fine = new Set([...asked, ...waiting.map(({ rowNumber }) => rowNumber)])
  const [first] = rowNumbers.filter((rowNumber) => !fine.has(rowNumber))
  if (first !== undefined)
    throw badInput(
      `Row ${first} cannot be asked about: only rows that were rejected for nothing but the learner’s identity can, once.`,
    )
}

const tooMany = (open: number) =>
  quotaExceeded(
    `At most ${maxOpenRows} rows can be in review at once; ${open} of yours are. Name fewer rows, or wait for answers.`,
  )

async function openReviews(
  em: EntityManager,
  { batchId, providerId }: Batch,
  rowNumbers: readonly number[],
  asked: { by: string; at: Date },
): Promise<void> {
  await executeBound(
    em,
    `insert into row_review (batch_id, row_number, provider_id, state, asked_by, asked_at)
     select $1::uuid, number, $2, 'OPEN', $4, $5 from unnest($3::int[]) as asked (number)
     on conflict (batch_id, row_number) do update set state = 'OPEN', revision = row_review.revision + 1,
       asked_by = excluded.asked_by, asked_at = excluded.asked_at, ended_at = null, judge_again_at = null`,
    [batchId, providerId, rowNumbers, asked.by, asked.at],
  )
}

const endSql = `
  update row_review set state = 'WITHDRAWN', ended_at = $3, revision = revision + 1, judge_again_at = null
  where batch_id = $1::uuid and ($2::int[] is null or row_number = any($2)) and state = 'OPEN'
  returning row_number as "rowNumber"`

/** Gives rows another outcome, and counts it. */
async function moveRows(
  em: EntityManager,
  batch: Batch,
  rowNumbers: readonly number[],
  from: RowOutcome.REJECTED | RowOutcome.IN_REVIEW,
  to: RowOutcome.REJECTED | RowOutcome.IN_REVIEW,
): Promise<void> {
  const moved = await executeBound(
    em,
    `update batch_row set outcome = $4 where batch_id = $1::uuid and row_number = any($2::int[]) and outcome = $3
     returning row_number`,
    [batch.batchId, rowNumbers, from, to],
  )
  const change = to === RowOutcome.IN_REVIEW ? moved.length : -moved.length
  batch.inReview += change
  batch.rejected -= change
  await em.flush()
}
