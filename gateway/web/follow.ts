import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { quotaExceeded } from '../../subgraphs/shared/errors.js'
import type { InternalClient } from '../../subgraphs/shared/http/internal-client.js'
import { requireScope } from '../api-key/key-scope.js'
import { scopeOfFile } from '../api-key/path-scope.js'
import type { SubgraphName } from '../config.js'
import type { Authenticator } from '../session/authenticate.js'
import { ownerOfFile } from './file-owners.js'
import { webLimits } from './limits.js'
import { Turnstile } from './turnstile.js'

const passedBack = ['content-type', 'cache-control', 'x-content-type-options']

/** Lines over which subgraphs tell callers how far their batches are (Server-Sent Events). */
export class Lines {
  private readonly turnstile = new Turnstile(webLimits.linesPerCaller, tooMany)
  private readonly open = new Set<Response>()

  constructor(
    private readonly clients: Record<SubgraphName, InternalClient>,
    private readonly authenticator: Authenticator,
  ) {}

  /** Holds the line between a caller and the subgraph that owns the batch, until one of them lets go. */
  readonly hold = async (request: Request, response: Response): Promise<void> => {
    const claims = await this.authenticator.claimsOf(request)
    requireScope(claims, scopeOfFile(request.method, request.originalUrl))
    const leave = this.turnstile.enter(claims?.accountId ?? String(request.ip))
    this.open.add(response)
    try {
      const client = this.clients[ownerOfFile(request.originalUrl)]
      const last = request.headers['last-event-id']
      const headers = {
        ...client.credentials(claims),
        ...(typeof last === 'string' ? { 'last-event-id': last } : {}),
      }
      const answer = await client.requestFile({ method: 'GET', path: request.originalUrl, headers })
      response.status(answer.statusCode)
      for (const name of passedBack) {
        const value = answer.headers[name]
        if (value !== undefined) response.setHeader(name, value)
      }
      // Proxies on the way pass each event on at once.
      response.setHeader('x-accel-buffering', 'no')
      await pipeline(answer.body, response)
    } catch (error) {
      // Whichever side is gone, the caller asks again with the last event that it heard.
      if (!response.headersSent) throw error
    } finally {
      this.open.delete(response)
      leave()
    }
  }

  /** Lets go of every line, so that callers ask again elsewhere. */
  close(): void {
    for (const response of this.open) response.destroy()
  }
}

const tooMany = () =>
  quotaExceeded(`Follow at most ${webLimits.linesPerCaller} batches at once.`, {
    hint: 'Close another page that follows one, or ask how far it is instead.',
  })
