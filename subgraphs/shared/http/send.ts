import type { IncomingMessage, ServerResponse } from 'node:http'
import { codeOf, isOurFault } from '../errors.js'
import type { Log } from '../log.js'
import { noteCode, supportId } from '../observe/work.js'
import { type HttpLimits, httpLimits } from './limits.js'
import { askForToken, sayWhenToComeBack, toldOf } from './told-error.js'

/** Answers with JSON. */
export function sendJson(response: ServerResponse, status: number, body: object): void {
  response.statusCode = status
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.setHeader('x-content-type-options', 'nosniff')
  response.end(JSON.stringify(body))
  letGo(response.req)
}

/**
 * Throws away what is still coming of a request that has its answer, since many read no answer before they have sent all; and
 * cuts it off when it stands still or goes on for too long.
 */
export function letGo(
  request: IncomingMessage,
  limits: Pick<HttpLimits, 'leftoversMs' | 'leftoversStandstillMs'> = httpLimits,
): void {
  if (request.complete) return
  const cutAfter = (ms: number) => setTimeout(() => request.destroy(), ms).unref()
  const [end, standstill] = [cutAfter(limits.leftoversMs), cutAfter(limits.leftoversStandstillMs)]
  const stop = () => {
    clearTimeout(end)
    clearTimeout(standstill)
  }
  request
    .on('data', () => void standstill.refresh())
    .once('close', stop)
    .once('end', stop)
    .resume()
}

/**
 * Answers with an error of the catalogue, in the shape of a GraphQL answer, so that callers have one way to read errors.
 * Anything else is INTERNAL without details. Where the fault is ours the cause goes to the log.
 */
export function sendError(response: ServerResponse, error: unknown, log: Log): void {
  const code = codeOf(error)
  noteCode(code ?? 'INTERNAL')
  if (isOurFault(code)) log.error({ err: error }, 'request failed')
  if (response.headersSent) {
    response.destroy()
    return
  }
  const { status, message, extensions } = toldOf(error)
  response.setHeader('cache-control', 'no-store')
  sayWhenToComeBack(response, status, extensions.retryAfterSeconds)
  askForToken(response, status)
  sendJson(response, status, { errors: [{ message, extensions: { ...extensions, ...supportId(code) } }] })
}
