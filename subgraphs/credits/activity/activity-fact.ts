import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import type { ActivityFacts } from '../owners/owners.js'
import type { HoldableFacts } from './activity-source.js'

/** What the read model has of these activities, by id. */
export async function readFacts(
  em: EntityManager,
  activityIds: readonly string[],
): Promise<Map<string, ActivityFacts>> {
  const rows = await executeBound<ActivityFacts>(
    em,
    `select activity_id as "activityId", version, provider_id as "providerId", provider_name as "providerName", title,
       status, activity_format as "activityFormat", starts_on::text as "startsOn", ends_on::text as "endsOn", quarters,
       is_rems as "isRems", registrations
     from activity_fact where activity_id = any($1)`,
    [activityIds],
  )
  return new Map(rows.map((facts) => [facts.activityId, facts]))
}

const given = `jsonb_to_recordset($1::jsonb) as given (
  "activityId" text, version int, "providerId" text, "providerName" text, title text, status text, "activityFormat" text,
  "startsOn" date, "endsOn" date, quarters int, "isRems" boolean, registrations jsonb, "isHeld" boolean)`

const columns = `activity_id, version, provider_id, provider_name, title, status, activity_format, starts_on, ends_on,
  quarters, is_rems, registrations, is_held`

const values = `"activityId", version, "providerId", "providerName", title, status, "activityFormat", "startsOn", "endsOn",
  quarters, "isRems", registrations, coalesce("isHeld", false)`

/** Takes facts over, each unless a newer version is known. */
export async function upsertFacts(em: EntityManager, facts: readonly ActivityFacts[]): Promise<void> {
  if (!facts.length) return
  await executeBound(
    em,
    `insert into activity_fact as known (${columns}) select ${values} from ${given}
     on conflict (activity_id) do update set version = excluded.version, provider_id = excluded.provider_id,
       provider_name = excluded.provider_name, title = excluded.title, status = excluded.status,
       activity_format = excluded.activity_format, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
       quarters = excluded.quarters, is_rems = excluded.is_rems, registrations = excluded.registrations
     where known.version <= excluded.version`,
    [JSON.stringify(facts)],
  )
}

/** Puts all facts in the place of those that are there. Whoever is recording ends first, and the next one sees them. */
export async function replaceFacts(em: EntityManager, pages: AsyncIterable<readonly HoldableFacts[]>): Promise<void> {
  await em.execute('create temporary table activity_fact_draft (like activity_fact) on commit drop')
  for await (const facts of pages) {
    await executeBound(em, `insert into activity_fact_draft (${columns}) select ${values} from ${given}`, [
      JSON.stringify(facts),
    ])
  }
  await em.execute('lock table activity_fact in access exclusive mode')
  await em.execute('delete from activity_fact')
  await em.execute('insert into activity_fact select * from activity_fact_draft')
}
