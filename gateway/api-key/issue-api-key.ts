import type { EntityManager } from '@mikro-orm/postgresql'
import { badInput, conflict, notFound } from '../../subgraphs/shared/errors.js'
import { Account } from '../account/account.js'
import { ApiKey } from './api-key.js'
import { hashOf, newKeyParts, printKey } from './key-text.js'

/** Live keys of one account: one in use, and one that replaces it. */
const maxLiveKeys = 2
const maxDays = 730
const maxLabelLength = 80

export interface KeyWish {
  accountId: string
  label: string
  /** Days until it ends, 1 to 730. */
  days: number
}

/**
 * Makes a key for an account and returns it, the only time that anybody sees it. Throws NOT_FOUND without such an account,
 * CONFLICT while two keys are live, BAD_USER_INPUT for a label or time out of bounds.
 */
export async function issueApiKey(em: EntityManager, { accountId, label, days }: KeyWish, now: Date): Promise<string> {
  if (!Number.isInteger(days) || days < 1 || days > maxDays)
    throw badInput(`A key may live 1 to ${maxDays} days, not ${days}.`)
  if (!label.trim() || label.length > maxLabelLength)
    throw badInput(`Say in 1 to ${maxLabelLength} characters what the key is for.`)
  const parts = newKeyParts()
  await em.transactional(async (transaction) => {
    await transaction.execute('select from account where account_id = ? for update', [accountId])
    if (!(await transaction.findOne(Account, { accountId }))) throw notFound(`There is no account ${accountId}.`)
    const live = await transaction.count(ApiKey, { accountId, revokedAt: null, expiresAt: { $gt: now } })
    if (live >= maxLiveKeys)
      throw conflict(`${accountId} has ${maxLiveKeys} keys already. Revoke the one that is no longer used.`)
    transaction.create(ApiKey, {
      keyId: parts.keyId,
      accountId,
      secretHash: hashOf(parts.secret),
      label: label.trim(),
      createdAt: now,
      expiresAt: new Date(now.getTime() + days * 86_400_000),
    })
  })
  return printKey(parts)
}

/** The keys of an account, the newest first; their secrets are known to nobody here. */
export const apiKeysOf = (em: EntityManager, accountId: string): Promise<ApiKey[]> =>
  em.find(ApiKey, { accountId }, { orderBy: { createdAt: 'desc' }, limit: 100 })

/** Ends a key at once. Throws NOT_FOUND when there is no such key; a key that has ended stays as it is. */
export async function revokeApiKey(em: EntityManager, keyId: string, now: Date): Promise<void> {
  const key = await em.findOne(ApiKey, { keyId })
  if (!key) throw notFound(`There is no key ${keyId}.`)
  key.revokedAt ??= now
  await em.flush()
}
