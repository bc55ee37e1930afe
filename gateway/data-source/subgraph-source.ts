import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway'
import { codeOf, upstreamUnavailable } from '../../subgraphs/shared/errors.js'
import { requestIdHeader } from '../../subgraphs/shared/http/request-id.js'
import { readAnswer, type SubgraphAnswer } from '../../subgraphs/shared/http/subgraph-answer.js'
import { timeLeftHeader, timeLeftUntil } from '../../subgraphs/shared/http/time-left.js'
import { circuitState } from '../../subgraphs/shared/observe/metrics.js'
import { watchFetch } from '../../subgraphs/shared/observe/watch-fetch.js'
import { type InternalTokenIssuer, internalTokenHeader } from '../../subgraphs/shared/security/internal-token.js'
import { Channel } from './channel/channel.js'
import { Circuit } from './circuit.js'
import type { GatewayContext } from './gateway-context.js'
import { type SourceLimits, sourceLimits } from './limits.js'
import type { Received } from './received.js'
import { NobodyWaits, type RunningFetch, RunningFetches, refuseUseless, type Waiting } from './running-fetches.js'
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
  /** The answer, errors included; read from what was received, where that is given. */
  ask(request: SubgraphRequest, received?: Promise<Received>): Promise<SubgraphAnswer>
  /** The answer as it came, whatever it is. Throws where there is none. */
  receive(request: SubgraphRequest): Promise<Received>
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
  private readonly channel: Channel
  private readonly circuit: Circuit
  private readonly shared: SharedQueries
  private readonly running: RunningFetches
  private readonly now: () => number
  private readonly forgetCircuit: () => void

  constructor({
    name,
    audience = name,
    url,
    issuer,
    limits = sourceLimits,
    now = () => performance.now(),
  }: SubgraphSourceOptions) {
    this.name = name
    this.audience = audience
    this.issuer = issuer
    this.limits = limits
    this.channel = new Channel(url, limits, now)
    this.circuit = new Circuit(limits, now)
    this.shared = new SharedQueries(limits, now)
    this.running = new RunningFetches(limits, now)
    this.now = now
    this.forgetCircuit = circuitState.watch(async () => [[{ subgraph: name }, Number(this.circuit.isOpen)]])
  }

  /** The same for the executor of @apollo/gateway, which hands over the parts of a request. */
  async process(options: GraphQLDataSourceProcessOptions<GatewayContext>): Promise<SubgraphAnswer> {
    if (!('incomingRequestContext' in options)) throw new Error('The schema is a file; nothing else is asked.')
    const { query = '', variables, operationName } = options.request
    const body = JSON.stringify({ query, variables, operationName })
    return this.ask({ body, isQuery: !query.startsWith('mutation'), context: options.context })
  }

  /**
   * The answer of the subgraph, errors included. Throws UPSTREAM_UNAVAILABLE where there is none to pass on, and TIMED_OUT
   * where nobody waits for it any longer.
   */
  async ask(request: SubgraphRequest, received = this.receive(request)): Promise<SubgraphAnswer> {
    try {
      const { status, text } = await received
      return readAnswer(this.name, status, text)
    } catch (cause) {
      if (cause instanceof NobodyWaits || codeOf(cause) === 'TIMED_OUT') throw cause
      throw upstreamUnavailable('A part of the platform does not answer. Please try again.', { cause })
    }
  }

  receive({ body, isQuery, context }: SubgraphRequest): Promise<Received> {
    try {
      refuseUseless(context, isQuery, this.now())
    } catch (error) {
      return Promise.reject(error)
    }
    return isQuery ? this.query(body, context) : this.change(body, context)
  }

  close(): Promise<void> {
    this.forgetCircuit()
    return this.channel.close()
  }

  private query(body: string, context: GatewayContext): Promise<Received> {
    const send = (waiting: Waiting) => {
      const fetch = { body, waiting, isQuery: true, sentAt: this.now() }
      return this.send(fetch, this.limits.attempts)
    }
    return this.shared.ask(scopeOf(context), body, context, send)
  }

  private async change(body: string, context: GatewayContext): Promise<Received> {
    try {
      return await this.send({ body, waiting: [context], isQuery: false, sentAt: this.now() }, 1)
    } finally {
      this.shared.forget()
    }
  }

  private async send(fetch: Fetch, attempts: number): Promise<Received> {
    if (!this.circuit.admits()) throw new Error(`${this.name} has failed too often to be asked again already.`)
    this.running.begin(fetch)
    try {
      const { body, waiting } = fetch
      const { claims, requestId, until } = waiting[0]
      const headers: Record<string, string> = {
        [internalTokenHeader]: this.issuer.issue(this.audience, claims),
        [requestIdHeader]: requestId,
      }
      if (until !== undefined) headers[timeLeftHeader] = timeLeftUntil(until)
      const maxBytes = this.limits.answerBytes
      const received = await watchFetch(this.name, headers, () => this.channel.post({ headers, body, maxBytes, fetch }))
      if (received.status < 500) this.circuit.succeeded()
      else this.circuit.failed()
      return received
    } catch (error) {
      if (error instanceof NobodyWaits) this.circuit.letGo()
      else this.circuit.failed()
      if (attempts > 1 && isBroken(error)) return await this.send(fetch, attempts - 1)
      throw error
    } finally {
      this.running.end(fetch)
    }
  }
}

interface Fetch extends RunningFetch {
  body: string
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

const brokenCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE'])

/** True where a connection was lost, so that the same may be asked over another one. */
const isBroken = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && brokenCodes.has(error.code)
