import { Worker, type WorkerOptions } from 'node:worker_threads'
import type { Engine } from '../engine/engine.js'
import type { DecidingAnswer, DecidingRequest } from './deciding-message.js'
import { unpack } from './packed-decisions.js'
import type { Slice } from './slice.js'

/** Slices that wait in the thread itself, so that it has something to do while an answer is taken up. */
const mostAtOnce = 3

/**
 * A thread that decides, in the memory of whoever has started it. Where it ends by itself, so does the process: whoever starts it
 * again has everything that was under way continued.
 */
export class DecidingThread {
  private readonly worker: Worker
  private readonly underWay: Slice[] = []
  /** Resolves once it can be asked. */
  readonly ready: Promise<void>
  private isReady = false
  /** The file as the thread knows it. */
  private seen: { engine: Engine; dataVersion: string } | undefined
  private resting: (() => void)[] = []

  /** `whenFree` is called whenever it can take a slice. */
  constructor(program: URL, options: WorkerOptions, whenFree: () => void) {
    this.worker = new Worker(program, options)
    this.worker.unref()
    const { promise, resolve } = Promise.withResolvers<void>()
    this.ready = promise
    this.worker.on('message', (message: DecidingAnswer) => {
      if (message.kind === 'READY') {
        this.isReady = true
        resolve()
      } else this.settle(message)
      if (this.underWay.length === 0) for (const tell of this.resting.splice(0)) tell()
      whenFree()
    })
  }

  get isFree(): boolean {
    return this.isReady && this.underWay.length < mostAtOnce
  }

  take(slice: Slice): void {
    this.underWay.push(slice)
    const asks = JSON.stringify(slice.asks)
    this.worker.postMessage({ file: this.newsOf(slice.engine), asks } satisfies DecidingRequest)
  }

  /** Resolves as soon as it looks at nothing. */
  async rest(): Promise<void> {
    if (this.underWay.length > 0) await new Promise<void>((resolve) => this.resting.push(resolve))
  }

  /** Ends the thread; what it has not answered fails. */
  async stop(): Promise<void> {
    await this.worker.terminate()
    for (const slice of this.underWay.splice(0)) slice.failed(new Error('The thread that decides has been stopped.'))
  }

  private settle(message: Exclude<DecidingAnswer, { kind: 'READY' }>): void {
    const slice = this.underWay.shift()
    if (message.kind === 'DECIDED') slice?.done(unpack(message.decisions))
    else slice?.failed(message.error)
  }

  private newsOf(engine: Engine): DecidingRequest['file'] {
    const { dataVersion } = engine
    const isNew = this.seen?.engine !== engine
    if (!isNew && this.seen?.dataVersion === dataVersion) return undefined
    this.seen = { engine, dataVersion }
    return { image: engine.image(), isNew }
  }
}
