import type { Dispatcher } from 'undici'
import { Received } from '../../gateway/data-source/received.js'

export interface Post {
  path: string
  headers: Record<string, string>
  body: string
  /** Longest answer that is read, in bytes. */
  maxBytes: number
}

/** Posts a JSON text and reads the answer, without the streams that nobody would read from. Throws where there is none. */
export const postJson = (dispatcher: Dispatcher, { path, headers, body, maxBytes }: Post): Promise<Received> =>
  new Promise((resolve, reject) => {
    dispatcher.dispatch(
      { method: 'POST', path, headers: { 'content-type': 'application/json', ...headers }, body },
      new Receiving(maxBytes, resolve, reject),
    )
  })

/** An answer on its way. */
class Receiving implements Dispatcher.DispatchHandler {
  private readonly chunks: Buffer[] = []
  private bytes = 0
  private status = 0

  constructor(
    private readonly maxBytes: number,
    private readonly resolve: (received: Received) => void,
    private readonly reject: (reason: Error) => void,
  ) {}

  /** Asked for by undici. */
  onRequestStart(): void {
    this.status = 0
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
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.reject(error)
  }
}

function joined(chunks: Buffer[]): Buffer {
  const [only] = chunks
  return only && chunks.length === 1 ? only : Buffer.concat(chunks)
}
