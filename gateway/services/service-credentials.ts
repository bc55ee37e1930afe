import { JSONParser, TokenizerError, TokenParserError } from '@streamparser/json'
import { SaxesParser } from 'saxes'
import { badRequest } from '../../subgraphs/shared/errors.js'
import type { ServiceFormat } from '../../subgraphs/shared/service/service-format.js'

/** What a call says of its caller (W01); every part may be absent. */
export interface ServiceCredentials {
  providerId?: string
  user?: string
  password?: string
}

const names = { ProviderId: 'providerId', User: 'user', Password: 'password' } as const
type Name = keyof typeof names

const isName = (name: string): name is Name => Object.hasOwn(names, name)

/** Nobody is known yet, so that only the beginning of a document is looked at. */
const headLength = 16 * 1024

/**
 * The credentials that stand near the beginning of a document, directly under its first element or in its outermost
 * object. Throws BAD_REQUEST where that beginning is no document.
 */
export const credentialsIn = (text: string, format: ServiceFormat): ServiceCredentials => {
  const head = text.slice(0, headLength)
  return format === 'JSON' ? inJson(head) : inXml(head)
}

function inJson(head: string): ServiceCredentials {
  const found: ServiceCredentials = {}
  const parser = new JSONParser({ paths: Object.keys(names).map((name) => `$.${name}`), keepStack: false })
  parser.onValue = ({ key, value }) => {
    if (typeof key === 'string' && isName(key) && typeof value === 'string') found[names[key]] = value
  }
  parser.onError = (error) => {
    throw error
  }
  try {
    parser.write(head)
  } catch (cause) {
    if (!(cause instanceof TokenizerError || cause instanceof TokenParserError)) throw cause
    throw badRequest('The request body is not well-formed JSON.', { cause })
  }
  return found
}

function inXml(head: string): ServiceCredentials {
  const found: ServiceCredentials = {}
  const open: string[] = []
  const parser = new SaxesParser({ xmlns: false })
  const refuse = (message: string) => {
    throw badRequest(message)
  }
  parser.on('doctype', () => refuse('The request declares a document type. Take the <!DOCTYPE …> out.'))
  parser.on('error', ({ message }) =>
    refuse(`The request body is not well-formed XML: ${message.slice(0, 100).replace(/\.$/, '')}.`),
  )
  parser.on('opentag', ({ name }) => {
    open.push(name.replace(/^.*:/, ''))
  })
  parser.on('text', (part) => {
    const name = open.at(-1)
    if (open.length === 2 && name && isName(name)) found[names[name]] = (found[names[name]] ?? '') + part
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(head)
  return found
}
