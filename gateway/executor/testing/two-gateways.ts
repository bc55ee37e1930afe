import { readFileSync } from 'node:fs'
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway'
import { ApolloServer, HeaderMap } from '@apollo/server'
import { formatError } from '../../../subgraphs/shared/graphql/format-error.js'
import { createLog } from '../../../subgraphs/shared/log.js'
import type { GatewayContext } from '../../data-source/gateway-context.js'
import { quickAnswer } from '../../graph/quick-answer.js'
import { OperationAccess } from '../../policy/operation-access.js'
import { withoutSecurityLinks } from '../../policy/supergraph-access.js'
import { CompiledExecutor, type ExecutorCounts } from '../compiled-executor.js'
import { stringifyAnswer } from '../written-json.js'
import { FakeSubgraph, type Trouble } from './fake-subgraph.js'
import type { GeneratedOperation } from './generate-operation.js'

// The gateway reads this when it is made.
process.env.APOLLO_TELEMETRY_DISABLED = 'true'

/** The stock gateway and the compiled one, in front of the same subgraphs. */
export interface TwoGateways {
  counts: ExecutorCounts
  troubled(trouble: Trouble): void
  /** The bytes that each of them answers, the compiled one a second time without its server, and how many fetches each needed. */
  ask(operation: GeneratedOperation): Promise<{ stock: Answered; compiled: Answered; quick: Answered }>
  stop(): Promise<void>
}

interface Answered {
  status: number | undefined
  text: string
  fetches: number
}

/** Starts both. */
export async function startTwoGateways(): Promise<TwoGateways> {
  const subgraphs = new Map(['providers', 'learners', 'credits'].map((name) => [name, new FakeSubgraph(name)]))
  const log = createLog('test', 'silent')
  const gatewayOf = () =>
    new ApolloGateway({
      supergraphSdl: withoutSecurityLinks(readFileSync('schema/supergraph.graphql', 'utf8')),
      buildService: ({ name }) => dataSourceOf(subgraphs.get(name)),
      validateSupergraph: false,
      __exposeQueryPlanExperimental: false,
    })
  const serverOf = async (gateway: ApolloGateway, stringifyResult?: typeof stringifyAnswer) => {
    const options = { gateway, includeStacktraceInErrorResponses: false, formatError: formatError(log) }
    const server = new ApolloServer<GatewayContext>({ ...options, ...(stringifyResult ? { stringifyResult } : {}) })
    await server.start()
    return server
  }
  const ours = gatewayOf()
  const executor = new CompiledExecutor({ gateway: ours, sourceOf: (name) => subgraphs.get(name), log })
  const answerQuickly = quickAnswer(executor, new OperationAccess(new Map(), true))
  const stock = await serverOf(gatewayOf())
  const compiled = await serverOf(ours, stringifyAnswer)
  const fetches = () => [...subgraphs.values()].reduce((sum, { asked }) => sum + asked, 0)
  const ask = async (
    server: ApolloServer<GatewayContext>,
    body: GeneratedOperation,
    context: GatewayContext = nobody(),
  ): Promise<Answered> => {
    const before = fetches()
    const headers = new HeaderMap([['content-type', 'application/json']])
    const answer = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers, search: '', body },
      context: async () => context,
    })
    const text = answer.body.kind === 'complete' ? answer.body.string : ''
    return { status: answer.status, text, fetches: fetches() - before }
  }
  const askQuickly = async (body: GeneratedOperation): Promise<Answered> => {
    const [before, context] = [fetches(), nobody()]
    const whole = await answerQuickly({ ...body, operationName: '' }, context)
    const answer = whole === undefined ? await ask(compiled, body, context) : { status: undefined, text: String(whole) }
    return { ...answer, fetches: fetches() - before }
  }
  return {
    counts: executor.counts,
    troubled: (trouble) => {
      for (const subgraph of subgraphs.values()) subgraph.trouble = trouble
    },
    ask: async (operation) => ({
      stock: await ask(stock, operation),
      compiled: await ask(compiled, operation),
      quick: await askQuickly(operation),
    }),
    stop: async () => {
      await Promise.all([stock.stop(), compiled.stop()])
    },
  }
}

const nobody = (): GatewayContext => ({ claims: undefined, requestId: 'test' })

function dataSourceOf(subgraph: FakeSubgraph | undefined): GraphQLDataSource {
  if (!subgraph) throw new Error('There is no such subgraph.')
  return {
    process: ({ request: { query, variables, operationName } }) =>
      subgraph.ask({
        body: JSON.stringify({ query, variables, operationName }),
        isQuery: true,
        context: nobody(),
      }),
  }
}
