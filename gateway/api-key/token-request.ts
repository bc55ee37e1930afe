import { parseKey } from './key-text.js'

/** What OAuth answers when it gives no token (RFC 6749, 5.2). */
export type TokenRefusalCode = 'invalid_request' | 'invalid_client' | 'invalid_scope' | 'unsupported_grant_type'

/** Why no token is given. */
export class TokenRefusal extends Error {
  constructor(
    readonly code: TokenRefusalCode,
    description: string,
  ) {
    super(description)
  }
}

/** A request for a token that can be read; whether its secret is right has not been looked at. */
export interface TokenRequest {
  keyId: string
  secret: string
  /** The scopes that are asked for; undefined for all of the key. */
  scopes?: string[]
}

/**
 * Reads a request for a token of a program: `client_secret_basic` or `client_secret_post`, never both. Throws a TokenRefusal
 * with what is wrong.
 */
export function readTokenRequest(form: URLSearchParams, authorization: string | undefined): TokenRequest {
  for (const name of new Set(form.keys()))
    if (form.getAll(name).length > 1) throw new TokenRefusal('invalid_request', `${name.slice(0, 40)} is sent twice.`)
  const client = authorization === undefined ? ofForm(form) : ofBasic(authorization, form)
  const grant = form.get('grant_type')
  if (!grant) throw new TokenRefusal('invalid_request', 'Send grant_type=client_credentials.')
  if (grant !== 'client_credentials')
    throw new TokenRefusal('unsupported_grant_type', 'Only grant_type=client_credentials is served.')
  const parts = parseKey(`${client.id}.${client.secret}`)
  if (!parts) throw unknownClient()
  const scope = form.get('scope')?.trim()
  return { ...parts, ...(scope && { scopes: scope.split(/ +/) }) }
}

/** The refusal of whoever is not known; it does not say which part was wrong. */
export const unknownClient = () => new TokenRefusal('invalid_client', 'No live key has this client id and secret.')

interface Client {
  id: string
  secret: string
}

function ofForm(form: URLSearchParams): Client {
  const [id, secret] = [form.get('client_id'), form.get('client_secret')]
  if (id && secret) return { id, secret }
  throw new TokenRefusal('invalid_client', 'Send client_id and client_secret, in the form or by basic authentication.')
}

function ofBasic(authorization: string, form: URLSearchParams): Client {
  if (form.has('client_secret'))
    throw new TokenRefusal('invalid_request', 'Send the client secret in one way, not in two.')
  const encoded = /^Basic +([\w+/=-]+)$/i.exec(authorization)?.[1]
  const [id, secret] = encoded ? Buffer.from(encoded, 'base64').toString().split(':', 2).map(decoded) : []
  if (!id || !secret) throw new TokenRefusal('invalid_client', 'Send “Authorization: Basic” with client id and secret.')
  if (form.has('client_id') && form.get('client_id') !== id)
    throw new TokenRefusal('invalid_request', 'The form names another client than the header.')
  return { id, secret }
}

/** Both parts are encoded as in a form before they are joined (RFC 6749, 2.3.1). */
const decoded = (text: string) => new URLSearchParams(`text=${text}`).get('text') ?? ''
