import { lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

type Range = ReturnType<typeof ipaddr.parseCIDR>

/** Which addresses may be called although they are not public ones, for example `127.0.0.1/32` in development. */
export const parseRanges = (text: string | undefined): Range[] =>
  (text ?? '')
    .split(',')
    .map((range) => range.trim())
    .filter(Boolean)
    .map((range) => ipaddr.parseCIDR(range))

/**
 * True for an address on the public internet, or one that is allowed on purpose. Private, loopback, link-local, shared
 * and mapped addresses are not public: whoever names one wants to reach what is ours.
 */
export function isCallable(address: string, allowed: readonly Range[]): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (parsed.range() === 'unicast') return true
  return allowed.some(([base, bits]) => base.kind() === parsed.kind() && parsed.match(base, bits))
}

/** Resolves a name to the addresses that may be called, so that a connection goes where it was looked and nowhere else. */
export const callableLookup =
  (allowed: readonly Range[]): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const [first, ...others] = (addresses ?? []).filter(({ address }) => isCallable(address, allowed))
      if (error || !first) {
        callback(error ?? new Error(`${hostname} is not an address that may be called.`), '', 4)
      } else if (options.all) callback(null, [first, ...others])
      else callback(null, first.address, first.family)
    })
  }
