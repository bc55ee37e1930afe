import { type Ask, answer } from '../../../../subgraphs/learners/matching/ask.js'
import type { Engine } from '../../../../subgraphs/learners/matching/engine/engine.js'
import type { Deciding } from '../../../../subgraphs/learners/matching/threads/deciding.js'
import { busyMs } from './timings.js'

/** How long whole chunks took: by all threads on the clock, by one thread in the processor’s time. */
export class BulkTimings {
  private bulkMs = 0
  bulkRows = 0
  private aloneBusyMs = 0
  private aloneRows = 0

  constructor(private readonly deciding: Deciding) {}

  /** Times the lookups of many rows by all threads, once they have started. */
  async together(engine: Engine, asks: readonly Ask[]): Promise<void> {
    await this.deciding.ready()
    const started = performance.now()
    await this.deciding.on(engine, asks)
    this.bulkMs += performance.now() - started
    this.bulkRows += asks.length
  }

  /** Times the lookups of many rows by this thread, one after the other. */
  alone(engine: Engine, asks: readonly Ask[]): void {
    const busyBefore = busyMs()
    for (const ask of asks) answer(engine, ask)
    this.aloneBusyMs += busyMs() - busyBefore
    this.aloneRows += asks.length
  }

  get rowsPerSecond(): number {
    return this.bulkMs === 0 ? 0 : (this.bulkRows / this.bulkMs) * 1000
  }

  /** What one processor does that has nothing else to do. */
  get rowsPerBusySecond(): number {
    return this.aloneBusyMs === 0 ? 0 : (this.aloneRows / this.aloneBusyMs) * 1000
  }
}
