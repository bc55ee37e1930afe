import type { InternalClient } from '../../subgraphs/shared/http/internal-client.js'
import type { LivePage, ReadPage } from './live-feed.js'

const query = `query LiveEvents($after: String, $channels: [String!]!) {
  liveEvents(after: $after, channels: $channels) { items { cursor channel id } endCursor hasMore }
}`

/** Asks a subgraph what has happened, on nobody’s behalf: whoever hears of it is asked for event by event. */
export const readEventsOf =
  (client: InternalClient): ReadPage =>
  async (after, channels) =>
    (await client.ask<{ liveEvents: LivePage }>(query, { after, channels })).liveEvents
