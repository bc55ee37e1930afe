import { setImmediate as nextTurn } from 'node:timers/promises'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { GraphQLSchema } from 'graphql'
import { notFound } from '../../subgraphs/shared/errors.js'
import { Account } from '../account/account.js'
import { type UsedDeprecation, usedDeprecations } from '../schema-change/deprecations.js'
import { type LiveOperation, liveOperations } from './live-operations.js'
import { manifestOf, type PartnerManifest } from './partner-manifest.js'

/** An account with registered operations that are answered. */
export interface PartnerLine {
  account: string
  name: string
  operations: number
}

/** Accounts with registered operations; `next` is the last account of this page, null on the last page. */
export interface PartnerPage {
  partners: PartnerLine[]
  next: string | null
}

const pageLength = 50

/** The accounts after one that have registered operations, in the order of their ids. */
export async function partnersAfter(em: EntityManager, after: string): Promise<PartnerPage> {
  const partners: PartnerLine[] = await em.execute(partnersSql, [after, pageLength])
  return { partners, next: partners.length < pageLength ? null : (partners.at(-1)?.account ?? null) }
}

const partnersSql = `
  select account_id as account, display_name as name, count(*)::int as operations
  from registered_operation join account using (account_id)
  where withdrawn_at is null and account_id > ?
  group by account_id, display_name
  order by account_id
  limit ?`

/** All operations of an account that are answered, every version. Throws NOT_FOUND for an account that there is not. */
export async function manifestOfAccount(em: EntityManager, accountId: string): Promise<PartnerManifest> {
  const account = await em.findOne(Account, { accountId })
  if (!account) throw notFound(`There is no account ${accountId.slice(0, 80)}.`)
  const operations: LiveOperation[] = []
  for await (const page of liveOperations(em, accountId)) operations.push(...page)
  return manifestOf(accountId, account.displayName, operations)
}

/** An operation that uses what is deprecated, and how often it was run in the last thirty days. */
export interface DeprecatedUse {
  partner: string
  name: string
  version: number
  calls: number
}

/** What of a schema should no longer be used, with what still uses it: of one account, or of all. */
export async function deprecationsWithUse(
  em: EntityManager,
  schema: GraphQLSchema,
  { accountId, now }: { accountId?: string; now: Date },
): Promise<UsedDeprecation<DeprecatedUse>[]> {
  const found = usedDeprecations<LiveOperation>(schema, [])
  if (!found.length) return []
  for await (const page of liveOperations(em, accountId)) {
    await nextTurn()
    for (const [place, { usedBy }] of usedDeprecations(schema, page).entries()) found[place]?.usedBy.push(...usedBy)
  }
  const calls = await callsOf(
    em,
    found.flatMap(({ usedBy }) => usedBy),
    now,
  )
  return found.map(({ usedBy, ...deprecation }) => ({
    ...deprecation,
    usedBy: usedBy.map(({ accountId: partner, name, version, operationId }) => ({
      ...{ partner, name, version },
      calls: calls.get(`${partner} ${operationId}`) ?? 0,
    })),
  }))
}

async function callsOf(em: EntityManager, used: readonly LiveOperation[], now: Date): Promise<Map<string, number>> {
  const ids = [...new Set(used.map(({ operationId }) => operationId))]
  if (!ids.length) return new Map()
  const rows: { key: string; calls: number }[] = await em.execute(callsSql, [ids, now.toISOString().slice(0, 10)])
  return new Map(rows.map(({ key, calls }) => [key, calls]))
}

const callsSql = `
  select account_id || ' ' || operation_id as key, sum(calls)::int as calls
  from operation_use where operation_id in (?) and used_on > ?::date - 30
  group by account_id, operation_id`
