import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import type { RowCells } from '../batch/columns.js'
import { claimOf } from '../record/look-up.js'
import { readSubmission } from '../record/read-submission.js'
import { isUnreadable } from '../record/submission.js'
import type { ReviewListener, ReviewNews } from './review-listener.js'
import { RowReviewState } from './row-review.js'

const pageSize = 200

interface UntoldRow extends Pick<ReviewNews, 'batchId' | 'rowNumber' | 'providerId' | 'revision'> {
  state: RowReviewState
  cells: RowCells
  askedAt: string
}

/**
 * Tells the listener what providers ask and no longer ask; true when there may be more. What it has not confirmed is told
 * again. Of several workers one tells at a time.
 */
export async function tellReviews(em: EntityManager, listener: ReviewListener): Promise<boolean> {
  return em.transactional(async (transaction) => {
    const [lock] = await transaction.execute<{ ours: boolean }[]>(
      `select pg_try_advisory_xact_lock(hashtext('tell reviews')) as ours`,
    )
    if (!lock?.ours) return false
    const rows = await executeBound<UntoldRow>(transaction, untoldSql, [pageSize])
    if (!rows.length) return false
    const news = rows.map(newsOf)
    const told = news.filter((row) => row !== null)
    if (told.length) await listener.receive(told)
    await executeBound(transaction, toldSql, [
      rows.map(({ batchId }) => batchId),
      rows.map(({ rowNumber }) => rowNumber),
      rows.map(({ revision }) => revision),
      news.map((row) => row === null),
    ])
    return rows.length === pageSize
  })
}

/** Null for a row that can no longer be read as it was: the rules have changed, and it is judged again by them. */
function newsOf({ batchId, rowNumber, providerId, revision, state, cells, askedAt }: UntoldRow): ReviewNews | null {
  const row = { batchId, rowNumber, providerId, revision, askedAt: new Date(askedAt).toISOString() }
  if (state !== RowReviewState.OPEN) return { ...row, isOpen: false, claim: null, credits: 0, points: 0 }
  const submission = readSubmission(rowNumber, cells)
  if (isUnreadable(submission)) return null
  const { cme, moc } = submission
  return {
    ...row,
    isOpen: true,
    claim: claimOf(submission),
    credits: (cme?.quarters ?? 0) / 4,
    points: (moc?.quarters ?? 0) / 4,
  }
}

const untoldSql = `
  select batch_id as "batchId", row_number as "rowNumber", provider_id as "providerId", revision, state, cells,
    asked_at as "askedAt"
  from row_review join batch_row using (batch_id, row_number)
  where told_revision < revision order by asked_at, batch_id, row_number limit $1`

const toldSql = `
  update row_review set told_revision = told,
    judge_again_at = case when is_unreadable and state = 'OPEN' then clock_timestamp() else judge_again_at end
  from unnest($1::uuid[], $2::int[], $3::int[], $4::boolean[]) as given (batch, number, told, is_unreadable)
  where batch_id = batch and row_number = number and told_revision < told`
