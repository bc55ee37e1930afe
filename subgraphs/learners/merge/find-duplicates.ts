import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import type { Duplicate } from '../matching/engine/duplicates.js'

export interface DuplicateSearch {
  /** Everybody on file who may be this learner, and how likely. */
  duplicatesOf: (learnerId: string) => readonly Duplicate[]
  /** The weights that compare; kept with the search. */
  modelVersion: string
  /** From which probability on two are suggested. */
  threshold?: number
  /** Learners looked at in one go. */
  pageSize?: number
}

/** What a search has come to so far. */
export interface SearchProgress {
  searchId: string
  learners: number
  suggested: number
  isFinished: boolean
}

/** From here on two people are likelier one than two. */
const usualThreshold = 0.5
const usualPageSize = 500

/**
 * Goes on with the search for learners who are likely one person, or begins one, by a page of learners. Two about whom
 * somebody has spoken are left alone. Where it stands is kept with what it has found, so that whoever is killed is
 * continued. Undefined while somebody else searches.
 */
export async function findDuplicates(em: EntityManager, search: DuplicateSearch): Promise<SearchProgress | undefined> {
  const { duplicatesOf, modelVersion, threshold = usualThreshold, pageSize = usualPageSize } = search
  return em.transactional(async (transaction) => {
    if (!(await lockSearch(transaction))) return undefined
    const place = await placeOf(transaction, modelVersion)
    const page = await executeBound<{ learnerId: string }>(transaction, pageSql, [place.learnerId, pageSize])
    const alike = page.flatMap(({ learnerId }) =>
      duplicatesOf(learnerId)
        .filter(({ probability }) => probability >= threshold)
        .map(({ personId, probability }) => pairOf(learnerId, personId, probability)),
    )
    const suggested = await suggest(transaction, alike)
    const last = page.length === pageSize ? page.at(-1) : undefined
    const [progress] = await executeBound<SearchProgress>(transaction, progressSql, [
      place.searchId,
      last?.learnerId ?? null,
      page.length,
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

interface Place {
  searchId: string
  learnerId: string
}

/** Where the search stands that is under way; one begins where there is none. */
async function placeOf(em: EntityManager, modelVersion: string): Promise<Place> {
  const [place] = await executeBound<Place>(em, placeSql, [modelVersion])
  if (!place) throw new Error('A search for duplicates has no place.')
  return place
}

interface Pair {
  oneId: string
  otherId: string
  probability: number
}

/** A pair is the same from either side. */
const pairOf = (learnerId: string, personId: string, probability: number): Pair =>
  learnerId < personId
    ? { oneId: learnerId, otherId: personId, probability }
    : { oneId: personId, otherId: learnerId, probability }

async function suggest(em: EntityManager, pairs: readonly Pair[]): Promise<number> {
  if (!pairs.length) return 0
  const distinct = new Map(pairs.map((pair) => [`${pair.oneId} ${pair.otherId}`, pair]))
  const rows = await executeBound<{ id: string }>(em, suggestSql, [JSON.stringify([...distinct.values()])])
  return rows.length
}

const placeSql = `
  with begun as (
    insert into duplicate_search (search_id, model_version, learner_id)
    select uuidv7(), $1, '00000000-0000-0000-0000-000000000000'
    where not exists (select from duplicate_search where finished_at is null)
    returning search_id, learner_id
  )
  select search_id as "searchId", learner_id as "learnerId" from begun
  union all
  select search_id, learner_id from duplicate_search where finished_at is null`

const pageSql = `
  select learner_id as "learnerId" from learner
  where survivor_id is null and learner_id > $1::uuid order by learner_id limit $2`

const progressSql = `
  update duplicate_search set learner_id = coalesce($2::uuid, learner_id), learners = learners + $3,
    suggested = suggested + $4, finished_at = case when $2::uuid is null then clock_timestamp() end
  where search_id = $1::uuid
  returning search_id as "searchId", learners::int, suggested, finished_at is not null as "isFinished"`

const worthOf = (alias: string) => `
  (case when ${alias}.npi is null then 0 else 1000 end
    + (select count(*) from license_record r where r.learner_id = ${alias}.learner_id))`

/** Whoever has an NPI stays, else whoever has more licenses, else whoever was on file first. */
const suggestSql = `
  with pair as (
    select one.learner_id as one_id, other.learner_id as other_id, probability,
      ${worthOf('other')} > ${worthOf('one')} as is_other_better
    from jsonb_to_recordset($1::jsonb) as given ("oneId" uuid, "otherId" uuid, probability double precision)
    join learner one on one.learner_id = "oneId" and one.survivor_id is null
    join learner other on other.learner_id = "otherId" and other.survivor_id is null
    where (one.npi = other.npi or one.npi is null or other.npi is null)
      and not exists (
        select from merge_proposal known
        where (known.merged_id, known.survivor_id) in (("oneId", "otherId"), ("otherId", "oneId"))
      )
  ), fresh as (
    insert into merge_proposal (proposal_id, merged_id, survivor_id, status, probability)
    select uuidv7(), case when is_other_better then one_id else other_id end,
      case when is_other_better then other_id else one_id end, 'SUGGESTED', probability
    from pair
    order by probability
    on conflict do nothing
    returning proposal_id
  )
  insert into merge_decision (proposal_id, sequence, decision, reason, decided_by)
  select proposal_id, 1, 'SUGGESTED', 'Their names, birthday and numbers are alike.', 'finder' from fresh
  returning proposal_id as id`
