import type { ViewerClaims } from '../../subgraphs/reference/viewer.js'
import { currentRequestId } from '../../subgraphs/shared/observe/work.js'
import { waitingOn } from '../data-source/gateway-context.js'
import type { Gate } from '../limits/gate.js'
import { callerOf } from '../limits/gated-runner.js'
import { askGraph } from '../supergraph/ask-graph.js'
import type { ServedGraph } from '../supergraph/served-graph.js'
import type { AskedSubscription } from './live.js'

/** Answers the query of an event through the graph, with every limit that holds there, and the gate in front of it. */
export const runEvent =
  (graph: Pick<ServedGraph, 'quick' | 'executeHTTPGraphQLRequest'>, gate: Gate) =>
  (operation: AskedSubscription, claims: ViewerClaims): Promise<string> =>
    gate.run(callerOf({ claims }), () =>
      askGraph(graph, operation, { claims, requestId: currentRequestId(), ...waitingOn(undefined) }),
    )
