import type { ApolloServer } from '@apollo/server'
import type { GraphQLSchema } from 'graphql'
import type { QuickOperation } from '../../subgraphs/shared/http/graphql-http.js'
import type { GatewayContext } from '../data-source/gateway-context.js'
import { sourceLimits } from '../data-source/limits.js'
import type { Graph } from '../graph/graph-server.js'
import { warmGraph } from './warm-graph.js'

type Server = ApolloServer<GatewayContext>

/** What callers may ask, and what they may ask once a schema that waits is served. */
export interface Schemas {
  readonly schema: GraphQLSchema
  readonly waiting: { readonly schema: GraphQLSchema } | undefined
}

/** Whoever runs operations for callers, with what they may ask. */
export type GraphRunner = Pick<Server, 'executeHTTPGraphQLRequest'> & Pick<Graph, 'quick'> & Pick<Schemas, 'schema'>

/** How long a request may still be answered by a graph that is no longer served: what it asks a subgraph ends by then. */
const drainMs = 2 * sourceLimits.timeoutMs

/** The graph that answers now. Another one takes its place between two requests; each is answered to its end where it began. */
export class ServedGraph implements GraphRunner, Schemas {
  /** Where the rest of an answer is left to the server, it is the server of the graph that has executed it. */
  private readonly begun = new WeakMap<GatewayContext, Graph>()
  private readonly retired = new Map<Graph, NodeJS.Timeout>()
  /** A graph that may not take over while it breaks what is registered. */
  waiting: Graph | undefined

  constructor(private graph: Graph) {}

  /** What callers may ask now. */
  get schema(): GraphQLSchema {
    return this.graph.schema
  }

  /** What of it is the same for everybody, as `Type.field`. */
  get sharedFields(): ReadonlySet<string> {
    return this.graph.sharedFields
  }

  /** The texts that are in use. */
  get texts(): string[] {
    return this.graph.executor.texts()
  }

  readonly quick: Graph['quick'] = async (operation: QuickOperation, context: GatewayContext) => {
    const { graph } = this
    const answer = await graph.quick(operation, context)
    if (answer === undefined) this.begun.set(context, graph)
    return answer
  }

  readonly executeHTTPGraphQLRequest: Server['executeHTTPGraphQLRequest'] = async (request) => {
    const context = await request.context()
    const { server } = this.begun.get(context) ?? this.graph
    return server.executeHTTPGraphQLRequest({ ...request, context: async () => context })
  }

  /** Compiles texts before anybody asks for them, those that matter most last. */
  warm(texts: Iterable<string>): Promise<void> {
    return warmGraph(this.graph, texts)
  }

  /** Lets another graph answer from now on. */
  replaceBy(next: Graph): void {
    const last = this.graph
    this.graph = next
    this.waiting = undefined
    this.retired.set(last, setTimeout(() => void this.end(last), drainMs).unref())
  }

  /** Ends every graph that has answered here. */
  async stop(): Promise<void> {
    for (const timer of this.retired.values()) clearTimeout(timer)
    const { waiting } = this
    await Promise.all(
      [this.graph, ...(waiting ? [waiting] : []), ...this.retired.keys()].map(({ server }) => server.stop()),
    )
  }

  private async end(graph: Graph): Promise<void> {
    this.retired.delete(graph)
    await graph.server.stop()
  }
}
