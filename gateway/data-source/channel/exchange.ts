import type { Received } from '../received.js'
import type { Stoppable } from '../running-fetches.js'

/** A request as it is sent. */
export interface Post {
  headers: Readonly<Record<string, string>>
  /** JSON. */
  body: string
  /** Longest answer that is read, in bytes. */
  maxBytes: number
  /** Gets what stops the request before its answer is there. */
  fetch?: Stoppable
}

/**
 * One request and who waits for its answer. Once it has ended it lets go of who asked, so that connections, which
 * live long, keep nobody in memory.
 */
export class Exchange {
  /** What takes it back, wherever it is. */
  withdraw: ((reason: Error) => void) | undefined
  private fetch: Stoppable | undefined

  constructor(
    readonly text: string,
    readonly encoding: 'latin1' | 'utf8',
    readonly maxBytes: number,
    fetch: Stoppable | undefined,
    private readonly resolve: (received: Received) => void,
    private readonly reject: (reason: Error) => void,
  ) {
    this.fetch = fetch
    if (fetch) fetch.stop = (reason) => this.withdraw?.(reason)
  }

  answered(received: Received): void {
    this.letGo()
    this.resolve(received)
  }

  failed(error: Error): void {
    this.letGo()
    this.reject(error)
  }

  private letGo(): void {
    if (this.fetch) this.fetch.stop = undefined
    this.fetch = undefined
    this.withdraw = undefined
  }
}
