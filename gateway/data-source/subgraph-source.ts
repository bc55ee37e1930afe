import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway'
import { Pool } from 'undici'
import { upstreamUnavailable } from '../../subgraphs/shared/errors.js'
import { requestIdHeader } from '../../subgraphs/shared/http/request-id.js'
import { readAnswer, type SubgraphAnswer } from '../../subgraphs/shared/http/subgraph-answer.js'
import { circuitState } from '../../subgraphs/shared/observe/metrics.js'
import { watchFetch } from '../../subgraphs/shared/observe/watch-fetch.js'
import { type InternalTokenIssuer, internalTokenHeader } from '../../subgraphs/shared/security/internal-token.js'
import { Circuit } from './circuit.js'
import type { GatewayContext } from './gateway-context.js'
import { type SourceLimits, sourceLimits } from './limits.js'
import { postJson, type Received } from './post-json.js'
import { SharedQueries } from './shared-queries.js'

/** One request to a subgraph, ready to be sent. */
export interface SubgraphRequest {
  /** The operation with its variables as JSON. */
  body: string
  /** False for what changes something, which is sent once and shared with nobody. */
  isQuery: boolean
  context: GatewayContext
}

/** Where an executor gets answers from. */
export interface Source {
  ask(request: SubgraphRequest): Promise<SubgraphAnswer>
}

export interface SubgraphSourceOptions {
  name: string
  /** For whom the tokens are made, where that is not the name. */
  audience?: string
  url: string
  issuer: InternalTokenIssuer
  limits?: SourceLimits
  /** Milliseconds that only ever grow. */
  now?: () => number
}

/** Fetches from one subgraph, with a token made for that subgraph, this viewer and this request. */
export class SubgraphSource implements GraphQLDataSource<GatewayContext>, Source {
  private readonly name: string
  private readonly audience: string
  private readonly issuer: InternalTokenIssuer
  private readonly limits: SourceLimits
  private readonly pool: Pool
  private readonly path: string
  private readonly circuit: Circuit
  private readonly shared: SharedQueries
  private readonly forgetCircuit: () => void

  constructor({
    name,
    audience = name,
    url,
    issuer,
    limits = sourceLimits,
    now = () => performance.now(),
  }: SubgraphSourceOptions) {
    const { origin, pathname } = new URL(url)
    this.name = name
    this.audience = audience
    this.issuer = issuer
    this.limits = limits
    this.path = pathname
    const { connections, timeoutMs } = limits
    this.pool = new Pool(origin, { connections, headersTimeout: timeoutMs, bodyTimeout: timeoutMs })
    this.circuit = new Circuit(limits, now)
    this.shared = new SharedQueries(limits, now)
    this.forgetCircuit = circuitState.watch(async () => [[{ subgraph: name }, Number(this.circuit.isOpen)]])
  }

  /** The same for the executor of @apollo/gateway, which hands over the parts of a request. */
  async process(options: GraphQLDataSourceProcessOptions<GatewayContext>): Promise<SubgraphAnswer> {
    if (!('incomingRequestContext' in options)) throw new Error('The schema is a file; nothing else is asked.')
    const { query = '', variables, operationName } = options.request
    const body = JSON.stringify({ query, variables, operationName })
    return this.ask({ body, isQuery: !query.startsWith('mutation'), context: options.context })
  }

  /** The answer of the subgraph, errors included. Throws UPSTREAM_UNAVAILABLE where there is none to pass on. */
  async ask({ body, isQuery, context }: SubgraphRequest): Promise<SubgraphAnswer> {
    try {
      const { status, text } = await (isQuery ? this.query(body, context) : this.change(body, context))
      return readAnswer(this.name, status, text)
    } catch (cause) {
      throw upstreamUnavailable('A part of the platform does not answer. Please try again.', { cause })
    }
  }

  close(): Promise<void> {
    this.forgetCircuit()
    return this.pool.close()
  }

  private query(body: string, context: GatewayContext): Promise<Received> {
    return this.shared.ask(`${scopeOf(context)}\n${body}`, () => this.send(body, context, this.limits.attempts))
  }

  private async change(body: string, context: GatewayContext): Promise<Received> {
    try {
      return await this.send(body, context, 1)
    } finally {
      this.shared.forget()
    }
  }

  private async send(body: string, context: GatewayContext, attempts: number): Promise<Received> {
    if (!this.circuit.admits()) throw new Error(`${this.name} has failed too often to be asked again already.`)
    try {
      const { claims, requestId } = context
      const headers = { [internalTokenHeader]: this.issuer.issue(this.audience, claims), [requestIdHeader]: requestId }
      const { path, pool } = this
      const maxBytes = this.limits.answerBytes
      const received = await watchFetch(this.name, headers, () => postJson(pool, { path, headers, body, maxBytes }))
      if (received.status < 500) this.circuit.succeeded()
      else this.circuit.failed()
      return received
    } catch (error) {
      this.circuit.failed()
      if (attempts > 1 && isBroken(error)) return this.send(body, context, attempts - 1)
      throw error
    }
  }
}

const scopes = new WeakMap<object, string>()

/** Those for whom an answer is the same: whoever has these very claims. */
function scopeOf({ claims }: GatewayContext): string {
  if (!claims) return 'null'
  let scope = scopes.get(claims)
  if (scope === undefined) {
    scope = JSON.stringify(claims)
    scopes.set(claims, scope)
  }
  return scope
}

const brokenCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'])

/** True where a connection was lost, so that the same may be asked over another one. */
const isBroken = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && brokenCodes.has(error.code)
