import type { InternalClient } from '../../shared/http/internal-client.js'
import type { ActivityFacts, RegistrationFacts } from '../owners/owners.js'

/** Something that happened to an activity. */
export type ActivityEvent =
  | { type: 'ACTIVITY_CHANGED'; facts: ActivityFacts }
  /** The owner wants to change what credit stands against, and asks that none is recorded until it is released. */
  | { type: 'ACTIVITY_HELD' | 'ACTIVITY_RELEASED'; activityId: string; providerId: string }

/** What the read model keeps of an activity. */
export interface HoldableFacts extends ActivityFacts {
  isHeld: boolean
}

export interface ActivityFactPage {
  facts: HoldableFacts[]
  nextCursor: string | null
  /** Where the events stood when the page was read. */
  eventCursor: string
}

/** The owner of activities, as the read model and the path of a row ask it. */
export interface ActivitySource {
  /** The versions of the activities that exist among these, by id. */
  versions(activityIds: readonly string[]): Promise<Map<string, number>>
  facts(activityIds: readonly string[]): Promise<Map<string, ActivityFacts>>
  page(after: string | null): Promise<ActivityFactPage>
  events(after: string): Promise<{ events: ActivityEvent[]; endCursor: string | null }>
}

const pageSize = 5_000
const fields = `activityId version providerId providerName title status activityFormat startsOn endsOn credits isRems
  registrations { boardCode points creditTypes creditClaimOn }`

type WireFacts = Omit<ActivityFacts, 'quarters' | 'registrations'> & {
  credits: number | null
  registrations: (Omit<RegistrationFacts, 'quarters'> & { points: number })[]
}

interface WireEvent {
  type: ActivityEvent['type']
  activityId: string
  providerId: string
  facts: WireFacts | null
}

/** The owner of activities over HTTP. */
export function httpActivities(providers: Pick<InternalClient, 'ask'>): ActivitySource {
  return {
    async versions(activityIds) {
      const query = `query ActivityVersions($activityIds: [ID!]!) {
        activityVersions(activityIds: $activityIds) { activityId version }
      }`
      const { activityVersions } = await providers.ask<{
        activityVersions: { activityId: string; version: number }[]
      }>(query, { activityIds })
      return new Map(activityVersions.map(({ activityId, version }) => [activityId, version]))
    },
    async facts(activityIds) {
      const query = `query ActivityFacts($activityIds: [ID!]!) { activityFacts(activityIds: $activityIds) { ${fields} } }`
      const { activityFacts } = await providers.ask<{ activityFacts: WireFacts[] }>(query, { activityIds })
      return new Map(activityFacts.map((wire) => [wire.activityId, factsOf(wire)]))
    },
    async page(after) {
      const query = `query ActivityFactPage($after: String, $first: Int!) {
        activityFactPage(after: $after, first: $first) { facts { ${fields} } held nextCursor eventCursor }
      }`
      const { activityFactPage } = await providers.ask<{
        activityFactPage: { facts: WireFacts[]; held: string[]; nextCursor: string | null; eventCursor: string }
      }>(query, { after, first: pageSize })
      const held = new Set(activityFactPage.held)
      const facts = activityFactPage.facts.map((wire) => ({ ...factsOf(wire), isHeld: held.has(wire.activityId) }))
      return { ...activityFactPage, facts }
    },
    async events(after) {
      const query = `query ActivityEvents($after: String, $first: Int!) {
        activityEvents(after: $after, first: $first) {
          events { type activityId providerId facts { ${fields} } } endCursor
        }
      }`
      const { activityEvents } = await providers.ask<{
        activityEvents: { events: WireEvent[]; endCursor: string | null }
      }>(query, { after, first: pageSize })
      return { ...activityEvents, events: activityEvents.events.map(eventOf) }
    },
  }
}

function eventOf({ type, activityId, providerId, facts }: WireEvent): ActivityEvent {
  if (type !== 'ACTIVITY_CHANGED') return { type, activityId, providerId }
  if (!facts) throw new Error(`The change of activity ${activityId} says nothing.`)
  return { type, facts: factsOf(facts) }
}

function factsOf({ credits, registrations, ...rest }: WireFacts): ActivityFacts {
  return {
    ...rest,
    quarters: (credits ?? 0) * 4,
    registrations: registrations.map(({ points, ...registration }) => ({ ...registration, quarters: points * 4 })),
  }
}
