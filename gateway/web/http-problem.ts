import type { IncomingMessage } from 'node:http'
import { badRequest, notFound, payloadTooLarge, unsupportedMediaType } from '../../subgraphs/shared/errors.js'
import { webLimits } from './limits.js'

export const nothingHere = () => notFound('There is nothing at this address.')

/** What Express and its parts complain about, as an error of the catalogue; anything else as it is. */
export function inOurWords(error: unknown): unknown {
  const status = error instanceof Error && 'status' in error ? error.status : undefined
  if (typeof status !== 'number' || status < 400 || status > 499) return error
  if (status === 404) return nothingHere()
  if (status === 413) return payloadTooLarge('The request is too large.', { cause: error })
  if (status === 415) return unsupportedMediaType('The request is of a kind that is not understood.', { cause: error })
  return badRequest('The request is not valid.', { cause: error })
}

/** Cuts off whoever takes too long to send a request; only files, which come by PUT, may take their time. */
export function cutSlowRequest(request: IncomingMessage, ms: number = webLimits.slowRequestMs): void {
  if (request.complete || request.method === 'PUT') return
  const late = setTimeout(() => request.destroy(), ms).unref()
  request.once('end', () => clearTimeout(late)).once('close', () => clearTimeout(late))
}
