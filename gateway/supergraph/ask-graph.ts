import { HeaderMap } from '@apollo/server'
import type { GatewayContext } from '../data-source/gateway-context.js'
import type { GraphRunner } from './served-graph.js'

/** An operation as a caller without HTTP asks it. */
export interface AskedOfGraph {
  query: string
  operationName?: string
  variables: object
}

/** The JSON that the graph answers to an operation, with every limit that holds there. */
export async function askGraph(
  graph: Pick<GraphRunner, 'executeHTTPGraphQLRequest'>,
  body: AskedOfGraph,
  context: GatewayContext,
): Promise<string> {
  const headers = new HeaderMap([['content-type', 'application/json']])
  const answer = await graph.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers, search: '', body },
    context: async () => context,
  })
  if (answer.body.kind !== 'complete') throw new Error('The graph answers in one piece.')
  return answer.body.string.trimEnd()
}
