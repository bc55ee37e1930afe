import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'
import type { ViewerClaims } from '../../subgraphs/reference/viewer.js'
import { isFromProxy } from '../web/from-proxy.js'
import type { Spender } from './budgets.js'

/** Whose budget a request is taken from: that of the account it comes from, or of the address where it comes from nobody. */
export function spenderOf(request: IncomingMessage, claims: ViewerClaims | undefined): Spender {
  if (!claims) return { kind: 'NOBODY', key: addressOf(request) }
  const kind = claims.scopes ? 'KEY' : claims.byToken ? 'TOKEN' : 'SESSION'
  return { kind, key: claims.accountId }
}

/** The address that a request comes from; what a proxy on this machine says of it is believed. */
export function addressOf(request: IncomingMessage): string {
  const told = isFromProxy(request) ? String(request.headers['x-forwarded-for'] ?? '') : ''
  const address = told.split(',').at(-1)?.trim() || (request.socket.remoteAddress ?? '')
  return isIPv6(address) ? networkOf(address) : address
}

/** Whoever has one address of IPv6 has the 2^64 beside it as well. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('::')
  const groups = head.split(':')
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').length
  return [...groups, ...Array(Math.max(0, missing)).fill('0'), ...(tail ?? '').split(':')].slice(0, 4).join(':')
}
