import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import type { CreditRequest } from './credit-request.js'

type Key = Pick<CreditRequest, 'learnerId' | 'providerId' | 'activityId' | 'described' | 'completedOn'>

/** The request of a physician for the same activity and day that is open or was rejected; its id. */
export async function findSameRequest(
  em: EntityManager,
  { learnerId, providerId, activityId, described, completedOn }: Key,
): Promise<string | undefined> {
  const [same] = await executeBound<{ requestId: string }>(
    em,
    `select request_id as "requestId" from credit_request
     where learner_id = any(same_learner($1::uuid)) and provider_id = $2 and completed_on = $3::date
       and coalesce(activity_id, lower(described)) = coalesce($4, lower($5))
       and state not in ('CONFIRMED', 'WITHDRAWN')
     order by asked_at desc limit 1`,
    [learnerId, providerId, completedOn, activityId, described],
  )
  return same?.requestId
}

/** True for a provider that has activities. */
export async function isProvider(em: EntityManager, providerId: string): Promise<boolean> {
  const found = await executeBound(em, 'select from activity_fact where provider_id = $1 limit 1', [providerId])
  return found.length > 0
}
