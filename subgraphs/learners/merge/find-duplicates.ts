import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import type { Likeness } from '../matching/engine/duplicates.js'

/** How two people on file go together; undefined where one of them is not on file by now. */
export type PairComparison = (oneId: string, otherId: string) => Pick<Likeness, 'probability' | 'vetoes'> | undefined

export interface DuplicateSearch {
  compare: PairComparison
  /** The weights that compare; kept with the search. */
  modelVersion: string
  /** From which probability on a pair is suggested. */
  threshold?: number
  /** Pairs looked at in one go. */
  pageSize?: number
}

/** What a search has come to so far. */
export interface SearchProgress {
  searchId: string
  pairs: number
  suggested: number
  isFinished: boolean
}

/** From here on two people are likelier one than two. */
const usualThreshold = 0.5
const usualPageSize = 2_000

interface Place {
  searchId: string
  learnerId: string
  otherId: string
}

interface Pair {
  oneId: string
  otherId: string
  /** What each side is worth keeping for: an NPI, then licenses. */
  oneWeight: number
  otherWeight: number
}

/**
 * Goes on with the search for learners who are likely one person, or begins one, by a page of pairs: those with a family
 * name and the birthday, or with a first name and a license number, in common are compared. A pair that a rule forbids, or
 * about which somebody has spoken, is left alone. Where it stands is kept with what it has found, so that whoever is killed is
 * continued. Undefined while somebody else searches.
 */
export async function findDuplicates(em: EntityManager, search: DuplicateSearch): Promise<SearchProgress | undefined> {
  const { compare, modelVersion, threshold = usualThreshold, pageSize = usualPageSize } = search
  return em.transactional(async (transaction) => {
    if (!(await lockSearch(transaction))) return undefined
    const place = await placeOf(transaction, modelVersion)
    const pairs = await executeBound<Pair>(transaction, pairsSql, [place.learnerId, place.otherId, pageSize])
    const alike = pairs.flatMap((pair) => {
      const likeness = compare(pair.oneId, pair.otherId)
      const isLikely = likeness && likeness.probability >= threshold && likeness.vetoes.length === 0
      return isLikely ? [{ ...direction(pair), probability: likeness.probability }] : []
    })
    const suggested = await suggest(transaction, alike)
    const last = pairs.length === pageSize ? pairs.at(-1) : undefined
    const [progress] = await executeBound<SearchProgress>(transaction, progressSql, [
      place.searchId,
      last?.oneId ?? null,
      last?.otherId ?? null,
      pairs.length,
      suggested,
    ])
    return progress
  })
}

/** True where a search has not come to its end, or where the last one began long enough ago. */
export async function isSearchDue(em: EntityManager, everyDays: number): Promise<boolean> {
  const [due] = await executeBound<{ isDue: boolean }>(
    em,
    `select coalesce(bool_or(finished_at is null), false)
       or coalesce(max(started_at) < clock_timestamp() - make_interval(days => $1), true) as "isDue"
     from duplicate_search`,
    [everyDays],
  )
  return due?.isDue ?? true
}

async function lockSearch(em: EntityManager): Promise<boolean> {
  const [lock] = await executeBound<{ isOurs: boolean }>(
    em,
    `select pg_try_advisory_xact_lock(hashtext('search duplicates')) as "isOurs"`,
    [],
  )
  return lock?.isOurs ?? false
}

/** Where the search stands that is under way; one begins where there is none. */
async function placeOf(em: EntityManager, modelVersion: string): Promise<Place> {
  const [place] = await executeBound<Place>(em, placeSql, [modelVersion])
  if (!place) throw new Error('A search for duplicates has no place.')
  return place
}

/** Who stays: whoever has an NPI, else whoever has more licenses, else whoever was on file first. */
const direction = ({ oneId, otherId, oneWeight, otherWeight }: Pair): { mergedId: string; survivorId: string } =>
  otherWeight > oneWeight ? { mergedId: oneId, survivorId: otherId } : { mergedId: otherId, survivorId: oneId }

async function suggest(
  em: EntityManager,
  pairs: readonly { mergedId: string; survivorId: string; probability: number }[],
): Promise<number> {
  if (!pairs.length) return 0
  const rows = await executeBound<{ id: string }>(em, suggestSql, [JSON.stringify(pairs)])
  return rows.length
}

const placeSql = `
  with begun as (
    insert into duplicate_search (search_id, model_version, learner_id, other_id)
    select uuidv7(), $1, '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000'
    where not exists (select from duplicate_search where finished_at is null)
    returning search_id, learner_id, other_id
  )
  select search_id as "searchId", learner_id as "learnerId", other_id as "otherId" from begun
  union all
  select search_id, learner_id, other_id from duplicate_search where finished_at is null`

const progressSql = `
  update duplicate_search set learner_id = coalesce($2::uuid, learner_id), other_id = coalesce($3::uuid, other_id),
    pairs = pairs + $4, suggested = suggested + $5,
    finished_at = case when $2::uuid is null then clock_timestamp() end
  where search_id = $1::uuid
  returning search_id as "searchId", pairs::int, suggested, finished_at is not null as "isFinished"`

const weightOf = (alias: string) => `
  (case when ${alias}.npi is null then 0 else 1000 end
    + (select count(*) from license_record r where r.learner_id = ${alias}.learner_id))::int`

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
    where one.learner_id >= $1::uuid and other.learner_id > one.learner_id and one.survivor_id is null
      and (one.learner_id, other.learner_id) > ($1::uuid, $2::uuid)
    order by one.learner_id, other.learner_id
    limit $3
  )
  select one_id as "oneId", other_id as "otherId", ${weightOf('one')} as "oneWeight", ${weightOf('other')} as "otherWeight"
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
