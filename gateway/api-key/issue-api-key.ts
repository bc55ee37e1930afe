import type { EntityManager } from '@mikro-orm/postgresql'
import { badInput, conflict, notFound } from '../../subgraphs/shared/errors.js'
import { Account } from '../account/account.js'
import type { SandboxRole } from '../partner/sandbox/sandbox-viewer.js'
import { ApiKey } from './api-key.js'
import { readScopes } from './key-scope.js'
import { hashOf, newKeyParts, printKey } from './key-text.js'

/** Live keys of one account, and as many for the sandbox: one in use, and one that replaces it. */
export const maxLiveKeys = 2
/** The longest that a key lives. */
export const maxDays = 730
const maxLabelLength = 80

export interface KeyWish {
  accountId: string
  label: string
  /** Days until it ends, 1 to 730. */
  days: number
  /** What it may be used for; everything that its account may do where nothing is said. */
  scopes?: readonly string[]
  /** Set for a key that opens the sandbox alone: as whom. */
  sandboxRole?: SandboxRole
}

/**
 * Makes a key for an account and returns it, the only time that anybody sees it. Throws NOT_FOUND without such an account,
 * CONFLICT while two keys are live, BAD_USER_INPUT for a label, time or scope out of bounds.
 */
export async function issueApiKey(em: EntityManager, wish: KeyWish, now: Date): Promise<string> {
  const { accountId, label, days, sandboxRole } = wish
  if (!Number.isInteger(days) || days < 1 || days > maxDays)
    throw badInput(`A key may live 1 to ${maxDays} days, not ${days}.`)
  if (!label.trim() || label.length > maxLabelLength)
    throw badInput(`Say in 1 to ${maxLabelLength} characters what the key is for.`)
  const parts = newKeyParts()
  await em.transactional(async (transaction) => {
    await transaction.execute('select from account where account_id = ? for update', [accountId])
    const account = await transaction.findOne(Account, { accountId })
    if (!account) throw notFound(`There is no account ${accountId}.`)
    const role = sandboxRole ?? account.role
    const scopes = wish.scopes ? readScopes(wish.scopes, role) : null
    const inSandbox = sandboxRole ? { $ne: null } : null
    const live = await transaction.count(ApiKey, {
      accountId,
      revokedAt: null,
      expiresAt: { $gt: now },
      sandboxRole: inSandbox,
    })
    if (live >= maxLiveKeys)
      throw conflict(`${accountId} has ${maxLiveKeys} keys already. Revoke the one that is no longer used.`)
    transaction.create(ApiKey, {
      keyId: parts.keyId,
      accountId,
      secretHash: hashOf(parts.secret),
      label: label.trim(),
      scopes,
      sandboxRole: sandboxRole ?? null,
      createdAt: now,
      expiresAt: new Date(now.getTime() + days * 86_400_000),
    })
  })
  return printKey(parts, sandboxRole ? 'SANDBOX' : 'LIVE')
}

/** The keys of an account, the newest first; their secrets are known to nobody here. */
export const apiKeysOf = (em: EntityManager, accountId: string): Promise<ApiKey[]> =>
  em.find(ApiKey, { accountId }, { orderBy: { createdAt: 'desc' }, limit: 100 })

/**
 * Ends a key at once. Throws NOT_FOUND when there is no such key, of that account where one is given; a key that has ended
 * stays as it is.
 */
export async function revokeApiKey(em: EntityManager, keyId: string, now: Date, accountId?: string): Promise<void> {
  const key = await em.findOne(ApiKey, { keyId, ...(accountId !== undefined && { accountId }) })
  if (!key) throw notFound(`There is no key ${keyId.slice(0, 40)}.`)
  key.revokedAt ??= now
  await em.flush()
}
