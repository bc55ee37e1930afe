import { unwrapResolverError } from '@apollo/server/errors'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { codeOf, isErrorCode, isOurFault, tooLong } from '../errors.js'
import { onOurSide } from '../http/told-error.js'
import type { Log } from '../log.js'
import { isLate, noteCode, supportId } from '../observe/work.js'

const requestErrors = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
])
const ownExtensions = ['code', 'hint', 'field', 'retryable'] as const

/**
 * Builds the error that leaves a server anew from an allow-list: known codes keep their sentence and our own extensions,
 * anything else becomes INTERNAL and its cause goes to the log.
 */
export const formatError =
  (log: Log) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const original = unwrapResolverError(error)
    const place = {
      ...(formatted.path ? { path: formatted.path } : {}),
      ...(formatted.locations ? { locations: formatted.locations } : {}),
    }
    const code = isWrongMethod(original)
      ? 'METHOD_NOT_ALLOWED'
      : (codeOf(original) ?? codeOf(error) ?? String(formatted.extensions?.code))
    const isRequestError = requestErrors.has(code)
    const found = isErrorCode(code) ? code : undefined
    // What fails once the time is over fails because its statements were cancelled.
    const isTooLong = isLate() && !isRequestError && isOurFault(found)
    const known = isTooLong ? 'TIMED_OUT' : found
    noteCode(isRequestError ? code : (known ?? 'INTERNAL'))
    if (!isRequestError && isOurFault(known)) log.error({ err: original, path: formatted.path }, 'operation failed')
    if (!isRequestError && (!known || known === 'INTERNAL')) {
      return {
        message: onOurSide,
        ...place,
        extensions: { code: 'INTERNAL', ...supportId('INTERNAL') },
      }
    }
    if (isTooLong) return { message: tooLong, ...place, extensions: { code: 'TIMED_OUT', ...supportId('TIMED_OUT') } }
    const extensions = Object.fromEntries(
      ownExtensions.flatMap((key) => (key in (formatted.extensions ?? {}) ? [[key, formatted.extensions?.[key]]] : [])),
    )
    const forSupport = isRequestError ? {} : supportId(known)
    return { message: formatted.message, ...place, extensions: { ...extensions, code, ...forSupport } }
  }

/** The server says so by the status alone. */
function isWrongMethod(error: unknown): boolean {
  const http = error instanceof GraphQLError ? error.extensions.http : undefined
  return typeof http === 'object' && http !== null && 'status' in http && http.status === 405
}
