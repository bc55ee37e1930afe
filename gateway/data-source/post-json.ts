import type { Dispatcher } from 'undici'
import type { Stoppable } from './running-fetches.js'

/** What came back over the wire, not looked at. */
export class Received {
  constructor(
    readonly status: number,
    readonly bytes: Buffer,
  ) {}

  get text(): string {
    return this.bytes.toString('utf8')
  }
}

export interface Post {
  path: string
  headers: Record<string, string>
  body: string
  /** Longest answer that is read, in bytes. */
  maxBytes: number
  /** Gets what stops the request before its answer is there. */
  fetch?: Stoppable
}

/** Posts a JSON text and reads the answer, without the streams that nobody would read from. Throws where there is none. */
export const postJson = (dispatcher: Dispatcher, { path, headers, body, maxBytes, fetch }: Post): Promise<Received> =>
  new Promise((resolve, reject) => {
    const receiving = new Receiving(maxBytes, fetch, resolve, reject)
    dispatcher.dispatch(
      { method: 'POST', path, headers: { 'content-type': 'application/json', ...headers }, body },
      receiving,
    )
  })

/** An answer on its way. Once it has ended it lets go of the connection and of who asked, so that neither keeps the other in memory. */
class Receiving implements Dispatcher.DispatchHandler {
  private readonly chunks: Buffer[] = []
  private bytes = 0
  private status = 0
  private controller: Dispatcher.DispatchController | undefined
  private stopped: Error | undefined

  constructor(
    private readonly maxBytes: number,
    private fetch: Stoppable | undefined,
    private readonly resolve: (received: Received) => void,
    private readonly reject: (reason: Error) => void,
  ) {
    if (fetch) fetch.stop = (reason) => this.stop(reason)
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.stopped) controller.abort(this.stopped)
    else this.controller = controller
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.status = status
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.bytes += chunk.length
    if (this.bytes > this.maxBytes) controller.abort(new Error(`The answer is longer than ${this.maxBytes} bytes.`))
    else this.chunks.push(chunk)
  }

  onResponseEnd(): void {
    this.resolve(new Received(this.status, joined(this.chunks)))
    this.letGo()
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.reject(error)
    this.letGo()
  }

  private stop(reason: Error): void {
    this.stopped = reason
    this.controller?.abort(reason)
    this.reject(reason)
    this.letGo()
  }

  private letGo(): void {
    if (this.fetch) this.fetch.stop = undefined
    this.fetch = undefined
    this.controller = undefined
  }
}

function joined(chunks: Buffer[]): Buffer {
  const [only] = chunks
  return only && chunks.length === 1 ? only : Buffer.concat(chunks)
}
