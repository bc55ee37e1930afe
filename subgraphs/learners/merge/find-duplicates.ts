import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import type { Person } from '../matching/engine/types.js'

/** How likely two people on file are one, 0 to 1. */
export type PairComparison = (one: Person, other: Person) => number

export interface DuplicateSearch {
  compare: PairComparison
  /** From which probability on a pair is suggested. */
  threshold: number
  /** Pairs looked at in one go. */
  pageSize?: number
}

interface Pair {
  one: Person
  other: Person
}

interface Place {
  learnerId: string
  otherId: string
}

const defaultPageSize = 2_000
const beforeAll: Place = {
  learnerId: '00000000-0000-0000-0000-000000000000',
  otherId: '00000000-0000-0000-0000-000000000000',
}

/**
 * Suggests merges of learners who are likely one person: those with a family name and the birthday, or with a first name
 * and a license number, in common are compared. Two NPIs that differ are two people, and a pair about which somebody has
 * spoken is left alone. Answers how many were suggested.
 */
export async function findDuplicates(
  em: EntityManager,
  { compare, threshold, pageSize = defaultPageSize }: DuplicateSearch,
): Promise<number> {
  let suggested = 0
  for (let place = beforeAll; ; ) {
    const pairs = await readPairs(em, place, pageSize)
    const alike = pairs
      .map(({ one, other }) => ({ ...direction(one, other), probability: compare(one, other) }))
      .filter(({ probability }) => probability >= threshold)
    suggested += await suggest(em, alike)
    const last = pairs.at(-1)
    if (!last || pairs.length < pageSize) return suggested
    place = { learnerId: last.one.personId, otherId: last.other.personId }
  }
}

/** Who stays: whoever has an NPI, else whoever has more licenses, else whoever was on file first. */
function direction(one: Person, other: Person): { mergedId: string; survivorId: string } {
  const weight = (person: Person) => (person.npi ? 1_000 : 0) + person.licenses.length
  const [survivor, merged] = weight(other) > weight(one) ? [other, one] : [one, other]
  return { mergedId: merged.personId, survivorId: survivor.personId }
}

async function suggest(
  em: EntityManager,
  pairs: readonly { mergedId: string; survivorId: string; probability: number }[],
): Promise<number> {
  if (!pairs.length) return 0
  const rows = await executeBound<{ id: string }>(em, suggestSql, [JSON.stringify(pairs)])
  return rows.length
}

const readPairs = (em: EntityManager, { learnerId, otherId }: Place, limit: number) =>
  executeBound<Pair>(em, pairsSql, [learnerId, otherId, limit])

const person = (alias: string) => `
  jsonb_build_object('personId', ${alias}.learner_id, 'givenName', ${alias}.given_name, 'middleName', ${alias}.middle_name,
    'familyName', ${alias}.family_name, 'suffix', ${alias}.suffix, 'birthMonth', ${alias}.birth_month,
    'birthDay', ${alias}.birth_day, 'npi', ${alias}.npi,
    'formerFamilyNames', (select coalesce(jsonb_agg(name order by name), '[]') from learner_family_name n
      where n.learner_id = ${alias}.learner_id and kind = 'FORMER'),
    'licenses', (select coalesce(jsonb_agg(jsonb_build_object('state', state, 'number', license_number, 'boardCode', board_code)
      order by board_code, license_number), '[]') from license_record r where r.learner_id = ${alias}.learner_id),
    'certifications', (select coalesce(jsonb_agg(jsonb_build_object('boardCode', board_code, 'boardId', board_id)
      order by board_code), '[]') from diplomate_record d where d.learner_id = ${alias}.learner_id))`

const pairsSql = `
  with pair as (
    select one.learner_id as one_id, other.learner_id as other_id
    from learner one
    cross join lateral (
      select n.learner_id from learner_family_name mine
      join learner_family_name n using (family_key, birth_month, birth_day)
      where mine.learner_id = one.learner_id and mine.kind <> 'PART' and n.kind <> 'PART'
      union
      select l.learner_id from license_record mine
      join license_record r using (state, license_key)
      join learner l on l.learner_id = r.learner_id and l.given_key = one.given_key
      where mine.learner_id = one.learner_id
    ) other
    where one.learner_id >= $1::uuid and other.learner_id > one.learner_id
      and (one.learner_id, other.learner_id) > ($1::uuid, $2::uuid)
    order by one.learner_id, other.learner_id
    limit $3
  )
  select ${person('one')} as one, ${person('other')} as other
  from pair join learner one on one.learner_id = one_id join learner other on other.learner_id = other_id
  order by one_id, other_id`

const suggestSql = `
  with pair as (
    select * from jsonb_to_recordset($1::jsonb)
      as given ("mergedId" uuid, "survivorId" uuid, probability double precision)
  ), fresh as (
    insert into merge_proposal (proposal_id, merged_id, survivor_id, status, probability)
    select uuidv7(), "mergedId", "survivorId", 'SUGGESTED', probability
    from pair
    join learner merged on merged.learner_id = "mergedId" and merged.survivor_id is null
    join learner survivor on survivor.learner_id = "survivorId" and survivor.survivor_id is null
    where (merged.npi = survivor.npi or merged.npi is null or survivor.npi is null)
      and not exists (
        select from merge_proposal known
        where (known.merged_id, known.survivor_id) in (("mergedId", "survivorId"), ("survivorId", "mergedId"))
      )
    order by probability
    on conflict do nothing
    returning proposal_id
  )
  insert into merge_decision (proposal_id, sequence, decision, reason, decided_by)
  select proposal_id, 1, 'SUGGESTED', 'Their names, birthday and numbers are alike.', 'finder' from fresh
  returning proposal_id as id`
