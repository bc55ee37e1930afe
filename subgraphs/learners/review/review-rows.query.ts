import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import type { ReviewCount } from './review-count.js'
import { ReviewKind } from './review-enums.js'
import type { ReviewRow } from './review-row.js'

/** At most this many rows of a case are listed. */
export const maxListedRows = 50

/** The rows that cases stand for, by case, the oldest first. */
export async function findReviewRows(em: EntityManager, caseIds: readonly string[]): Promise<ReviewRow[][]> {
  const rows = await executeBound<Omit<ReviewRow, 'askedAt'> & { caseId: string; askedAt: string }>(
    em,
    `select case_id as "caseId", batch_id as "batchId", row_number as "rowNumber", quarters as credits, asked_at as "askedAt"
     from unnest($1::uuid[]) as given (id)
     cross join lateral (
       select * from review_row where case_id = id order by asked_at, batch_id, row_number limit ${maxListedRows}
     ) as listed`,
    [caseIds],
  )
  const byCase = Map.groupBy(rows, ({ caseId }) => caseId)
  return caseIds.map((id) => (byCase.get(id) ?? []).map((row) => ({ ...row, askedAt: new Date(row.askedAt) })))
}

/** How much waits, by kind. */
export async function countCases(em: EntityManager): Promise<ReviewCount[]> {
  const counted = await executeBound<ReviewCount>(
    em,
    `select kind, count(*) filter (where state = 'OPEN')::int as open, count(*) filter (where state = 'PROPOSED')::int as proposed,
       sum(row_count)::int as rows, sum(quarters)::int as credits
     from review_case where state in ('OPEN', 'PROPOSED') group by kind`,
    [],
  )
  return Object.values(ReviewKind).map(
    (kind) => counted.find((count) => count.kind === kind) ?? { kind, open: 0, proposed: 0, rows: 0, credits: 0 },
  )
}
