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
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  FILE_DUPLICATE: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  INTERNAL: 500,
  UPSTREAM_UNAVAILABLE: 503,
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
export const unauthenticated = refuse('UNAUTHENTICATED')
export const forbidden = refuse('FORBIDDEN')
export const notFound = refuse('NOT_FOUND')
export const conflict = refuse('CONFLICT')
export const payloadTooLarge = refuse('PAYLOAD_TOO_LARGE')
export const unsupportedMediaType = refuse('UNSUPPORTED_MEDIA_TYPE')
export const upstreamUnavailable = refuse('UPSTREAM_UNAVAILABLE')
export const storageLow = refuse('STORAGE_LOW')

/** The catalogue code of an error, or undefined when the error is not of the catalogue. */
export function codeOf(error: unknown): ErrorCode | undefined {
  const code = error instanceof GraphQLError ? error.extensions.code : undefined
  return typeof code === 'string' && code in errorStatus ? (code as ErrorCode) : undefined
}
