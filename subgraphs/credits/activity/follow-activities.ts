import type { EntityManager } from '@mikro-orm/postgresql'
import type { ReadModel } from '../../shared/outbox/follow.js'
import { executeBound } from '../../shared/postgres/bound.js'
import { lockRecording } from '../record/record-lock.js'
import { replaceFacts, upsertFacts } from './activity-fact.js'
import type { ActivityEvent, ActivitySource, HoldableFacts } from './activity-source.js'

/** The read model of activities beside the ledger: what each allows, and whether its owner holds it. */
export const activitiesModel = (source: ActivitySource): ReadModel<ActivityEvent> => ({
  owner: 'providers',
  events: (after) => source.events(after),
  apply: applyEvents,
  rebuild: (transaction) => rebuild(transaction, source),
})

/** Readers see the old read model until the new one is complete. */
async function rebuild(transaction: EntityManager, source: ActivitySource): Promise<string> {
  let page = await source.page(null)
  const { eventCursor } = page
  async function* pages(): AsyncGenerator<HoldableFacts[]> {
    yield page.facts
    while (page.nextCursor) {
      page = await source.page(page.nextCursor)
      yield page.facts
    }
  }
  await replaceFacts(transaction, pages())
  return eventCursor
}

/**
 * Waits until nobody records credit of these providers, so that whoever has judged by what was known before has ended
 * when the events count as applied.
 */
async function applyEvents(transaction: EntityManager, events: readonly ActivityEvent[]): Promise<void> {
  await lockRecording(transaction, events.map(providerOf))
  const changed = new Map<string, Extract<ActivityEvent, { facts: object }>['facts']>()
  const held = new Map<string, boolean>()
  for (const event of events) {
    if (event.type === 'ACTIVITY_CHANGED') {
      const known = changed.get(event.facts.activityId)
      if (!known || known.version <= event.facts.version) changed.set(event.facts.activityId, event.facts)
    } else {
      held.set(event.activityId, event.type === 'ACTIVITY_HELD')
    }
  }
  await upsertFacts(transaction, [...changed.values()])
  if (!held.size) return
  await executeBound(
    transaction,
    `update activity_fact set is_held = given.held
     from unnest($1::text[], $2::boolean[]) as given (activity, held) where activity_id = given.activity`,
    [[...held.keys()], [...held.values()]],
  )
}

const providerOf = (event: ActivityEvent) =>
  event.type === 'ACTIVITY_CHANGED' ? event.facts.providerId : event.providerId
