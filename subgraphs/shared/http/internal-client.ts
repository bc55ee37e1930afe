import { randomUUID } from 'node:crypto'
import type { GraphQLFormattedError } from 'graphql'
import { type Dispatcher, Pool } from 'undici'
import { upstreamUnavailable } from '../errors.js'
import { type InternalTokenIssuer, internalTokenHeader } from '../security/internal-token.js'
import { httpLimits } from './limits.js'

const timeoutMs = 30_000

/** An operation as it goes over the wire. */
export interface Operation {
  query?: string
  operationName?: string | null
  variables?: object
}

export interface Answer<T> {
  data?: T | null
  errors?: GraphQLFormattedError[]
}

/** Asks another part of the platform, with a token made for it alone. */
export class InternalClient {
  private readonly pool: Pool
  /** Files have connections of their own: however slowly they move, they never keep an operation waiting. */
  private readonly filePool: Pool
  private readonly path: string

  constructor(
    private readonly audience: string,
    url: string,
    private readonly issuer: InternalTokenIssuer,
  ) {
    const { origin, pathname } = new URL(url)
    this.path = pathname
    this.pool = new Pool(origin, { connections: 8, headersTimeout: timeoutMs, bodyTimeout: timeoutMs })
    this.filePool = new Pool(origin, { headersTimeout: httpLimits.requestTimeoutMs, bodyTimeout: timeoutMs })
  }

  /** The data of an operation. Throws UPSTREAM_UNAVAILABLE when there is no answer or it carries errors. */
  async ask<T>(query: string, variables: object, claims?: object): Promise<T> {
    const answer = await this.send<T>({ query, variables }, claims, randomUUID())
    if (answer.data && !answer.errors?.length) return answer.data
    throw upstreamUnavailable(unavailable, { cause: new Error(words(answer)) })
  }

  /** The whole answer to an operation, errors included. Throws UPSTREAM_UNAVAILABLE when there is none to pass on. */
  async send<T>(operation: Operation, claims: object | undefined, requestId: string): Promise<Answer<T>> {
    const request = {
      method: 'POST',
      path: this.path,
      headers: { 'content-type': 'application/json', ...(await this.credentials(claims, requestId)) },
      body: JSON.stringify(operation),
    } as const
    try {
      const { statusCode, body } = await this.pool.request(request)
      const answer = (await body.json()) as Answer<T>
      if (!isForCaller(statusCode, answer)) throw new Error(`${this.audience} answered ${statusCode}: ${words(answer)}`)
      return answer
    } catch (cause) {
      throw upstreamUnavailable(unavailable, { cause })
    }
  }

  /** The header that proves on whose behalf a request to the other part is made. */
  async credentials(claims: object | undefined, requestId: string): Promise<Record<string, string>> {
    return { [internalTokenHeader]: await this.issuer.issue(this.audience, claims, requestId) }
  }

  /** Sends or fetches a file. Throws UPSTREAM_UNAVAILABLE when there is no answer. */
  async requestFile(options: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData> {
    try {
      return await this.filePool.request(options)
    } catch (cause) {
      throw upstreamUnavailable(unavailable, { cause })
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.pool.close(), this.filePool.close()])
  }
}

/**
 * False for what the other part says to us and not to our caller: that our token is wrong, our operation too large or
 * not in its schema. Only values that do not fit their type come back as 400.
 */
function isForCaller(status: number, { data, errors = [] }: Answer<unknown>): boolean {
  if (status === 400)
    return errors.length > 0 && errors.every(({ extensions }) => extensions?.code === 'BAD_USER_INPUT')
  return status === 200 && (data !== undefined || errors.length > 0)
}

const words = ({ errors = [] }: Answer<unknown>) => errors.map(({ message }) => message).join(' ') || 'no data'

const unavailable = 'A part of the platform does not answer. Please try again.'
