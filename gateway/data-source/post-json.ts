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
    const chunks: Buffer[] = []
    let bytes = 0
    let status = 0
    let controller: Dispatcher.DispatchController | undefined
    let stopped: Error | undefined
    if (fetch)
      fetch.stop = (reason) => {
        stopped = reason
        controller?.abort(reason)
        reject(reason)
      }
    dispatcher.dispatch(
      { method: 'POST', path, headers: { 'content-type': 'application/json', ...headers }, body },
      {
        onRequestStart: (started) => {
          controller = started
          if (stopped) started.abort(stopped)
        },
        onResponseStart: (_controller, code) => {
          status = code
        },
        onResponseData: (controller, chunk) => {
          bytes += chunk.length
          if (bytes > maxBytes) controller.abort(new Error(`The answer is longer than ${maxBytes} bytes.`))
          else chunks.push(chunk)
        },
        onResponseEnd: () => resolve(new Received(status, joined(chunks))),
        onResponseError: (_controller, error) => reject(error),
      },
    )
  })

function joined(chunks: Buffer[]): Buffer {
  const [only] = chunks
  return only && chunks.length === 1 ? only : Buffer.concat(chunks)
}
