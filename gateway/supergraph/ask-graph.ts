import { HeaderMap } from '@apollo/server'
import type { GatewayContext } from '../data-source/gateway-context.js'
import type { GraphRunner } from './served-graph.js'

/** An operation as a caller without HTTP asks it. */
export interface AskedOfGraph {
  query: string
  operationName?: string
  variables: Readonly<Record<string, unknown>>
}

/** The JSON that the graph answers to an operation, by the quick way where it is known, with every limit that holds there. */
export async function askGraph(
  graph: Pick<GraphRunner, 'quick' | 'executeHTTPGraphQLRequest'>,
  { query, operationName, variables }: AskedOfGraph,
  context: GatewayContext,
): Promise<string> {
  const quick = await graph.quick({ query, operationName: operationName ?? '', variables }, context)
  if (quick !== undefined) return String(quick)
  const body = { query, variables, ...(operationName && { operationName }) }
  const headers = new HeaderMap([['content-type', 'application/json']])
  const answer = await graph.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers, search: '', body },
    context: async () => context,
  })
  if (answer.body.kind !== 'complete') throw new Error('The graph answers in one piece.')
  return answer.body.string.trimEnd()
}
