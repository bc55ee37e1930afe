import type { ErrorCode } from '../../subgraphs/shared/errors.js'

/** What every refusal is called, whoever is refused; the page `/developers` explains each under the same name. */
export const problemTitles: Readonly<Record<ErrorCode, string>> = {
  BAD_REQUEST: 'The request cannot be read',
  BAD_USER_INPUT: 'A value cannot be taken',
  CURSOR_INVALID: 'The cursor is not one of ours',
  PAGE_TOO_LARGE: 'The page is too large',
  QUERY_TOO_COMPLEX: 'Too much is asked at once',
  QUERY_TOO_DEEP: 'Fields are nested too deeply',
  TOO_MANY_ALIASES: 'Too many aliases',
  UNAUTHENTICATED: 'No valid key, token or session',
  FORBIDDEN: 'Not allowed',
  NOT_FOUND: 'There is no such thing, or it is not yours',
  PERSISTED_QUERY_NOT_FOUND: 'No operation of that hash is known',
  METHOD_NOT_ALLOWED: 'Another method is needed',
  CONFLICT: 'It does not fit what is there',
  FILE_DUPLICATE: 'The same file was sent before',
  PAYLOAD_TOO_LARGE: 'The request is too large',
  RESPONSE_TOO_LARGE: 'The answer would be too large',
  UNSUPPORTED_MEDIA_TYPE: 'Another kind of body is needed',
  QUOTA_EXCEEDED: 'Too many requests',
  INTERNAL: 'Something went wrong on our side',
  OVERLOADED: 'Too much is asked at once of the platform',
  UPSTREAM_UNAVAILABLE: 'A part of the platform does not answer',
  TIMED_OUT: 'It took too long',
  STORAGE_LOW: 'There is no room for more files',
}

/** The address of the explanation of a refusal, on this host. */
export const problemType = (code: ErrorCode): string => `/developers#${code.toLowerCase().replaceAll('_', '-')}`
