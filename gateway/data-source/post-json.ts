import type { Dispatcher } from 'undici'

/** What came back over the wire, not looked at. */
export interface Received {
  status: number
  text: string
}

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
    const chunks: Buffer[] = []
    let bytes = 0
    let status = 0
    dispatcher.dispatch(
      { method: 'POST', path, headers: { 'content-type': 'application/json', ...headers }, body },
      {
        onRequestStart: () => undefined,
        onResponseStart: (_controller, code) => {
          status = code
        },
        onResponseData: (controller, chunk) => {
          bytes += chunk.length
          if (bytes > maxBytes) controller.abort(new Error(`The answer is longer than ${maxBytes} bytes.`))
          else chunks.push(chunk)
        },
        onResponseEnd: () => resolve({ status, text: textOf(chunks) }),
        onResponseError: (_controller, error) => reject(error),
      },
    )
  })

function textOf(chunks: Buffer[]): string {
  const [only] = chunks
  return only && chunks.length === 1 ? only.toString('utf8') : Buffer.concat(chunks).toString('utf8')
}
