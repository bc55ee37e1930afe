import { GraphQLError } from 'graphql'

interface ErrorOptions {
  cause?: unknown
  /** What the caller can do about it. */
  hint?: string
}

/** What stops a request, with the HTTP status that fits it. The caller reads the sentence; the cause goes to the log. */
export const errorStatus = {
  BAD_REQUEST: 400,
  BAD_USER_INPUT: 400,
  CURSOR_INVALID: 400,
  PAGE_TOO_LARGE: 400,
  QUERY_TOO_COMPLEX: 400,
  QUERY_TOO_DEEP: 400,
  TOO_MANY_ALIASES: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  PERSISTED_QUERY_NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  CONFLICT: 409,
  FILE_DUPLICATE: 409,
  PAYLOAD_TOO_LARGE: 413,
  RESPONSE_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  QUOTA_EXCEEDED: 429,
  INTERNAL: 500,
  OVERLOADED: 503,
  UPSTREAM_UNAVAILABLE: 503,
  TIMED_OUT: 504,
  STORAGE_LOW: 507,
} as const

export type ErrorCode = keyof typeof errorStatus

const refuse =
  (code: ErrorCode) =>
  (message: string, options: ErrorOptions = {}) =>
    new GraphQLError(message, {
      extensions: { code, ...(options.hint ? { hint: options.hint } : {}) },
      originalError: options.cause instanceof Error ? options.cause : null,
    })

export const badRequest = refuse('BAD_REQUEST')
export const badInput = refuse('BAD_USER_INPUT')
export const cursorInvalid = refuse('CURSOR_INVALID')
export const pageTooLarge = refuse('PAGE_TOO_LARGE')
export const queryTooComplex = refuse('QUERY_TOO_COMPLEX')
export const queryTooDeep = refuse('QUERY_TOO_DEEP')
export const tooManyAliases = refuse('TOO_MANY_ALIASES')
export const unauthenticated = refuse('UNAUTHENTICATED')
export const forbidden = refuse('FORBIDDEN')
export const notFound = refuse('NOT_FOUND')
export const persistedQueryNotFound = refuse('PERSISTED_QUERY_NOT_FOUND')
export const methodNotAllowed = refuse('METHOD_NOT_ALLOWED')
export const conflict = refuse('CONFLICT')
export const payloadTooLarge = refuse('PAYLOAD_TOO_LARGE')
export const responseTooLarge = refuse('RESPONSE_TOO_LARGE')
export const unsupportedMediaType = refuse('UNSUPPORTED_MEDIA_TYPE')
export const quotaExceeded = refuse('QUOTA_EXCEEDED')
export const overloaded = refuse('OVERLOADED')
export const upstreamUnavailable = refuse('UPSTREAM_UNAVAILABLE')
/** What took longer than anybody waits for it. */
export const timedOut = (cause?: unknown) => refuse('TIMED_OUT')(tooLong, { cause })
export const storageLow = refuse('STORAGE_LOW')

export const tooLong = 'This took too long and was stopped. Please ask for less at once, or try again.'

/** True for a code of the catalogue. */
export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.hasOwn(errorStatus, code)

/** The catalogue code of an error, or undefined when the error is not of the catalogue. */
export function codeOf(error: unknown): ErrorCode | undefined {
  const code = error instanceof GraphQLError ? error.extensions.code : undefined
  return isErrorCode(code) ? code : undefined
}

/** True where the fault is not the caller’s, so that the cause belongs in the log. */
export const isOurFault = (code: ErrorCode | undefined) => errorStatus[code ?? 'INTERNAL'] >= 500
