import { randomUUID } from 'node:crypto'
import type { GraphQLFormattedError } from 'graphql'
import { type Dispatcher, Pool } from 'undici'
import { upstreamUnavailable } from '../errors.js'
import { type InternalTokenIssuer, internalTokenHeader } from '../security/internal-token.js'

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
  private readonly path: string

  constructor(
    private readonly audience: string,
    url: string,
    private readonly issuer: InternalTokenIssuer,
  ) {
    const { origin, pathname } = new URL(url)
    this.path = pathname
    this.pool = new Pool(origin, { connections: 8, headersTimeout: timeoutMs, bodyTimeout: timeoutMs })
  }

  /** The data of an operation. Throws UPSTREAM_UNAVAILABLE when there is no answer or it carries errors. */
  async ask<T>(query: string, variables: object, claims?: object): Promise<T> {
    const answer = await this.send<T>({ query, variables }, claims, randomUUID())
    if (answer.data && !answer.errors?.length) return answer.data
    const cause = new Error(answer.errors?.map(({ message }) => message).join(' ') ?? 'no data')
    throw upstreamUnavailable(unavailable, { cause })
  }

  /** The whole answer to an operation, errors included. Throws UPSTREAM_UNAVAILABLE when there is none. */
  async send<T>(operation: Operation, claims: object | undefined, requestId: string): Promise<Answer<T>> {
    const response = await this.request({
      method: 'POST',
      path: this.path,
      headers: { 'content-type': 'application/json', ...(await this.credentials(claims, requestId)) },
      body: JSON.stringify(operation),
    })
    try {
      return (await response.body.json()) as Answer<T>
    } catch (cause) {
      throw upstreamUnavailable(unavailable, { cause })
    }
  }

  /** The header that proves on whose behalf a request to the other part is made. */
  async credentials(claims: object | undefined, requestId: string): Promise<Record<string, string>> {
    return { [internalTokenHeader]: await this.issuer.issue(this.audience, claims, requestId) }
  }

  /** Any request to the other part. Throws UPSTREAM_UNAVAILABLE when there is no answer. */
  async request(options: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData> {
    try {
      return await this.pool.request(options)
    } catch (cause) {
      throw upstreamUnavailable(unavailable, { cause })
    }
  }

  close(): Promise<void> {
    return this.pool.close()
  }
}

const unavailable = 'A part of the platform does not answer. Please try again.'
