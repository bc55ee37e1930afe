import type { IncomingMessage, ServerResponse } from 'node:http'
import { GraphQLError, type GraphQLSchema } from 'graphql'
import { Viewer, type ViewerClaims } from '../../subgraphs/reference/viewer.js'
import { codeOf, forbidden, overloaded, quotaExceeded, unauthenticated } from '../../subgraphs/shared/errors.js'
import type { Log } from '../../subgraphs/shared/log.js'
import { Policies } from '../../subgraphs/shared/policy.js'
import type { SubgraphName } from '../config.js'
import type { Authenticator } from '../session/authenticate.js'
import { Turnstile } from '../web/turnstile.js'
import { cursorIn, eventIdOf } from './event-id.js'
import { EventStream } from './event-stream.js'
import { ItemQueue } from './item-queue.js'
import { type LiveLimits, liveLimits } from './limits.js'
import { LiveFeed, type ReadPage } from './live-feed.js'
import { eventVariable, type LiveOperation, readLiveOperation } from './live-operation.js'

type Values = Readonly<Record<string, unknown>>

/** A subscription as it is asked for. */
export interface AskedSubscription {
  query: string
  operationName: string
  variables: Values
}

export interface LiveOptions {
  /** What callers may ask at this moment. */
  graph: { readonly schema: GraphQLSchema }
  /** What has happened, by the subgraph that tells of it. */
  read: Readonly<Record<SubgraphName, ReadPage>>
  authenticator: Pick<Authenticator, 'claimsOf'>
  /** Answers a query for whoever has these claims, as JSON. */
  run: (query: AskedSubscription, claims: ViewerClaims) => Promise<string>
  log: Log
  now: () => Date
  limits?: LiveLimits
}

/** One listener, with what was found out about it when it came. */
interface Listener {
  request: IncomingMessage
  operation: LiveOperation
  operationName: string
  args: Values
  variables: Values
  accountId: string
  channel: string
}

/** Subscriptions: each event is asked as a query of its own, for whoever the listener is at that moment. */
export class Live {
  private readonly feeds: Readonly<Record<SubgraphName, LiveFeed>>
  private readonly limits: LiveLimits
  private readonly turnstile: Turnstile
  private readonly streams = new Set<EventStream>()

  constructor(private readonly options: LiveOptions) {
    this.limits = options.limits ?? liveLimits
    const feedOf = (name: SubgraphName) => new LiveFeed(options.read[name], options.log, this.limits)
    this.feeds = { providers: feedOf('providers'), learners: feedOf('learners'), credits: feedOf('credits') }
    this.turnstile = new Turnstile(this.limits.perAccount, () => tooMany(this.limits.perAccount))
  }

  /** How many listen. */
  get listeners(): number {
    return this.streams.size
  }

  /** Answers a subscription until one side lets go. Throws what refuses it as long as nothing was sent. */
  readonly answer = async (
    asked: AskedSubscription,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    const operation = readLiveOperation(this.options.graph.schema, asked.query, asked.operationName)
    const { args, variables } = operation.valuesOf(asked.variables)
    const claims = await this.signedIn(request)
    const { accountId } = claims
    const channel = operation.field.channelOf(viewerOf(claims), args)
    const { operationName } = asked
    const listener = { request, operation, operationName, args, variables, accountId, channel }
    if (this.streams.size >= this.limits.streams) throw overloaded('Too many listen at this moment. Please try again.')
    const leave = this.turnstile.enter(accountId)
    const stream = new EventStream(response, this.limits)
    this.streams.add(stream)
    try {
      await this.tell(listener, stream, claims)
    } finally {
      this.streams.delete(stream)
      leave()
    }
  }

  /** Lets go of everybody; each comes back by the id of the last event, here or elsewhere. */
  async close(): Promise<void> {
    for (const stream of this.streams) stream.end()
    await Promise.all(Object.values(this.feeds).map((feed) => feed.close()))
  }

  private async tell(listener: Listener, stream: EventStream, claims: ViewerClaims): Promise<void> {
    const lastId = listener.request.headers['last-event-id']
    const heard = typeof lastId === 'string' && lastId ? cursorIn(lastId, this.options.now(), this.limits) : undefined
    const feed = this.feeds[listener.operation.field.of]
    const begin = heard ?? (await feed.read(null, [])).endCursor
    const queue = new ItemQueue(feed, listener.channel, begin, this.limits)
    const leave = await feed.join(listener.channel, queue.hear)
    const first = await this.first(listener, claims).catch(leaving(leave))
    const heartbeat = setInterval(() => void this.stillThere(listener, queue, stream), this.limits.heartbeatMs)
    try {
      await stream.open(this.idOf(begin))
      if (first !== undefined && heard === undefined) await stream.next(first)
      for await (const item of queue.items(stream.gone.signal)) await this.tellOf(item, listener, stream)
    } catch (error) {
      await this.refuse(error, stream)
    } finally {
      clearInterval(heartbeat)
      leave()
    }
  }

