import type { IncomingMessage } from 'node:http'
import { badRequest, payloadTooLarge } from '../errors.js'

/** A request body as it was sent. */
export interface ReceivedText {
  text: string
  bytes: number
}

/** Reads a whole request body. Throws PAYLOAD_TOO_LARGE beyond `maxBytes` and BAD_REQUEST where it is not UTF-8. */
export async function readText(request: IncomingMessage, maxBytes: number): Promise<ReceivedText> {
  const tooLarge = () => payloadTooLarge(`Send at most ${maxBytes} bytes.`)
  if (Number(request.headers['content-length']) > maxBytes) throw tooLarge()
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length
    if (bytes > maxBytes) throw tooLarge()
    chunks.push(chunk)
  }
  return { text: decode(Buffer.concat(chunks)), bytes }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw badRequest('The request body is not UTF-8.', { cause })
  }
}
