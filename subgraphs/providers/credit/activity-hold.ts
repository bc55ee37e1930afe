import { randomUUID } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { appendEvents } from '../../shared/outbox/outbox.js'
import { executeBound } from '../../shared/postgres/bound.js'
import { ActivityEventType } from '../feed/activity-feed.js'

/** An activity whose credit has to be known for sure. */
export interface HeldActivity {
  activityId: string
  providerId: string
}

/** A hold outlives everybody’s patience, and ends by itself where somebody died who had taken it. */
const holdSeconds = 15

/** Which of these activities are held, and whether credits has said that it has heard. */
export function findHolds(
  em: EntityManager,
  activityIds: readonly string[],
): Promise<{ activityId: string; isHeard: boolean }[]> {
  return executeBound(
    em,
    `select activity_id as "activityId", coalesce(credit_position.position is not null
       and (applied_transaction, applied_position) >= (transaction_id::text::bigint, outbox_event.position), false) as "isHeard"
     from activity_hold
     join outbox_event on outbox_event.id = hold_id
     left join credit_position on true
     where activity_id = any($1) and held_until > now()`,
    [activityIds],
  )
}

/** Holds activities, from the end of the transaction on: credits records nothing for them once it has heard. */
export async function hold(transaction: EntityManager, activities: readonly HeldActivity[]): Promise<void> {
  const wanted = activities.map((activity) => ({ ...activity, holdId: randomUUID() }))
  await release(transaction, 'activity_id = any($1) and held_until < now()', [wanted.map((it) => it.activityId)])
  const taken = await executeBound<HeldActivity & { holdId: string }>(
    transaction,
    `insert into activity_hold (activity_id, hold_id, provider_id, held_until)
     select "activityId", "holdId", "providerId", now() + $2 * interval '1 second'
     from jsonb_to_recordset($1::jsonb) as wanted ("activityId" text, "holdId" uuid, "providerId" text)
     order by 1 on conflict do nothing
     returning activity_id as "activityId", hold_id as "holdId", provider_id as "providerId"`,
    [JSON.stringify(wanted), holdSeconds],
  )
  await tell(transaction, ActivityEventType.ACTIVITY_HELD, taken)
}

/** Ends the holds of these activities; resolves to their number. */
export const endHolds = (transaction: EntityManager, activityIds: readonly string[]): Promise<number> =>
  release(transaction, 'activity_id = any($1) and held_until > now()', [activityIds])

/** Ends what is held for longer than anybody waits; resolves to the number of activities. */
export const endForgottenHolds = (em: EntityManager): Promise<number> =>
  em.transactional((transaction) => release(transaction, 'held_until < now()', []))

async function release(transaction: EntityManager, which: string, values: readonly unknown[]): Promise<number> {
  const released = await executeBound<HeldActivity>(
    transaction,
    `delete from activity_hold where ${which} returning activity_id as "activityId", provider_id as "providerId"`,
    values,
  )
  await tell(transaction, ActivityEventType.ACTIVITY_RELEASED, released)
  return released.length
}

async function tell(
  transaction: EntityManager,
  type: ActivityEventType,
  activities: readonly (HeldActivity & { holdId?: string })[],
): Promise<void> {
  if (!activities.length) return
  await appendEvents(
    transaction,
    activities.map(({ activityId, providerId, holdId = randomUUID() }) => ({
      eventId: holdId,
      aggregateType: 'activity',
      aggregateId: activityId,
      type,
      payload: { activityId, providerId },
    })),
  )
}
