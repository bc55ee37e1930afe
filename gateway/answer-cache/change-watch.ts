import type { Log } from '../../subgraphs/shared/log.js'
import { apart } from '../../subgraphs/shared/observe/work.js'
import { pause } from '../../subgraphs/shared/pause.js'
import type { CacheLimits } from './limits.js'

/** Whether anything has changed since a snapshot, and the one of now. */
export type ChangeSince = (since: string | null) => Promise<{ snapshot: string; hasChanged: boolean }>

/** Asks again and again whether anything has changed, for as long as somebody wants to know. */
export class ChangeWatch {
  private readonly stopping = new AbortController()
  private watching: Promise<void> | undefined
  private snapshot: string | null = null
  private knownAt = Number.NEGATIVE_INFINITY
  private wantedAt = 0

  constructor(
    private readonly changeSince: ChangeSince,
    private readonly onChange: () => void,
    private readonly limits: Pick<CacheLimits, 'lookMs' | 'trustMs' | 'idleMs'>,
    private readonly now: () => number,
    private readonly log: Log,
  ) {}

  /** True where it is known that nothing has changed but for the last moment; goes on to find out. */
  get isKnown(): boolean {
    this.wantedAt = this.now()
    if (!this.watching && !this.stopping.signal.aborted) this.watching = apart(() => this.watch())
    return this.now() - this.knownAt <= this.limits.trustMs
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    await this.watching
  }

  private async watch(): Promise<void> {
    const { signal } = this.stopping
    while (!signal.aborted && this.now() - this.wantedAt <= this.limits.idleMs) {
      await this.look().catch((error: unknown) =>
        this.log.warn({ err: error }, 'it is not known what has changed; nothing is answered from memory'),
      )
      await pause(this.limits.lookMs, signal)
    }
    this.snapshot = null
    this.knownAt = Number.NEGATIVE_INFINITY
    this.onChange()
    this.watching = undefined
  }

  private async look(): Promise<void> {
    const askedAt = this.now()
    const { snapshot, hasChanged } = await this.changeSince(this.snapshot)
    if (hasChanged) this.onChange()
    this.snapshot = snapshot
    this.knownAt = askedAt
  }
}
