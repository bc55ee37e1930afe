import type { IncomingMessage, ServerResponse } from 'node:http'
import { unsupportedMediaType } from '../errors.js'
import { letGo } from '../http/send.js'
import { askForToken, sayWhenToComeBack, toldOf } from '../http/told-error.js'
import type { WireRecord } from '../wire/wire-value.js'
import { elementXml } from '../wire/xml-text.js'

/** The two kinds of documents that web services take and give. */
export type ServiceFormat = 'JSON' | 'XML'

const typeOf = { JSON: 'application/json; charset=utf-8', XML: 'application/xml; charset=utf-8' } as const

/** The kind of document of a request; the answer is of the same. Throws UNSUPPORTED_MEDIA_TYPE for anything else. */
export function formatOf({ headers }: IncomingMessage): ServiceFormat {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = headers
  const [, name = ''] = /^(?:application|text)\/(json|xml) *(?:; *charset="?utf-8"? *)?$/i.exec(type) ?? []
  if (!name || encoding !== 'identity')
    throw unsupportedMediaType('Send application/xml or application/json in UTF-8, not compressed.')
  return name.toUpperCase() as ServiceFormat
}

/** Answers with one document, named as XML names its first element. */
export const sendDocument = (
  response: ServerResponse,
  status: number,
  format: ServiceFormat,
  name: string,
  record: WireRecord,
): void => send(response, status, format, format === 'JSON' ? JSON.stringify({ [name]: record }) : xmlOf(name, record))

/**
 * Answers with what stopped a call: its HTTP status as `code`, our code as `error`, and a sentence (W07). What is not of
 * the catalogue is told without details.
 */
export function sendFault(response: ServerResponse, error: unknown, format: ServiceFormat): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const { code, status, message, hint, extensions } = toldOf(error)
  const fault = { code: status, error: code, message, ...(hint ? { hint } : {}) }
  sayWhenToComeBack(response, status, extensions.retryAfterSeconds)
  askForToken(response, status)
  send(response, status, format, format === 'JSON' ? JSON.stringify(fault) : xmlOf('Fault', fault))
}

const xmlOf = (name: string, record: WireRecord) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${elementXml(name, record)}\n`

function send(response: ServerResponse, status: number, format: ServiceFormat, text: string): void {
  response.statusCode = status
  response.setHeader('content-type', typeOf[format])
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('cache-control', 'no-store')
  response.end(text)
  letGo(response.req)
}
