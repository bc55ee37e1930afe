import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EntityManager } from '@mikro-orm/postgresql'
import { conflict, overloaded } from '../../shared/errors.js'
import { appendEvents } from '../../shared/outbox/outbox.js'
import { executeBound } from '../../shared/postgres/bound.js'
import { ActivityEventType } from '../feed/activity-feed.js'

/** An activity whose credit has to be known for sure. */
export interface HeldActivity {
  activityId: string
  providerId: string
}

/** What may not be done to an activity while there is credit for it. */
export interface CreditQuestion extends HeldActivity {
  /** Only points of this board stand against it; without one, any credit does. */
  boardCode?: string
  /** What the caller reads where there is credit. */
  refusal: string
}

const patienceMs = 5_000
const pauseMs = 50
/** A hold outlives the patience, so that whoever waited can still act on it, and ends by itself where somebody died. */
const holdMs = 15_000

/**
 * Works in a transaction in which `activity_credit` has the whole truth about these activities (A42, A43, M15), whatever
 * is being recorded at this moment: they are held, which credits hears of and then records nothing for them; once
 * credits has said that it has heard, and so has told of everything recorded before, the sums are final until the end of
 * the transaction. Throws OVERLOADED where credits does not say in time.
 */
export async function whileHeld<Result>(
  em: EntityManager,
  activities: readonly HeldActivity[],
  work: (transaction: EntityManager) => Promise<Result>,
  timeoutMs = patienceMs,
): Promise<Result> {
  if (!activities.length) return em.transactional(work)
  const holdId = await takeHold(em, activities)
  try {
    await untilHeard(em, holdId, timeoutMs)
    return await em.transactional(async (transaction) => {
      await endHold(transaction, holdId, activities.length)
      return work(transaction)
    })
  } catch (error) {
    await em.fork().transactional((transaction) => release(transaction, 'hold_id = $1', [holdId]))
    throw error
  }
}

/** Changes an activity only if no credit for it is accepted or pending. Throws CONFLICT where there is. */
export async function withoutCredit<Result>(
  em: EntityManager,
  question: CreditQuestion,
  change: (transaction: EntityManager) => Promise<Result>,
  timeoutMs = patienceMs,
): Promise<Result> {
  await refuseCredit(em, question)
  const refuseOrChange = async (transaction: EntityManager) => {
    await refuseCredit(transaction, question)
    return change(transaction)
  }
  return whileHeld(em, [question], refuseOrChange, timeoutMs)
}

/** Releases what is held for longer than anybody waits; resolves to the number of activities. */
export const releaseForgottenHolds = (em: EntityManager): Promise<number> =>
  em.transactional((transaction) => release(transaction, 'held_until < now()', []))

async function takeHold(em: EntityManager, activities: readonly HeldActivity[]): Promise<string> {
  const holdId = randomUUID()
  await em.fork().transactional(async (transaction) => {
    const activityIds = activities.map(({ activityId }) => activityId)
    await release(transaction, 'activity_id = any($1) and held_until < now()', [activityIds])
    const taken = await executeBound<HeldActivity>(
      transaction,
      `insert into activity_hold (activity_id, hold_id, provider_id, held_until)
       select activity_id, $2::uuid, provider_id, now() + $3 * interval '1 millisecond'
       from activity where activity_id = any($1) order by activity_id
       on conflict do nothing
       returning activity_id as "activityId", provider_id as "providerId"`,
      [activityIds, holdId, holdMs],
    )
    if (taken.length !== activities.length) throw overloaded(takenBySomebody)
    await tell(transaction, ActivityEventType.ACTIVITY_HELD, taken, holdId)
  })
  return holdId
}

const takenBySomebody = 'Somebody else is changing this activity at this moment. Try again in a moment.'

/** Waits until credits has applied the last of the events that hold the activities. */
async function untilHeard(em: EntityManager, holdId: string, timeoutMs: number): Promise<void> {
  const deadline = performance.now() + timeoutMs
  while (performance.now() < deadline) {
    const [heard] = await executeBound(
      em.fork(),
      `select from outbox_event, credit_position
       where id = $1::uuid and credit_position.position is not null
         and (applied_transaction, applied_position) >= (transaction_id::text::bigint, outbox_event.position)`,
      [holdId],
    )
    if (heard) return
    await sleep(pauseMs)
  }
  throw overloaded(
    'Credit may be arriving for this activity at this moment. Nothing was changed: try again in a minute.',
  )
}

/** Ends the hold together with the change. Throws where it has expired: credit may have been recorded since. */
async function endHold(transaction: EntityManager, holdId: string, activities: number): Promise<void> {
  if ((await release(transaction, 'hold_id = $1', [holdId])) === activities) return
  throw overloaded('That took too long. Nothing was changed: try again in a moment.')
}

async function release(transaction: EntityManager, which: string, values: readonly unknown[]): Promise<number> {
  const released = await executeBound<HeldActivity>(
    transaction,
    `delete from activity_hold where ${which}
     returning activity_id as "activityId", provider_id as "providerId"`,
    values,
  )
  if (released.length) await tell(transaction, ActivityEventType.ACTIVITY_RELEASED, released)
  return released.length
}

/** Tells of activities; the last event may be given an id by which it is found again. */
const tell = (
  transaction: EntityManager,
  type: ActivityEventType,
  activities: readonly HeldActivity[],
  lastId: string = randomUUID(),
) =>
  appendEvents(
    transaction,
    activities.map(({ activityId, providerId }, index) => ({
      eventId: index === activities.length - 1 ? lastId : randomUUID(),
      aggregateType: 'activity',
      aggregateId: activityId,
      type,
      payload: { activityId, providerId },
    })),
  )

async function refuseCredit(em: EntityManager, { activityId, boardCode, refusal }: CreditQuestion): Promise<void> {
  const [credit] = await executeBound(
    em,
    `select from activity_credit
     where activity_id = $1 and accepted + pending > 0 and ($2::text is null or board_code = $2) limit 1`,
    [activityId, boardCode ?? null],
  )
  if (credit) throw conflict(refusal)
}
