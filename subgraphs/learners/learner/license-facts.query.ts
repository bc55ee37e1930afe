import type { EntityManager } from '@mikro-orm/postgresql'
import { fromCursor, toCursor } from '../../shared/graphql/cursor.js'
import { currentCursor } from '../../shared/outbox/outbox.js'
import type { LicenseFact, LicenseFactPage } from './license-fact.js'

const beforeAll = '00000000-0000-0000-0000-000000000000'

/** A page of all license facts behind a cursor. The events’ cursor is taken first, so that no change falls between. */
export async function readLicenseFacts(
  em: EntityManager,
  after: string | null,
  first: number,
): Promise<LicenseFactPage> {
  const [learnerId, licenseId] = after ? fromCursor(after, ['UUID', 'UUID']) : [beforeAll, beforeAll]
  const eventCursor = await currentCursor(em)
  const rows = await em.execute<LicenseFact[]>(query, [learnerId, licenseId, first])
  const last = rows.length === first ? rows.at(-1) : undefined
  return { facts: rows, nextCursor: last ? toCursor([last.learnerId, last.licenseId]) : null, eventCursor }
}

const query = `
  select learner_id as "learnerId", license_id as "licenseId", board_code as "boardCode", state, status,
    effective_from::text as "effectiveFrom", effective_to::text as "effectiveTo"
  from license_record
  where (learner_id, license_id) > (?::uuid, ?::uuid)
  order by learner_id, license_id
  limit ?`
