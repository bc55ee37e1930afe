import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { LiveLimits } from './limits.js'

/** The lines to one listener, as the protocol of graphql-sse has them for one subscription each (Server-Sent Events). */
export class EventStream {
  /** Aborted when the listener is gone or was cut. */
  readonly gone = new AbortController()

  constructor(
    private readonly response: ServerResponse,
    private readonly limits: Pick<LiveLimits, 'retryMs' | 'standstillMs'>,
  ) {
    response.once('close', () => this.gone.abort())
  }

  /** Begins, with an id by which the listener can come back before it has heard anything. */
  async open(id: string): Promise<void> {
    this.response.statusCode = 200
    this.response.setHeader('content-type', 'text/event-stream; charset=utf-8')
    this.response.setHeader('cache-control', 'no-store')
    // Proxies on the way pass each event on at once.
    this.response.setHeader('x-accel-buffering', 'no')
    await this.write(`retry: ${this.limits.retryMs}\nid: ${id}\n\n`)
  }

  /** An answer, which is one line of JSON, and the id to come back by where there is one. */
  next(json: string, id?: string): Promise<void> {
    return this.write(`${id === undefined ? '' : `id: ${id}\n`}event: next\ndata: ${json}\n\n`)
  }

  /** Says that the stream is there, and how far it is where that is known. */
  heartbeat(id?: string): Promise<void> {
    return this.write(id === undefined ? ':\n\n' : `:\nid: ${id}\n\n`)
  }

  /** The last word: nothing more will come, here or elsewhere. */
  async complete(): Promise<void> {
    await this.write('event: complete\ndata: \n\n')
    this.response.end()
  }

  /** Ends without it, so that the listener comes back. */
  end(): void {
    this.gone.abort()
    this.response.end()
  }

  /** Resolves when the listener has taken it, or is gone; one that takes nothing for too long is cut. */
  private async write(text: string): Promise<void> {
    if (this.gone.signal.aborted || this.response.write(text)) return
    const signal = AbortSignal.any([this.gone.signal, AbortSignal.timeout(this.limits.standstillMs)])
    await once(this.response, 'drain', { signal }).catch(() => this.response.destroy())
  }
}
