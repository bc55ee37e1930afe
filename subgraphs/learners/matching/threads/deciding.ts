import { availableParallelism } from 'node:os'
import { setImmediate as otherWork } from 'node:timers/promises'
import type { WorkerOptions } from 'node:worker_threads'
import { type Ask, answer } from '../ask.js'
import type { Engine } from '../engine/engine.js'
import type { Decision } from '../engine/types.js'
import { inTurns } from '../in-turns.js'
import { DecidingThread } from './deciding-thread.js'
import type { Slice } from './slice.js'

/** Some 4 ms of work: at the end of a call nobody waits longer for the last of them. */
const sliceSize = 100
/** Beside this thread; more than a few would wait for memory. */
const mostThreads = 3

// Claims and decisions pass through.
const resourceLimits = { maxYoungGenerationSizeMb: 32 }

/** Decides on many asks at once: on this thread, by turns, and on others that see the same file. They start when there is enough to do. */
export class Deciding {
  private threads: DecidingThread[] | undefined
  private readonly waiting: Slice[] = []
  private changes = 0

  constructor(
    private readonly program = new URL('deciding-main.js', import.meta.url),
    private readonly options: WorkerOptions = {},
  ) {}

  /** Starts the threads, as the first large call does; resolves once they can be asked. */
  async ready(): Promise<void> {
    this.threads ??= this.start()
    await Promise.all(this.threads.map((thread) => thread.ready))
  }

  /** Decisions in the order of the asks, each on the file as it is when it is made. */
  async on(engine: Engine, asks: readonly Ask[]): Promise<Decision[]> {
    if (asks.length < sliceSize) return inTurns(asks, (ask) => answer(engine, ask))
    const [decisions] = await Promise.all([this.ahead(engine, asks), this.help()])
    return decisions
  }

  /** The same without the help of this thread, which has other things to do. */
  async ahead(engine: Engine, asks: readonly Ask[]): Promise<Decision[]> {
    const slices: Promise<Decision[]>[] = []
    for (let from = 0; from < asks.length; from += sliceSize) {
      slices.push(
        new Promise((done, failed) => {
          this.waiting.push({ engine, asks: asks.slice(from, from + sliceSize), done, failed })
        }),
      )
    }
    this.threads ??= this.start()
    this.handOut()
    return (await Promise.all(slices)).flat()
  }

  /** Changes the file of an engine while no thread looks at it. */
  async change(work: () => void): Promise<void> {
    this.changes++
    try {
      await Promise.all(this.threads?.map((thread) => thread.rest()) ?? [])
      work()
    } finally {
      this.changes--
      this.handOut()
    }
  }

  /** Ends all threads; what nobody has decided yet fails. */
  async stop(): Promise<void> {
    for (const slice of this.waiting.splice(0)) slice.failed(new Error('Nobody decides any more.'))
    await Promise.all(this.threads?.map((thread) => thread.stop()) ?? [])
  }

  private start(): DecidingThread[] {
    const count = Math.min(mostThreads, Math.max(1, availableParallelism() - 1))
    const { program, options } = this
    return Array.from(
      { length: count },
      () => new DecidingThread(program, { resourceLimits, ...options }, () => this.handOut()),
    )
  }

  private handOut(): void {
    if (this.changes > 0) return
    for (const thread of this.threads ?? []) {
      while (thread.isFree && this.waiting.length > 0) thread.take(this.waiting.shift() as Slice)
    }
  }

  /** Works on what waits, until nothing does. Between two slices threads are given their next ones, and whatever else has come in is done. */
  private async help(): Promise<void> {
    for (let slice = this.waiting.shift(); slice; slice = this.waiting.shift()) {
      const { engine, asks, done, failed } = slice
      await inTurns(asks, (ask) => answer(engine, ask)).then(done, failed)
      await otherWork()
    }
  }
}
