import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import type { CandidateFacts } from './candidate.js'
import type { ReadClaim } from './claim.js'

/**
 * Everybody whom one of these claims may be about, by any of the keys given: one statement however many claims.
 * Keys are letters and digits only, so nothing that was typed reaches the database as it was typed.
 */
export async function findCandidates(em: EntityManager, claims: readonly ReadClaim[]): Promise<CandidateFacts[]> {
  return executeBound<CandidateFacts>(em, query, [
    JSON.stringify(
      claims.flatMap(({ familyKeys, birthMonth, birthDay }) =>
        familyKeys.map((key) => ({ key, month: birthMonth, day: birthDay })),
      ),
    ),
    JSON.stringify(claims.flatMap(({ state, licenseKeys }) => licenseKeys.map((key) => ({ state, key })))),
    JSON.stringify(claims.flatMap(({ npi }) => npi ?? [])),
    JSON.stringify(
      claims.flatMap(({ boardCode, boardIdKey }) => (boardIdKey ? { board: boardCode, key: boardIdKey } : [])),
    ),
  ])
}

const query = `
  with candidate as (
    select learner_id
    from jsonb_to_recordset($1::jsonb) as wanted (key text, month int, day int)
    join learner_family_name on family_key = key and birth_month = month and birth_day = day
    union
    select learner_id
    from jsonb_to_recordset($2::jsonb) as wanted (state text, key text)
    join license_record using (state)
    where license_key = key
    union
    select learner_id
    from jsonb_array_elements_text($3::jsonb) as wanted (npi)
    join learner using (npi)
    union
    select learner_id
    from jsonb_to_recordset($4::jsonb) as wanted (board text, key text)
    join diplomate_record on board_code = board and board_id_key = key
  )
  select
    learner_id as "learnerId", given_name as "givenName", middle_key as "middleKey", suffix,
    birth_month as "birthMonth", birth_day as "birthDay", npi,
    coalesce((
      select json_agg(json_build_object('key', family_key, 'kind', kind))
      from learner_family_name name where name.learner_id = learner.learner_id
    ), '[]') as "familyNames",
    coalesce((
      select json_agg(json_build_object('state', state, 'key', license_key, 'status', status,
        'effectiveFrom', effective_from, 'effectiveTo', effective_to))
      from license_record license where license.learner_id = learner.learner_id
    ), '[]') as licenses,
    coalesce((
      select json_agg(json_build_object('boardCode', board_code, 'key', board_id_key))
      from diplomate_record diplomate where diplomate.learner_id = learner.learner_id
    ), '[]') as diplomates
  from candidate join learner using (learner_id)`
