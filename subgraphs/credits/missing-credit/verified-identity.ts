import type { EntityManager } from '@mikro-orm/postgresql'
import { badInput } from '../../shared/errors.js'
import { executeBound } from '../../shared/postgres/bound.js'
import type { Physician } from '../owners/owners.js'
import type { CreditRequest } from './credit-request.js'

/** Whom a request is about, as the owner of learners says, so that nobody has to be looked up by what was typed. */
export type Identity = Pick<
  CreditRequest,
  'learnerId' | 'givenName' | 'familyName' | 'licensingState' | 'licenseNumber'
>

/** The name of a physician and the license under which credit of a day is reported: one in force that day, else any. */
export async function verifiedIdentity(
  em: EntityManager,
  learnerId: string,
  { givenName, familyName, licenses }: Physician,
  completedOn: string,
): Promise<Identity> {
  const inForce = await executeBound<{ state: string }>(
    em,
    `select state from learner_license
     where learner_id = any(same_learner($1::uuid)) and $2::date between effective_from and coalesce(effective_to, 'infinity')`,
    [learnerId, completedOn],
  )
  const states = new Set(inForce.map(({ state }) => state))
  const license = licenses.find(({ state }) => states.has(state)) ?? licenses[0]
  if (!license) throw badInput('No license of yours is on file, and credit is reported under a license.')
  const { state: licensingState, licenseNumber } = license
  return { learnerId, givenName, familyName, licensingState, licenseNumber }
}
