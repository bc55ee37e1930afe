import type { GraphRunner } from '../supergraph/served-graph.js'
import type { Gate } from './gate.js'

/** The graph behind a gate, for the ways into it that run one operation after the other on behalf of a caller. */
export const gatedRunner = (
  graph: GraphRunner,
  gate: Gate,
  quick: GraphRunner['quick'] = graph.quick,
): GraphRunner => ({
  get schema() {
    return graph.schema
  },
  quick: (operation, context) => gate.run(callerOf(context), () => quick(operation, context)),
  executeHTTPGraphQLRequest: async (request) => {
    const context = await request.context()
    const run = () => graph.executeHTTPGraphQLRequest({ ...request, context: async () => context })
    return gate.run(callerOf(context), run)
  },
})

/** Who stands in one line at the gate: an account, or all who are nobody. */
export const callerOf = ({ claims }: { claims: { accountId: string } | undefined }): string => claims?.accountId ?? ''
