import type { ServerResponse } from 'node:http'
import { GraphQLError } from 'graphql'
import { codeOf, errorStatus } from '../errors.js'
import type { Log } from '../log.js'

/** Answers with JSON. */
export function sendJson(response: ServerResponse, status: number, body: object): void {
  response.statusCode = status
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.setHeader('x-content-type-options', 'nosniff')
  response.end(JSON.stringify(body))
}

/**
 * Answers with an error of the catalogue, in the shape of a GraphQL answer, so that callers have one way to read errors.
 * Anything else is INTERNAL without details, and its cause goes to the log.
 */
export function sendError(response: ServerResponse, error: unknown, log: Log): void {
  const code = codeOf(error)
  if (!code) log.error({ err: error }, 'request failed')
  if (response.headersSent) {
    response.destroy()
    return
  }
  const message = code && error instanceof Error ? error.message : 'Something went wrong on our side. Please try again.'
  const extensions = code && error instanceof GraphQLError ? error.extensions : { code: 'INTERNAL' }
  response.setHeader('cache-control', 'no-store')
  sendJson(response, errorStatus[code ?? 'INTERNAL'], { errors: [{ message, extensions }] })
}
