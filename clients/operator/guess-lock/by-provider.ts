import type { Lock } from './guess-locks-page'

interface ProviderLocks {
  provider: Lock['provider']
  /** The newest try first. */
  locks: [Lock, ...Lock[]]
}

/** Locks under the provider that they bind; the provider with the newest try first, as the list comes. */
export function byProvider(locks: readonly Lock[]): ProviderLocks[] {
  const groups = new Map<string, ProviderLocks>()
  for (const lock of locks) {
    const group = groups.get(lock.provider.providerId)
    if (group) group.locks.push(lock)
    else groups.set(lock.provider.providerId, { provider: lock.provider, locks: [lock] })
  }
  return [...groups.values()]
}
