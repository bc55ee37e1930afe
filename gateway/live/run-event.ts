import { HeaderMap } from '@apollo/server'
import type { ViewerClaims } from '../../subgraphs/reference/viewer.js'
import { currentRequestId } from '../../subgraphs/shared/observe/work.js'
import type { ServedGraph } from '../supergraph/served-graph.js'
import type { AskedSubscription } from './live.js'

/** Answers the query of an event through the graph, with every limit that holds there. */
export const runEvent =
  (graph: Pick<ServedGraph, 'quick' | 'executeHTTPGraphQLRequest'>) =>
  async (operation: AskedSubscription, claims: ViewerClaims): Promise<string> => {
    const context = { claims, requestId: currentRequestId() }
    const quick = await graph.quick(operation, context)
    if (quick !== undefined) return quick
    const { query, variables, operationName } = operation
    const body = { query, variables, ...(operationName && { operationName }) }
    const headers = new HeaderMap([['content-type', 'application/json']])
    const httpGraphQLRequest = { method: 'POST', headers, search: '', body }
    const answer = await graph.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => context })
    if (answer.body.kind !== 'complete') throw new Error('The graph answers in one piece.')
    return answer.body.string.trimEnd()
  }