  /**
   * What is told at once; undefined where nothing is. It is asked in any case, so that whoever may not ask it, or asks too
   * much, hears so before anything is sent. Throws NOT_FOUND where it is not for the listener.
   */
  private async first(listener: Listener, claims: ViewerClaims): Promise<string | undefined> {
    const id = listener.operation.field.startsWith?.(listener.args)
    const { answer, refused } = await this.ask(listener, id ?? nobodysId, claims)
    if (refused && (id !== undefined || refused.extensions.code !== 'NOT_FOUND')) throw refused
    return id === undefined ? undefined : answer
  }

  private async tellOf({ id, cursor }: { id: string; cursor: string }, listener: Listener, stream: EventStream) {
    const { answer, refused } = await this.ask(listener, id, await this.stillFor(listener))
    const code = refused?.extensions.code
    // It is not for the listener, or no more; the others are.
    if (code === 'NOT_FOUND') return
    if (refused && ends.has(code)) throw refused
    await stream.next(answer, this.idOf(cursor))
  }

  private async ask({ operation, operationName, variables }: Listener, id: string, claims: ViewerClaims) {
    const given = { ...variables, [eventVariable]: id }
    const answer = await this.options.run({ query: operation.query, operationName, variables: given }, claims)
    return { answer, refused: refusalIn(answer) }
  }

  private async stillThere(listener: Listener, queue: ItemQueue, stream: EventStream): Promise<void> {
    try {
      await this.stillFor(listener)
      const cursor = queue.quietAt
      await stream.heartbeat(cursor && this.idOf(cursor))
    } catch (error) {
      await this.refuse(error, stream)
    }
  }

  /** The claims of the listener at this moment. Throws where the account is closed or has become another one. */
  private async stillFor({ request, operation, args, accountId, channel }: Listener): Promise<ViewerClaims> {
    const claims = await this.signedIn(request)
    if (claims.accountId !== accountId || operation.field.channelOf(viewerOf(claims), args) !== channel)
      throw forbidden('Your account has changed. Subscribe again.')
    return claims
  }

  private async signedIn(request: IncomingMessage): Promise<ViewerClaims> {
    const claims = await this.options.authenticator.claimsOf(request)
    if (!claims) throw unauthenticated('Sign in first.')
    return claims
  }

  /** Says why there is no more to come, or ends so that the listener comes back where that may help. */
  private async refuse(error: unknown, stream: EventStream): Promise<void> {
    if (stream.gone.signal.aborted) return
    const code = codeOf(error)
    if (code === 'UNAUTHENTICATED' || code === 'FORBIDDEN') {
      const message = error instanceof Error ? error.message : ''
      await stream.next(JSON.stringify({ errors: [{ message, extensions: { code } }] }))
      await stream.complete()
      return
    }
    this.options.log.warn({ err: error }, 'a stream was cut')
    stream.end()
  }

  private idOf(cursor: string): string {
    return eventIdOf(cursor, this.options.now())
  }
}

const nothingAllowed = new Policies<Viewer>()
const viewerOf = (claims: ViewerClaims) => new Viewer(claims, nothingAllowed)

/** What no record and no batch is called. */
const nobodysId = '00000000-0000-0000-0000-000000000000'

/** After these nothing more can be told: the listener may ask no more, or has to come back. */
const ends: ReadonlySet<unknown> = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'UPSTREAM_UNAVAILABLE',
  'TIMED_OUT',
  'OVERLOADED',
])

/** Why an answer has no data; undefined where it has. */
function refusalIn(answer: string): GraphQLError | undefined {
  // Errors stand first in an answer.
  if (!answer.startsWith('{"errors"')) return undefined
  const { data, errors } = JSON.parse(answer) as {
    data?: unknown
    errors: { message: string; extensions?: Record<string, unknown> }[]
  }
  const [error] = errors
  return data || !error ? undefined : new GraphQLError(error.message, { extensions: error.extensions })
}

const leaving =
  (leave: () => void) =>
  (error: unknown): never => {
    leave()
    throw error
  }

const tooMany = (most: number) =>
  quotaExceeded(`One account listens to at most ${most} things at once.`, { hint: 'Close another page or program.' })
