import type { CertifyingBoardCode } from '../../../subgraphs/reference/certifying-boards.js'
import { inSession } from '../../seed/load/session.js'

/** A physician on file, as far as a row can tell of one. */
export interface Person {
  learnerId: string
  givenName: string
  familyName: string
  birthMonth: number
  birthDay: number
  licenses: { state: string; number: string }[]
  /** Board ids by board. */
  boards: Partial<Record<CertifyingBoardCode, string>>
}

/**
 * The physicians of a seeded learners database who bear one family name and share it with nobody of the same birthday or
 * given name, so that it is certain what becomes of a row about them.
 */
export function readPeople(learnersUrl: string): Promise<Person[]> {
  return inSession(learnersUrl, async (client) => (await client.query<Person>(peopleSql)).rows)
}

const peopleSql = `
  with name as (
    select learner_id, count(*) over (partition by family_key, family.birth_month, family.birth_day) as bearers,
      count(*) over (partition by family_key, given_key) as namesakes, count(*) over (partition by learner_id) as names
    from learner_family_name family
    join learner using (learner_id)
  )
  select learner_id as "learnerId", given_name as "givenName", family_name as "familyName",
    birth_month as "birthMonth", birth_day as "birthDay", licenses, coalesce(boards, '{}') as boards
  from name
  join learner using (learner_id)
  join (
    select learner_id,
      json_agg(json_build_object('state', state, 'number', license_number) order by effective_from desc, license_id) as licenses
    from license_record group by learner_id
  ) license using (learner_id)
  left join (
    select learner_id, json_object_agg(board_code, board_id) as boards from diplomate_record group by learner_id
  ) diplomate using (learner_id)
  where bearers = 1 and namesakes = 1 and names = 1 and length(given_key) > 1
  order by learner_id`
