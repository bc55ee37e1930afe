import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import { standingConditions } from './submission-filter.js'
import type { SubmissionCounts } from './submission-totals.js'

/** Counts a provider’s records by what boards have said of them, in one statement over those that are open. */
export async function countSubmissions(em: EntityManager, providerId: string): Promise<SubmissionCounts> {
  const { WAITING, OVERDUE, REJECTED } = standingConditions
  const count = (condition: string) => `(count(distinct x.completion_id) filter (where ${condition}))::int`
  const [counts] = await executeBound<SubmissionCounts>(
    em,
    `select ${count(WAITING)} as waiting, ${count(OVERDUE)} as overdue, ${count(REJECTED)} as rejected
     from live_credit x where x.provider_id = $1 and x.status <> 'ACCEPTED' and x.kind = 'MOC'`,
    [providerId],
  )
  if (!counts) throw new Error('A count has a row.')
  return counts
}
