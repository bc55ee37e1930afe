import { ApolloGateway } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import type { GraphQLSchema } from 'graphql'
import { formatError } from '../../subgraphs/shared/graphql/format-error.js'
import type { Log } from '../../subgraphs/shared/log.js'
import { sharedFieldsIn } from '../answer-cache/shared-fields.js'
import type { SubgraphName } from '../config.js'
import type { GatewayContext } from '../data-source/gateway-context.js'
import type { SubgraphSource } from '../data-source/subgraph-source.js'
import { CompiledExecutor } from '../executor/compiled-executor.js'
import { partsOf } from '../executor/gateway-parts.js'
import { stringifyAnswer } from '../executor/written-json.js'
import { accessRules } from '../policy/access-plugin.js'
import { OperationAccess } from '../policy/operation-access.js'
import { accessRulesIn, withoutSecurityLinks } from '../policy/supergraph-access.js'
import { jsonStatus } from './json-status.js'
import { graphLimits } from './limits.js'
import { operationLimits } from './operation-limits.js'
import { quickAnswer } from './quick-answer.js'
import { withStatedCosts } from './stated-costs.js'

export interface GraphServerOptions {
  supergraphSdl: string
  sources: Record<SubgraphName, SubgraphSource>
  /** True where developers work: they may look at the schema, and errors tell of it. */
  isDevelopment: boolean
  log: Log
}

// The gateway reads this when it is made; without it, it reports to its maker over the network.
process.env.APOLLO_TELEMETRY_DISABLED = 'true'

/** The graph as the ways into it see it. */
export interface Graph {
  server: ApolloServer<GatewayContext>
  /** Answers what is compiled already without the server. */
  quick: ReturnType<typeof quickAnswer>
  /** Compiles operations before anybody asks for them, and tells which are compiled. */
  executor: CompiledExecutor
  /** What callers may ask. */
  schema: GraphQLSchema
  /** What of it is the same for everybody, as `Type.field`. */
  sharedFields: ReadonlySet<string>
}

/** The graph: Apollo Server over the composed supergraph, with operations compiled once. */
export async function createGraphServer({
  supergraphSdl,
  sources,
  isDevelopment,
  log,
}: GraphServerOptions): Promise<Graph> {
  const access = new OperationAccess(accessRulesIn(supergraphSdl), isDevelopment)
  const sourceOf = (name: string) => (Object.hasOwn(sources, name) ? sources[name as SubgraphName] : undefined)
  const gateway = new ApolloGateway({
    supergraphSdl: withoutSecurityLinks(supergraphSdl),
    buildService: ({ name }) => {
      const source = sourceOf(name)
      if (!source) throw new Error(`The supergraph names ${name}, a subgraph that this gateway does not know.`)
      return source
    },
    __exposeQueryPlanExperimental: false,
    logger: {
      debug: () => undefined,
      info: (text) => log.debug(text),
      warn: (text) => log.warn(text),
      error: (text) => log.error(text),
    },
  })
  const executor = new CompiledExecutor({ gateway, sourceOf, log })
  const server = new ApolloServer<GatewayContext>({
    gateway,
    stringifyResult: stringifyAnswer,
    introspection: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !isDevelopment,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: graphLimits.tokens },
    plugins: [operationLimits, accessRules(access), jsonStatus, ApolloServerPluginLandingPageDisabled()],
    formatError: formatError(log),
  })
  await server.start()
  const { schema, supergraphSchema } = partsOf(gateway)
  return {
    executor,
    schema: withStatedCosts(schema, supergraphSchema),
    sharedFields: sharedFieldsIn(supergraphSdl),
    server,
    quick: quickAnswer(executor, access),
  }
}
