import type { EntityManager } from '@mikro-orm/postgresql'
import type { ListedOperation } from './partner-manifest.js'

/** An operation that is answered, and whose it is. */
export interface LiveOperation extends ListedOperation {
  accountId: string
}

const pageLength = 200

/** Every operation that is answered, of one account or of all, a page at a time in the order of accounts, names and versions. */
export async function* liveOperations(em: EntityManager, accountId?: string): AsyncGenerator<LiveOperation[]> {
  let after: [string, string, number] = ['', '', 0]
  for (;;) {
    const page: LiveOperation[] = await em.execute(pageSql, [
      ...after,
      accountId ?? null,
      accountId ?? null,
      pageLength,
    ])
    if (page.length) yield page
    const last = page.at(-1)
    if (!last || page.length < pageLength) return
    after = [last.accountId, last.name, last.version]
  }
}

const pageSql = `
  select account_id as "accountId", name, version, operation_id as "operationId", kind, text
  from registered_operation
  where withdrawn_at is null and (account_id, name, version) > (?::text, ?::text, ?::int)
    and (?::text is null or account_id = ?)
  order by account_id, name, version
  limit ?`

/** The texts that were run most in the last thirty days, the most used first. */
export async function mostUsedTexts(em: EntityManager, today: Date, limit: number): Promise<string[]> {
  const rows: { text: string }[] = await em.execute(mostUsedSql, [today.toISOString().slice(0, 10), limit])
  return rows.map(({ text }) => text)
}

const mostUsedSql = `
  select min(text) as text
  from registered_operation
  left join operation_use on operation_use.account_id = registered_operation.account_id
    and operation_use.operation_id = registered_operation.operation_id and used_on > ?::date - 30
  where withdrawn_at is null
  group by registered_operation.operation_id
  order by coalesce(sum(calls), 0) desc, registered_operation.operation_id
  limit ?`
