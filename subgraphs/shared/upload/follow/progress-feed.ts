import type { EntityManager } from '@mikro-orm/postgresql'
import { overloaded } from '../../errors.js'
import type { Log } from '../../log.js'
import { pause } from '../../pause.js'
import { executeBound } from '../../postgres/bound.js'
import type { BatchState } from '../upload-enums.js'
import { type FollowLimits, followLimits } from './follow-limits.js'
import { eventOf, isOver, type ProgressEvent, type Sample, type Standing } from './progress-event.js'

/** Who follows a batch. */
export interface Listener {
  hear(event: ProgressEvent): void
  /** Nothing more will come from here; what it follows may go on. */
  end(): void
}

interface Followed {
  listeners: Set<Listener>
  samples: Sample[]
}

/** The batches of a table, and which of its columns count rows. */
export interface FollowedTable {
  table: string
  counts: readonly string[]
}

/**
 * Looks at the batches that somebody follows, all by one statement however many listen, and at nothing while nobody does.
 */
export class ProgressFeed {
  private readonly followed = new Map<string, Followed>()
  private readonly stopping = new AbortController()
  private looking: Promise<void> | undefined

  constructor(
    private readonly from: FollowedTable,
    private readonly em: EntityManager,
    private readonly log: Log,
    private readonly limits: Pick<FollowLimits, 'lookMs' | 'samples' | 'lines'> = followLimits,
  ) {}

  /** How many follow. */
  get lines(): number {
    return [...this.followed.values()].reduce((sum, { listeners }) => sum + listeners.size, 0)
  }

  /** Tells a listener how far a batch is, again and again until it leaves. Throws OVERLOADED where too many listen. */
  follow(batchId: string, listener: Listener): () => void {
    if (this.stopping.signal.aborted || this.lines >= this.limits.lines)
      throw overloaded('Too many follow batches at this moment. Ask how far it is instead.')
    const batch = this.followed.get(batchId) ?? { listeners: new Set(), samples: [] }
    batch.listeners.add(listener)
    this.followed.set(batchId, batch)
    this.looking ??= this.lookOn()
    return () => {
      batch.listeners.delete(listener)
      if (batch.listeners.size === 0) this.followed.delete(batchId)
    }
  }

  /** Ends every line. */
  async close(): Promise<void> {
    this.stopping.abort()
    for (const { listeners } of this.followed.values()) for (const listener of [...listeners]) listener.end()
    await this.looking
  }

  private async lookOn(): Promise<void> {
    const { signal } = this.stopping
    while (!signal.aborted && this.followed.size > 0) {
      await this.look().catch((error: unknown) => this.log.warn({ err: error }, 'progress could not be looked at'))
      await pause(this.limits.lookMs, signal)
    }
    this.looking = undefined
  }

  private async look(): Promise<void> {
    const counts = this.from.counts.map((name) => `'${camel(name)}', ${name}`).join(', ')
    const standings = await executeBound<Standing & { state: BatchState }>(
      this.em.fork(),
      `select batch_id as "batchId", state, total_rows as "totalRows", applied_rows as "appliedRows",
         jsonb_build_object(${counts}) as counts
       from ${this.from.table} where batch_id = any($1::uuid[])`,
      [[...this.followed.keys()]],
    )
    const atMs = performance.now()
    for (const standing of standings) this.tell(standing, atMs)
  }

  private tell(standing: Standing, atMs: number): void {
    const batch = this.followed.get(standing.batchId)
    if (!batch) return
    batch.samples = [...batch.samples, { atMs, appliedRows: standing.appliedRows }].slice(-this.limits.samples)
    const event = eventOf(standing, batch.samples)
    for (const listener of [...batch.listeners]) {
      listener.hear(event)
      if (isOver(event)) listener.end()
    }
  }
}

const camel = (column: string) => column.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase())
