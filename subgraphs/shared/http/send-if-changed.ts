import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** Sends an answer that a client may keep for itself, and only says so where it has the same one already. */
export function sendIfChanged(request: IncomingMessage, response: ServerResponse, answer: string | Buffer): void {
  const etag = `"${createHash('sha256').update(answer).digest('base64url').slice(0, 27)}"`
  response.setHeader('etag', etag)
  response.setHeader('cache-control', 'private, no-cache')
  response.setHeader('vary', 'accept, authorization, cookie')
  const known = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (known?.includes(etag) || known?.includes('*')) {
    response.statusCode = 304
    response.end()
    return
  }
  response.end(answer)
}
