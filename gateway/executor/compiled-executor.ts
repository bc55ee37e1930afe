import type { ApolloGateway } from '@apollo/gateway'
import type { GatewayExecutionResult, GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface'
import { getOperationAST, parse } from 'graphql'
import type { Log } from '../../subgraphs/shared/log.js'
import type { GatewayContext } from '../data-source/gateway-context.js'
import type { Source } from '../data-source/subgraph-source.js'
import { graphLimits } from '../graph/limits.js'
import { CompiledOperation } from './compiled-operation.js'
import { partsOf } from './gateway-parts.js'

export interface CompiledExecutorOptions {
  gateway: ApolloGateway
  sourceOf: (subgraph: string) => Source | undefined
  log: Log
  /** The operations of how many documents are kept; those that were asked for longest ago go first. */
  maxDocuments?: number
}

/** Counts for whoever watches what is compiled and what is not. */
export interface ExecutorCounts {
  compiled: number
  /** Of those, answers put together from what the subgraphs have written. */
  spliced: number
  stock: number
}

type RequestContext = GatewayGraphQLRequestContext
type ToCompile = Pick<RequestContext, 'document' | 'operation' | 'request'>
/** An operation as it is compiled, or that it is left to the stock executor. */
type Known = CompiledOperation | 'STOCK'

/** The operations of how many documents are kept unless told otherwise. */
export const maxDocuments = 1_000

/** Runs operations that are compiled once; whatever is unusual is left to the executor of the gateway as it came. */
export class CompiledExecutor {
  readonly counts: ExecutorCounts = { compiled: 0, spliced: 0, stock: 0 }
  /** By the text of the document, and by the name of the operation in it. */
  private readonly known = new Map<string, Map<string, Known>>()
  private readonly stock: ApolloGateway['executor']

  /** Puts itself in the place of the executor of a gateway that is not loaded yet. */
  constructor(private readonly options: CompiledExecutorOptions) {
    const { gateway } = options
    this.stock = gateway.executor
    gateway.executor = (context) => this.execute(context)
    gateway.onSchemaLoadOrUpdate(() => this.known.clear())
  }

  /** An operation that was valid when it was run before; undefined where the server has to look at it. */
  compiled(text: string, operationName: string): CompiledOperation | undefined {
    const operation = this.known.get(text)?.get(operationName)
    return operation === 'STOCK' ? undefined : operation
  }

  /** The texts whose operations are compiled, those that were asked for longest ago first. */
  texts(): string[] {
    return [...this.known.keys()]
  }

  /** Compiles the only operation of a valid document before anybody asks for it. */
  prepare(text: string): void {
    const document = parse(text, { maxTokens: graphLimits.tokens })
    const operation = getOperationAST(document)
    if (!operation || this.known.has(text)) return
    const compiled = this.compile({ document, operation, request: {} })
    const name = operation.name?.value
    this.keep(text, '', compiled)
    if (name !== undefined) this.keep(text, name, compiled)
  }

  private async execute(context: RequestContext): Promise<GatewayExecutionResult> {
    const { executed } = context.context as GatewayContext
    if (executed) return executed
    const operation = context.metrics?.captureTraces ? 'STOCK' : this.operationFor(context)
    if (operation === 'STOCK') return this.leave(context)
    const variables = context.request.variables ?? {}
    const errors = operation.check(variables)
    if (errors.length) return { errors }
    const conditions = operation.conditionsIn(variables)
    if (!conditions) return this.leave(context)
    this.counts.compiled += 1
    return operation.run(variables, conditions, context.context as GatewayContext)
  }

  private leave(context: RequestContext): Promise<GatewayExecutionResult> {
    this.counts.stock += 1
    return this.stock(context)
  }

  private operationFor(context: RequestContext): Known {
    const { source, request } = context
    const name = request.operationName ?? ''
    return this.keep(source, name, this.known.get(source)?.get(name) ?? this.compile(context))
  }

  /** What was asked for last is forgotten last. */
  private keep(text: string, name: string, operation: Known): Known {
    const operations = this.known.get(text) ?? new Map<string, Known>()
    operations.set(name, operation)
    this.known.delete(text)
    this.known.set(text, operations)
    if (this.known.size > (this.options.maxDocuments ?? maxDocuments)) this.forgetOldest()
    return operation
  }

  /** Whatever stands in the way of compiling stands in the way of the stock executor too, or is Unsupported here. */
  private compile({ document, operation: operationNode, request }: ToCompile): Known {
    try {
      const parts = partsOf(this.options.gateway)
      const { sourceOf } = this.options
      const operationName = request.operationName || undefined
      return new CompiledOperation({ ...parts, sourceOf, document, operationNode, operationName })
    } catch (error) {
      this.options.log.debug({ err: error }, 'operation is not compiled')
      return 'STOCK'
    }
  }

  private forgetOldest(): void {
    const [oldest] = this.known.keys()
    if (oldest !== undefined) this.known.delete(oldest)
  }
}
