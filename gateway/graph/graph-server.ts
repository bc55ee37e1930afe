import { ApolloGateway } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import { formatError } from '../../subgraphs/shared/graphql/format-error.js'
import type { InternalClient } from '../../subgraphs/shared/http/internal-client.js'
import type { Log } from '../../subgraphs/shared/log.js'
import type { SubgraphName } from '../config.js'
import { graphLimits } from './limits.js'
import { operationLimits } from './operation-limits.js'
import { type GatewayContext, SubgraphDataSource } from './subgraph-data-source.js'

export interface GraphServerOptions {
  supergraphSdl: string
  clients: Record<SubgraphName, InternalClient>
  /** True where developers explore the schema. */
  introspection: boolean
  log: Log
}

// The gateway reads this when it is made; without it, it reports to its maker over the network.
process.env.APOLLO_TELEMETRY_DISABLED = 'true'

/** The graph: Apollo Server over the composed supergraph. */
export async function createGraphServer({
  supergraphSdl,
  clients,
  introspection,
  log,
}: GraphServerOptions): Promise<ApolloServer<GatewayContext>> {
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => new SubgraphDataSource(clients[name as SubgraphName]),
    __exposeQueryPlanExperimental: false,
    logger: {
      debug: () => undefined,
      info: (text) => log.debug(text),
      warn: (text) => log.warn(text),
      error: (text) => log.error(text),
    },
  })
  const server = new ApolloServer<GatewayContext>({
    gateway,
    introspection,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !introspection,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: graphLimits.tokens },
    plugins: [operationLimits, ApolloServerPluginLandingPageDisabled()],
    formatError: formatError(log),
  })
  await server.start()
  return server
}
