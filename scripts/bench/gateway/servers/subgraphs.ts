import { readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { FixedSubgraph } from './fixed-subgraph.js'
import { listen } from './listen.js'

let requests = 0

/** How many requests the subgraphs of this process have had. */
export const subgraphRequests = () => requests

/** Serves the three subgraphs, which answer from memory. */
export async function serveSubgraphs(pageLength: number): Promise<Record<string, number>> {
  const ports: Record<string, number> = {}
  for (const name of ['providers', 'learners', 'credits']) {
    const subgraph = new FixedSubgraph(readFileSync(`schema/${name}.graphql`, 'utf8'), pageLength)
    ports[name] = await listen(async (request: IncomingMessage, response) => {
      requests += 1
      const answer = await subgraph.answer(await text(request))
      response.setHeader('content-type', 'application/json; charset=utf-8')
      response.setHeader('content-length', Buffer.byteLength(answer))
      response.end(answer)
    })
  }
  return ports
}
