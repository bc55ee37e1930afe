import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'

/** Keeps of decisions of matching which of them followed a review. */
export async function keepReviewed(
  em: EntityManager,
  parts: readonly ({ id: string; caseId: string | null } | null)[],
): Promise<void> {
  const reviewed = parts.filter((part) => part !== null && part.caseId !== null)
  if (!reviewed.length) return
  await executeBound(
    em,
    `insert into reviewed_decision (decision_id, case_id) select * from unnest($1::uuid[], $2::uuid[])`,
    [reviewed.map((part) => part?.id), reviewed.map((part) => part?.caseId)],
  )
}
