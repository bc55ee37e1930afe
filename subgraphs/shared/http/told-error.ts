import type { ServerResponse } from 'node:http'
import { GraphQLError } from 'graphql'
import { codeOf, type ErrorCode, errorStatus } from '../errors.js'
import { httpLimits } from './limits.js'

/** What a caller is told of an error, in whatever shape. */
export interface ToldError {
  code: ErrorCode
  status: number
  message: string
  hint?: string
  /** All that stands beside the message in a GraphQL answer, the code included. */
  extensions: Readonly<Record<string, unknown>>
}

/** What is told of what nobody but us can mend. */
export const onOurSide = 'Something went wrong on our side. Please try again.'

/** An error of the catalogue as it is; anything else is INTERNAL without details. */
export function toldOf(error: unknown): ToldError {
  const code = codeOf(error)
  if (!code || !(error instanceof GraphQLError))
    return { code: 'INTERNAL', status: errorStatus.INTERNAL, message: onOurSide, extensions: { code: 'INTERNAL' } }
  const { message, extensions } = error
  const { hint } = extensions
  return { code, status: errorStatus[code], message, ...(hint ? { hint: String(hint) } : {}), extensions }
}

/** Says when to come back to whoever was turned away for now. */
export function sayWhenToComeBack(response: ServerResponse, status: number, seconds?: unknown): void {
  if (status === 429 || status === 503)
    response.setHeader('retry-after', String(seconds ?? httpLimits.retryAfterSeconds))
}

/** Says to whoever is not known that a key or token is asked for (RFC 6750). */
export function askForToken(response: ServerResponse, status: number): void {
  if (status === 401) response.setHeader('www-authenticate', 'Bearer')
}
