import type { IncomingMessage } from 'node:http'

const plainName = 'creditgraph_session'
const maxAgeSeconds = 12 * 60 * 60

/** Over TLS the name has the prefix with which browsers let no other host, path or script set or shadow the cookie. */
const nameOf = (secure: boolean) => (secure ? `__Host-${plainName}` : plainName)
const attributesOf = (secure: boolean) => `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`

/** The session in a request’s cookies, if there is one. */
export function sessionCookie(request: IncomingMessage, secure: boolean): string | undefined {
  for (const pair of request.headers.cookie?.split(';') ?? []) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === nameOf(secure) && value) return value
  }
  return undefined
}

/** The header that signs a page in; no script can read it, no other site can send it along. */
export const setSession = (token: string, secure: boolean) =>
  `${nameOf(secure)}=${token}; ${attributesOf(secure)}; Max-Age=${maxAgeSeconds}`

/** The header that signs a page out. */
export const clearSession = (secure: boolean) => `${nameOf(secure)}=; ${attributesOf(secure)}; Max-Age=0`
