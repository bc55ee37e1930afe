import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import { type HeldLicense, HeldLicenses } from './held-licenses.js'

/** The licenses of these learners, those of everybody merged into them included, with the years before a renewal (I15). */
export async function readHeldLicenses(em: EntityManager, learnerIds: readonly string[]): Promise<HeldLicenses> {
  return new HeldLicenses(learnerIds.length > 0 ? await executeBound<HeldLicense>(em, query, [learnerIds]) : [])
}

const query = `
  select coalesce(survivor_id, learner_id) as "learnerId", state, license_key as key, status,
    effective_from::text as "effectiveFrom", effective_to::text as "effectiveTo"
  from learner join license_period using (learner_id)
  where learner_id = any($1::uuid[]) or survivor_id = any($1::uuid[])`
