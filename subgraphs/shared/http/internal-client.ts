import { type Dispatcher, Pool } from 'undici'
import { upstreamUnavailable } from '../errors.js'
import { passTrace, watchFetch } from '../observe/watch-fetch.js'
import { currentRequestId } from '../observe/work.js'
import { type InternalTokenIssuer, internalTokenHeader } from '../security/internal-token.js'
import { httpLimits } from './limits.js'
import { requestIdHeader } from './request-id.js'
import { readAnswer, wordsOf } from './subgraph-answer.js'

const timeoutMs = 30_000

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

  /** The data of an operation. Throws UPSTREAM_UNAVAILABLE where there is no answer or it carries errors. */
  async ask<T>(query: string, variables: object, claims?: object): Promise<T> {
    const headers = { 'content-type': 'application/json', ...this.credentials(claims) }
    const request = { method: 'POST', path: this.path, headers, body: JSON.stringify({ query, variables }) } as const
    try {
      const { status, text } = await watchFetch(this.audience, headers, async () => {
        const { statusCode, body } = await this.pool.request(request)
        return { status: statusCode, text: await body.text() }
      })
      const { data, errors } = readAnswer(this.audience, status, text)
      if (data && !errors?.length) return data as T
      throw new Error(wordsOf(errors))
    } catch (cause) {
      throw upstreamUnavailable(unavailable, { cause })
    }
  }

  /** The headers that prove on whose behalf a request to the other part is made, and tell its id. */
  credentials(claims: object | undefined, requestId: string = currentRequestId()): Record<string, string> {
    return passTrace({ [internalTokenHeader]: this.issuer.issue(this.audience, claims), [requestIdHeader]: requestId })
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

const unavailable = 'A part of the platform does not answer. Please try again.'
