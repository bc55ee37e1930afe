import { isIP } from 'node:net'
import { Agent } from 'undici'
import { callableLookup, isCallable, parseRanges } from './outside-address.js'

export interface OutsideLimits {
  /** Until the whole answer is there. */
  timeoutMs: number
  answerBytes: number
}

export interface OutsideAnswer {
  status: number
  body: string
  /** How long the other side asks us to wait, where it does. */
  retryAfterMs?: number
}

/**
 * Posts to addresses that somebody else has given us. It follows no redirect, reads a bounded answer within a bounded
 * time, speaks TLS, and reaches no address that is not public, unless configuration allows it.
 */
export class OutsideCaller {
  private readonly allowed
  private readonly agent

  constructor(
    private readonly limits: OutsideLimits,
    allowedRanges?: string,
  ) {
    this.allowed = parseRanges(allowedRanges)
    this.agent = new Agent({
      connect: { lookup: callableLookup(this.allowed), timeout: limits.timeoutMs },
      headersTimeout: limits.timeoutMs,
      bodyTimeout: limits.timeoutMs,
      pipelining: 1,
    })
  }

  /** Throws with a sentence for an address that may not be called, whatever its name turns out to lead to later. */
  check(address: string): URL {
    const url = URL.canParse(address) ? new URL(address) : undefined
    if (!url || url.username || url.password) throw new Error('That is not an address without a name and a password.')
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (isIP(host) && !isCallable(host, this.allowed)) throw new Error(`${host} is not an address that may be called.`)
    const isAllowedByName = isIP(host) > 0 && this.allowed.length > 0
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isAllowedByName))
      throw new Error('The address has to begin with https://.')
    return url
  }

  /** The answer, whatever its status. Throws where there is none in time, or one that is too long. */
  async post(address: string, headers: Record<string, string>, body: string): Promise<OutsideAnswer> {
    const url = this.check(address)
    const answer = await this.agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(this.limits.timeoutMs),
    })
    const chunks: Buffer[] = []
    let length = 0
    for await (const chunk of answer.body as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length > this.limits.answerBytes)
        throw new Error(`The answer is longer than ${this.limits.answerBytes} bytes.`)
      chunks.push(chunk)
    }
    const seconds = Number(answer.headers['retry-after'] ?? Number.NaN)
    return {
      status: answer.statusCode,
      body: Buffer.concat(chunks).toString('utf8'),
      ...(seconds >= 0 ? { retryAfterMs: seconds * 1_000 } : {}),
    }
  }

  close(): Promise<void> {
    return this.agent.close()
  }
}
