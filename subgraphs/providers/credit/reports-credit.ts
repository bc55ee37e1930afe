import type { EntityManager } from '@mikro-orm/postgresql'
import { overloaded } from '../../shared/errors.js'
import { executeBound } from '../../shared/postgres/bound.js'

/** When a provider last reported learner credit that was accepted, and whether that is within the last 12 months (V06). */
export interface CreditReporting {
  reportsLearnerCredit: boolean
  lastRecordedOn: string | null
}

/**
 * Whether a provider reports learner credit (V06): an accepted record of the last 12 months, counted to today in US Central
 * time. Throws OVERLOADED while credits has not yet told everything.
 */
export async function reportsCredit(em: EntityManager, providerId: string, today: string): Promise<CreditReporting> {
  const [row] = await executeBound<{ isKnown: boolean; lastRecordedOn: string | null; isRecent: boolean | null }>(
    em,
    `select position is not null as "isKnown", last::text as "lastRecordedOn", last > $2::date - interval '12 months' as "isRecent"
     from credit_position
     cross join (select max(recorded_on) as last from provider_credit_day where provider_id = $1 and accepted > 0) as days`,
    [providerId, today],
  )
  if (!row?.isKnown) throw overloaded('Which providers report credit is being counted. Try again in a minute.')
  return { reportsLearnerCredit: row.isRecent === true, lastRecordedOn: row.lastRecordedOn }
}
