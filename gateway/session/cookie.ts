import type { IncomingMessage } from 'node:http'

const name = 'creditgraph_session'
const maxAgeSeconds = 12 * 60 * 60

/** The session in a request’s cookies, if there is one. */
export function sessionCookie(request: IncomingMessage): string | undefined {
  for (const pair of request.headers.cookie?.split(';') ?? []) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === name && value) return value
  }
  return undefined
}

/** The header that signs a page in; no script can read it, no other site can send it along. */
export const setSession = (token: string, secure: boolean) =>
  `${name}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure ? '; Secure' : ''}`

/** The header that signs a page out. */
export const clearSession = () => `${name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`
