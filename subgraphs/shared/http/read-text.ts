import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { badRequest, payloadTooLarge } from '../errors.js'

/** A request body as it was sent. */
export interface ReceivedText {
  text: string
  bytes: number
}

/** Reads a whole request body. Throws PAYLOAD_TOO_LARGE beyond `maxBytes` and BAD_REQUEST where it is not UTF-8. */
export async function readText(request: IncomingMessage, maxBytes: number): Promise<ReceivedText> {
  const bytes = await readBytes(request, maxBytes)
  if (!isUtf8(bytes)) throw badRequest('The request body is not UTF-8.')
  const text = bytes.toString('utf8')
  // Some editors put a mark before the text that is none of its characters.
  return { text: text.startsWith('\ufeff') ? text.slice(1) : text, bytes: bytes.length }
}

/** Listens instead of iterating, which costs a tenth of a small request. */
const readBytes = (request: IncomingMessage, maxBytes: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const refuse = () => {
      request.off('data', take).pause()
      reject(payloadTooLarge(`Send at most ${maxBytes} bytes.`))
    }
    const take = (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > maxBytes) refuse()
      else chunks.push(chunk)
    }
    const breakOff = (cause?: Error) => reject(badRequest('The request ended before all of it was here.', { cause }))
    if (Number(request.headers['content-length']) > maxBytes) return refuse()
    request.on('data', take).once('error', breakOff)
    request.once('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)))
    request.once('close', () => {
      if (!request.complete) breakOff()
    })
  })
