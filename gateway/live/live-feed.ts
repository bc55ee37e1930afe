import { isBehind } from '../../subgraphs/shared/live/live-cursor.js'
import type { Log } from '../../subgraphs/shared/log.js'
import { apart } from '../../subgraphs/shared/observe/work.js'
import { pause } from '../../subgraphs/shared/pause.js'
import { type LiveLimits, liveLimits } from './limits.js'

/** That one thing has changed, on a channel. */
export interface LiveItem {
  cursor: string
  channel: string
  id: string
}

/** What has happened behind a cursor. */
export interface LivePage {
  items: LiveItem[]
  endCursor: string
  hasMore: boolean
}

/** Reads what has happened on channels behind a cursor; without one, where to begin. */
export type ReadPage = (after: string | null, channels: readonly string[]) => Promise<LivePage>

type Hear = (item: LiveItem) => void

/**
 * What happens in a subgraph, for everybody who follows something in this process: one question at a time, however many
 * they are, and none while there is nobody.
 */
export class LiveFeed {
  /** Everything up to this cursor was told to those who have joined. */
  position = '0:0'
  private readonly listeners = new Map<string, Set<Hear>>()
  private readonly stopping = new AbortController()
  private beginning: Promise<void> | undefined
  private following: Promise<void> = Promise.resolve()
  /** The question that is under way. */
  private turn: Promise<void> = Promise.resolve()

  constructor(
    readonly read: ReadPage,
    private readonly log: Log,
    private readonly limits: Pick<LiveLimits, 'pollMs'> = liveLimits,
  ) {}

  /**
   * Tells what happens on a channel from now on, until the answer is called. Whoever reads pages after this resolves has
   * in them whatever was not told. Throws where the subgraph does not answer.
   */
  async join(channel: string, hear: Hear): Promise<() => void> {
    const listeners = this.listeners.get(channel) ?? new Set()
    listeners.add(hear)
    this.listeners.set(channel, listeners)
    const leave = () => {
      listeners.delete(hear)
      if (listeners.size === 0 && this.listeners.get(channel) === listeners) this.listeners.delete(channel)
    }
    try {
      // What is asked at this moment is asked without the channel, and may reach further than a page that is read now.
      await this.turn
      await this.begin()
      return leave
    } catch (error) {
      leave()
      throw error
    }
  }

  async close(): Promise<void> {
    this.stopping.abort()
    await this.following
  }

  private begin(): Promise<void> {
    this.beginning ??= this.start().catch((error: unknown) => {
      this.beginning = undefined
      throw error
    })
    return this.beginning
  }

  private async start(): Promise<void> {
    this.position = (await this.read(null, [])).endCursor
    // It goes on for whoever comes later, not for the request that began it.
    this.following = apart(() => this.follow())
  }

  private async follow(): Promise<void> {
    const { signal } = this.stopping
    while (!signal.aborted && this.listeners.size > 0) {
      let hasMore = false
      this.turn = this.look().then(
        (more) => {
          hasMore = more
        },
        (error: unknown) => this.log.warn({ err: error }, 'events could not be followed; trying again'),
      )
      await this.turn
      if (!hasMore) await pause(this.limits.pollMs, signal)
    }
    this.beginning = undefined
  }

  private async look(): Promise<boolean> {
    const { items, endCursor, hasMore } = await this.read(this.position, [...this.listeners.keys()])
    if (isBehind(endCursor, this.position)) this.position = endCursor
    for (const item of items) for (const hear of [...(this.listeners.get(item.channel) ?? [])]) hear(item)
    return hasMore
  }
}
