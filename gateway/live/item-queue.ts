import { isBehind } from '../../subgraphs/shared/live/live-cursor.js'
import type { LiveLimits } from './limits.js'
import type { LiveFeed, LiveItem } from './live-feed.js'

/**
 * What happens on one channel behind a cursor, in order, each item once. What waits is bounded: a reader that falls
 * further behind reads the rest again from where it is, at its own pace.
 */
export class ItemQueue {
  private waiting: LiveItem[] = []
  private fellBehind = true
  private bell = Promise.withResolvers<void>()
  private isIdle = false

  constructor(
    private readonly feed: LiveFeed,
    private readonly channel: string,
    private cursor: string,
    private readonly limits: Pick<LiveLimits, 'waiting'>,
  ) {}

  /** Takes what the feed tells. */
  readonly hear = (item: LiveItem): void => {
    if (this.fellBehind) return
    if (this.waiting.length < this.limits.waiting) this.waiting.push(item)
    else this.forgetWaiting()
    this.bell.resolve()
  }

  /** A cursor behind everything that was told until now; undefined while something is on its way. */
  get quietAt(): string | undefined {
    if (!this.isIdle || this.fellBehind || this.waiting.length) return undefined
    if (isBehind(this.feed.position, this.cursor)) this.cursor = this.feed.position
    return this.cursor
  }

  /** The items, for as long as somebody wants them. Throws where the subgraph does not answer. */
  async *items(signal: AbortSignal): AsyncGenerator<LiveItem, void> {
    const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
    while (!signal.aborted) {
      this.bell = Promise.withResolvers()
      if (this.fellBehind) {
        this.fellBehind = false
        yield* this.readOn(signal)
      }
      yield* this.take(signal)
      if (!this.fellBehind && !this.waiting.length) {
        this.isIdle = true
        await Promise.race([this.bell.promise, stopped])
        this.isIdle = false
      }
    }
  }

  private async *readOn(signal: AbortSignal): AsyncGenerator<LiveItem, void> {
    for (let hasMore = true; hasMore && !signal.aborted; ) {
      const page = await this.feed.read(this.cursor, [this.channel])
      for (const item of page.items) yield* this.once(item)
      if (isBehind(page.endCursor, this.cursor)) this.cursor = page.endCursor
      hasMore = page.hasMore
    }
  }

  private async *take(signal: AbortSignal): AsyncGenerator<LiveItem, void> {
    for (let item = this.waiting.shift(); item && !signal.aborted; item = this.waiting.shift()) yield* this.once(item)
  }

  private *once(item: LiveItem): Generator<LiveItem, void> {
    if (!isBehind(item.cursor, this.cursor)) return
    yield item
    this.cursor = item.cursor
  }

  private forgetWaiting(): void {
    this.waiting = []
    this.fellBehind = true
  }
}
