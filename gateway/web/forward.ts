import { randomUUID } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import type { InternalClient } from '../../subgraphs/shared/http/internal-client.js'
import type { Authenticator } from '../session/authenticate.js'

const passedBack = ['content-type', 'content-length', 'content-disposition', 'cache-control', 'x-content-type-options']
const uploadTimeoutMs = 15 * 60_000

/** Passes a file on its way in or out between the caller and the subgraph that owns it, as a stream. */
export const forward =
  (client: InternalClient, authenticator: Authenticator) =>
  async (request: Request, response: Response): Promise<void> => {
    const claims = await authenticator.claimsOf(request)
    const { method, headers } = request
    const length = headers['content-length']
    const answer = await client.request({
      method: method === 'PUT' ? 'PUT' : 'GET',
      path: request.originalUrl,
      headers: {
        ...(await client.credentials(claims, randomUUID())),
        'x-creditgraph-origin': `${request.protocol}://${headers.host}`,
        ...(length ? { 'content-length': length } : {}),
      },
      body: method === 'PUT' ? request : null,
      headersTimeout: uploadTimeoutMs,
    })
    response.status(answer.statusCode)
    for (const name of passedBack) {
      const value = answer.headers[name]
      if (value !== undefined) response.setHeader(name, value)
    }
    if (method === 'PUT' && !request.complete) response.setHeader('connection', 'close')
    await pipeline(answer.body, response)
  }
