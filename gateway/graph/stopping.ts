import { HeaderMap } from '@apollo/server'
import { GraphQLError } from 'graphql'
import { codeOf, errorStatus } from '../../subgraphs/shared/errors.js'

/** The same error with its status: it stops the whole request, not one field of it; `path` is the place that it is about. */
export function stopping(error: GraphQLError, path?: readonly string[]): GraphQLError {
  const code = codeOf(error)
  const { retryAfterSeconds } = error.extensions
  const headers = new HeaderMap(retryAfterSeconds ? [['retry-after', String(retryAfterSeconds)]] : [])
  const http = { status: code && errorStatus[code], headers }
  return new GraphQLError(error.message, { path, extensions: { ...error.extensions, http } })
}
