import type { Request, RequestHandler, Response } from 'express'
import type { ViewerClaims } from '../../subgraphs/reference/viewer.js'
import { badRequest, forbidden, unauthenticated } from '../../subgraphs/shared/errors.js'
import { readJson } from '../../subgraphs/shared/http/read-json.js'
import { readText } from '../../subgraphs/shared/http/read-text.js'
import { sendError, sendJson } from '../../subgraphs/shared/http/send.js'
import type { Log } from '../../subgraphs/shared/log.js'
import type { Authenticator } from '../session/authenticate.js'
import { webLimits } from './limits.js'

/** Answers a request with what a step returns, as JSON that nobody keeps; what it throws is answered as an error of the catalogue. */
export const answeringJson =
  (log: Log) =>
  (answer: (request: Request, response: Response) => Promise<object>, status = 200): RequestHandler =>
  async (request, response) => {
    try {
      const body = await answer(request, response)
      response.setHeader('cache-control', 'no-store')
      sendJson(response, status, body)
    } catch (error) {
      sendError(response, error, log)
    }
  }

/** Whoever asks, a person or a program. Throws UNAUTHENTICATED for nobody. */
export async function callerOf(authenticator: Authenticator, request: Request): Promise<ViewerClaims> {
  const claims = await authenticator.claimsOf(request)
  if (claims) return claims
  throw unauthenticated('Sign in, or send a key as “Authorization: Bearer”.')
}

/** A person who is signed in. Throws UNAUTHENTICATED for nobody, FORBIDDEN for a program, which may not make itself more powerful. */
export async function personOf(authenticator: Authenticator, request: Request): Promise<ViewerClaims> {
  const claims = await authenticator.claimsOf(request)
  if (!claims) throw unauthenticated('Sign in first.')
  if (claims.scopes) throw forbidden('People do that, not keys.', { hint: 'Sign in to the partner portal.' })
  return claims
}

/** The members of a small JSON object. Throws BAD_REQUEST for anything else, PAYLOAD_TOO_LARGE beyond 16 kB. */
export async function readMembers(request: Request): Promise<Record<string, unknown>> {
  const { text } = await readText(request, webLimits.membersBytes)
  const value = readJson(text, 'body')
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw badRequest('Send a JSON object.')
}
