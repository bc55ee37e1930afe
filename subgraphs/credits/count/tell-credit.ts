import { randomUUID } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Log } from '../../shared/log.js'
import { appendEvents, currentCursor, readEvents } from '../../shared/outbox/outbox.js'
import { pause } from '../../shared/pause.js'
import { executeBound } from '../../shared/postgres/bound.js'
import type { ActivitySum, CreditListener, CreditNews, DaySum } from './credit-listener.js'

const pageSize = 1_000
const pauseMs = 250
const owner = 'providers'

/** Tells the listener of credit, within a second of the change, until the signal. Of several workers one tells at a time. */
export async function keepTelling(
  em: EntityManager,
  listener: CreditListener,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const more = await tellNext(em.fork(), listener).catch((error: unknown) => {
      log.warn({ err: error }, 'credit could not be told; trying again')
      return false
    })
    if (!more) await pause(pauseMs, signal)
  }
}

/** Tells the next page; true when there may be more. */
export async function tellNext(em: EntityManager, listener: CreditListener): Promise<boolean> {
  return em.transactional(async (transaction) => {
    const [lock] = await transaction.execute<{ ours: boolean }[]>(
      `select pg_try_advisory_xact_lock(hashtext('tell credit')) as ours`,
    )
    if (!lock?.ours) return false
    await em.fork().transactional(acknowledge)
    const after = await listener.position()
    if (after === null) {
      await tellEverything(em.fork(), listener)
      return true
    }
    const events = await readEvents(em.fork(), after, pageSize)
    const last = events.at(-1)
    if (!last) return false
    await listener.receive({ ...newsOf(events.map(({ payload }) => payload)), after, endCursor: last.cursor })
    return events.length === pageSize
  })
}

/** Tells all sums from zero, and then goes on with the events from before the first of them was read. */
export async function tellEverything(em: EntityManager, listener: CreditListener): Promise<void> {
  const endCursor = await currentCursor(em)
  const page = {
    activities: [],
    days: [],
    appliedActivityEvents: null,
    after: null,
    startsOver: false,
    endCursor: null,
  }
  await listener.receive({ ...page, startsOver: true })
  for (let last: ActivitySum | undefined, more = true; more; ) {
    const activities = await activitySums(em, last)
    if (activities.length) await listener.receive({ ...page, activities })
    last = activities.at(-1)
    more = activities.length === pageSize
  }
  for (let last: DaySum | undefined, more = true; more; ) {
    const days = await daySums(em, last)
    if (days.length) await listener.receive({ ...page, days })
    last = days.at(-1)
    more = days.length === pageSize
  }
  await listener.receive({ ...page, endCursor })
}

interface Applied {
  position: string
}

/**
 * Says through the outbox up to where the events of activities are applied. The position is read before this
 * transaction has a number, so everybody who recorded on what was known before has a lower one and is told of earlier.
 */
async function acknowledge(em: EntityManager): Promise<void> {
  const [known] = await em.execute<Applied[]>(
    'select position from event_position where owner = ? and position is distinct from acknowledged',
    [owner],
  )
  if (!known) return
  const payload = { appliedActivityEvents: known.position }
  await appendEvents(em, [
    {
      eventId: randomUUID(),
      aggregateType: 'activity-events',
      aggregateId: owner,
      type: 'ACTIVITY_EVENTS_APPLIED',
      payload,
    },
  ])
  await em.execute('update event_position set acknowledged = ? where owner = ?', [known.position, owner])
}

/** Of several sums of the same the newest; each payload carries what it tells of and nothing else. */
function newsOf(payloads: readonly object[]): Omit<CreditNews, 'after' | 'endCursor'> {
  const activities = new Map<string, ActivitySum>()
  const days = new Map<string, DaySum>()
  let appliedActivityEvents: string | null = null
  for (const payload of payloads as readonly Partial<CreditNews>[]) {
    for (const sum of payload.activities ?? []) keepNewest(activities, `${sum.activityId} ${sum.boardCode}`, sum)
    for (const sum of payload.days ?? []) keepNewest(days, `${sum.providerId} ${sum.recordedOn}`, sum)
    appliedActivityEvents = payload.appliedActivityEvents ?? appliedActivityEvents
  }
  return { startsOver: false, activities: [...activities.values()], days: [...days.values()], appliedActivityEvents }
}

function keepNewest<Sum extends { version: number }>(sums: Map<string, Sum>, key: string, sum: Sum): void {
  if ((sums.get(key)?.version ?? 0) < sum.version) sums.set(key, sum)
}

const activitySums = (em: EntityManager, last: ActivitySum | undefined) =>
  executeBound<ActivitySum>(
    em,
    `select activity_id as "activityId", board_code as "boardCode", accepted, pending, version::int
     from activity_credit_count where (activity_id, board_code) > ($1, $2) order by activity_id, board_code limit $3`,
    [last?.activityId ?? '', last?.boardCode ?? '', pageSize],
  )

const daySums = (em: EntityManager, last: DaySum | undefined) =>
  executeBound<DaySum>(
    em,
    `select provider_id as "providerId", recorded_on::text as "recordedOn", accepted, version::int
     from provider_credit_day where (provider_id, recorded_on) > ($1, $2::date) order by provider_id, recorded_on limit $3`,
    [last?.providerId ?? '', last?.recordedOn ?? '-infinity', pageSize],
  )
