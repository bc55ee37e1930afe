import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'

/** Whether a request came through a proxy of ours, which is on this machine; what others say of themselves is not believed. */
export function isFromProxy({ socket }: IncomingMessage): boolean {
  const { remoteAddress = '' } = socket
  return ipaddr.isValid(remoteAddress) && ipaddr.process(remoteAddress).range() === 'loopback'
}
