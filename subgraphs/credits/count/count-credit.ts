import type { EntityManager } from '@mikro-orm/postgresql'
import { executeAbout } from '../../shared/postgres/prepared.js'

/** How one live part begins or ceases to count, or changes from pending to accepted. */
export interface CountChange {
  activityId: string
  providerId: string
  /** Empty for CME. */
  boardCode: string
  accepted: number
  pending: number
  /** The day in US Central time on which the part was recorded. */
  recordedOn: string
}

/** The change that a part in this status makes by coming (1) or going (-1). */
export const countOf = (status: string, by: 1 | -1) => ({
  accepted: status === 'ACCEPTED' ? by : 0,
  pending: status === 'PENDING' ? by : 0,
})

/** The statements that tell others of sums; each sum carries the number of its changes, so that the newest one wins. */
export const tellSums = `
  insert into outbox_event (id, aggregatetype, aggregateid, type, payload)
  select gen_random_uuid(), 'activity-credit', activity_id, 'ACTIVITY_CREDIT_CHANGED',
    jsonb_build_object('activities', jsonb_agg(jsonb_build_object('activityId', activity_id, 'boardCode', board_code,
      'accepted', accepted, 'pending', pending, 'version', version)), 'days', '[]'::jsonb)
  from counted group by activity_id
  union all
  select gen_random_uuid(), 'provider-credit', provider_id, 'PROVIDER_CREDIT_CHANGED',
    jsonb_build_object('activities', '[]'::jsonb, 'days', jsonb_agg(jsonb_build_object('providerId', provider_id,
      'recordedOn', recorded_on, 'accepted', accepted, 'version', version)))
  from counted_day group by provider_id`

/**
 * Keeps the sums by activity and board, and by provider and day, beside the ledger, and tells of them: in the transaction
 * that records or decides, with one event for each activity and provider however many rows it is.
 */
export async function countCredit(em: EntityManager, changes: readonly CountChange[]): Promise<void> {
  const sums = summed(changes)
  if (!sums.length) return
  await executeAbout(
    em,
    sums.length,
    `with change as materialized (
       select * from jsonb_to_recordset($1::jsonb) as change (
         "activityId" text, "providerId" text, "boardCode" text, accepted int, pending int, "recordedOn" date)
     ), counted as (
       insert into activity_credit_count as stands (activity_id, board_code, accepted, pending)
       select "activityId", "boardCode", sum(accepted), sum(pending) from change
       group by 1, 2 having sum(accepted) <> 0 or sum(pending) <> 0 order by 1, 2
       on conflict (activity_id, board_code) do update set accepted = stands.accepted + excluded.accepted,
         pending = stands.pending + excluded.pending, version = stands.version + 1
       returning *
     ), counted_day as (
       insert into provider_credit_day as stands (provider_id, recorded_on, accepted)
       select "providerId", "recordedOn", sum(accepted) from change
       group by 1, 2 having sum(accepted) <> 0 order by 1, 2
       on conflict (provider_id, recorded_on) do update set accepted = stands.accepted + excluded.accepted,
         version = stands.version + 1
       returning *
     )
     ${tellSums}`,
    [JSON.stringify(sums)],
  )
}

/** One change for all that a chunk does to the same sums. */
function summed(changes: readonly CountChange[]): CountChange[] {
  const sums = new Map<string, CountChange>()
  for (const { activityId, providerId, boardCode, recordedOn, accepted, pending } of changes) {
    const key = `${activityId} ${boardCode} ${recordedOn}`
    const sum = sums.get(key) ?? { activityId, providerId, boardCode, recordedOn, accepted: 0, pending: 0 }
    sums.set(key, Object.assign(sum, { accepted: sum.accepted + accepted, pending: sum.pending + pending }))
  }
  return [...sums.values()]
}
