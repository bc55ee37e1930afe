import type { IncomingMessage } from 'node:http'
import { BlockList } from 'node:net'

const thisMachine = new BlockList()
thisMachine.addSubnet('127.0.0.0', 8)
thisMachine.addAddress('::1', 'ipv6')

/** Whether a request came over TLS; a proxy in front of us is believed where it runs on this machine. */
export function isSecure({ socket, headers }: IncomingMessage): boolean {
  if ('encrypted' in socket) return true
  const { remoteAddress, remoteFamily } = socket
  if (!remoteAddress || !thisMachine.check(remoteAddress, remoteFamily === 'IPv6' ? 'ipv6' : 'ipv4')) return false
  const [told] = String(headers['x-forwarded-proto'] ?? '').split(',', 1)
  return told?.trim() === 'https'
}
