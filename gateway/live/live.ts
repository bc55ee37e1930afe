import type { IncomingMessage, ServerResponse } from 'node:http'
import type { GraphQLError, GraphQLSchema } from 'graphql'
import { Viewer, type ViewerClaims } from '../../subgraphs/reference/viewer.js'
import {
  codeOf,
  forbidden,
  notFound,
  overloaded,
  quotaExceeded,
  unauthenticated,
} from '../../subgraphs/shared/errors.js'
import type { Log } from '../../subgraphs/shared/log.js'
import { Policies } from '../../subgraphs/shared/policy.js'
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
  /** The schema as callers see it. */
  schema: GraphQLSchema
  read: ReadPage
  authenticator: Pick<Authenticator, 'claimsOf'>
  /** Why whoever has these claims may not run an operation; undefined where they may. */
  refusal: (asked: LiveOperation['asked'], claims: ViewerClaims) => GraphQLError | undefined
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
  private readonly feed: LiveFeed
  private readonly limits: LiveLimits
  private readonly turnstile: Turnstile
  private readonly streams = new Set<EventStream>()

  constructor(private readonly options: LiveOptions) {
    this.limits = options.limits ?? liveLimits
    this.feed = new LiveFeed(options.read, options.log, this.limits)
    this.turnstile = new Turnstile(this.limits.perAccount, () => tooMany(this.limits.perAccount))
  }

  /** How many listen. */
  get listeners(): number {
    return this.streams.size
  }

  /** Answers a subscription until one side lets go. Throws what refuses it as long as nothing was sent. */
  async answer(asked: AskedSubscription, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const operation = readLiveOperation(this.options.schema, asked.query, asked.operationName)
    const { args, variables } = operation.valuesOf(asked.variables)
    const claims = await this.signedIn(request)
    const { accountId } = claims
    const channel = this.channelFor(claims, operation, args)
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
    await this.feed.close()
  }

  private async tell(listener: Listener, stream: EventStream, claims: ViewerClaims): Promise<void> {
    const lastId = listener.request.headers['last-event-id']
    const heard = typeof lastId === 'string' && lastId ? cursorIn(lastId, this.options.now(), this.limits) : undefined
    const begin = heard ?? (await this.feed.read(null, [])).endCursor
    const queue = new ItemQueue(this.feed, listener.channel, begin, this.limits)
    const leave = await this.feed.join(listener.channel, queue.hear)
    const first = heard === undefined ? await this.first(listener, claims).catch(leaving(leave)) : undefined
    const heartbeat = setInterval(() => void this.stillThere(listener, queue, stream), this.limits.heartbeatMs)
    try {
      await stream.open(this.idOf(begin))
      if (first !== undefined) await stream.next(first)
      for await (const item of queue.items(stream.gone.signal)) await this.tellOf(item, listener, stream)
    } catch (error) {
      await this.refuse(error, stream)
    } finally {
      clearInterval(heartbeat)
      leave()
    }
  }

  /** What is told at once. Throws NOT_FOUND where it is not for the listener. */
  private async first(listener: Listener, claims: ViewerClaims): Promise<string | undefined> {
    const id = listener.operation.field.startsWith?.(listener.args)
    if (id === undefined) return undefined
    const answer = await this.ask(listener, id, claims)
    if (codeIn(answer) === 'NOT_FOUND') throw notFound('There is nothing with this id, or it is not yours.')
    return answer
  }

  private async tellOf({ id, cursor }: { id: string; cursor: string }, listener: Listener, stream: EventStream) {
    const answer = await this.ask(listener, id, await this.stillFor(listener))
    const code = codeIn(answer)
    // It is not for the listener, or no more; the others are.
    if (code === 'NOT_FOUND') return
    if (code === 'UPSTREAM_UNAVAILABLE' || code === 'OVERLOADED') throw new Error(`An event ended with ${code}.`)
    await stream.next(answer, this.idOf(cursor))
  }

  private ask({ operation, operationName, variables }: Listener, id: string, claims: ViewerClaims): Promise<string> {
    const given = { ...variables, [eventVariable]: id }
    return this.options.run({ query: operation.query, operationName, variables: given }, claims)
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
    if (claims.accountId !== accountId || this.channelFor(claims, operation, args) !== channel)
      throw forbidden('Your account has changed. Subscribe again.')
    return claims
  }

  /** The channel of a subscription. Throws FORBIDDEN where it is not for whoever has these claims. */
  private channelFor(claims: ViewerClaims, { field, asked }: LiveOperation, args: Values): string {
    const refused = this.options.refusal(asked, claims)
    if (refused) throw refused
    return field.channelOf(viewerOf(claims), args)
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

/** Why an answer has no data; undefined where it has. */
function codeIn(answer: string): unknown {
  // Errors stand first in an answer.
  if (!answer.startsWith('{"errors"')) return undefined
  const { data, errors } = JSON.parse(answer) as {
    data?: unknown
    errors: { extensions?: { code?: unknown } }[]
  }
  return data ? undefined : errors[0]?.extensions?.code
}

const leaving =
  (leave: () => void) =>
  (error: unknown): never => {
    leave()
    throw error
  }

const tooMany = (most: number) =>
  quotaExceeded(`One account listens to at most ${most} things at once.`, { hint: 'Close another page or program.' })
