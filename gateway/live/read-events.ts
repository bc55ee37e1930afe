import type { InternalClient } from '../../subgraphs/shared/http/internal-client.js'
import type { SubgraphName } from '../config.js'
import type { LivePage, ReadPage } from './live-feed.js'

/** The field by which each subgraph tells what has happened; in one graph no two may have the same. */
const fields: Readonly<Record<SubgraphName, string>> = {
  providers: 'providersLiveEvents',
  learners: 'learnersLiveEvents',
  credits: 'liveEvents',
}

/** Asks subgraphs what has happened, on nobody’s behalf: whoever hears of it is asked for event by event. */
export const readEventsOf = (clients: Record<SubgraphName, InternalClient>): Record<SubgraphName, ReadPage> => ({
  providers: readFrom('providers', clients),
  learners: readFrom('learners', clients),
  credits: readFrom('credits', clients),
})

function readFrom(name: SubgraphName, { [name]: client }: Record<SubgraphName, InternalClient>): ReadPage {
  const query = `query LiveEvents($after: String, $channels: [String!]!) {
  page: ${fields[name]}(after: $after, channels: $channels) { items { cursor channel id } endCursor hasMore }
}`
  return async (after, channels) => (await client.ask<{ page: LivePage }>(query, { after, channels })).page
}
