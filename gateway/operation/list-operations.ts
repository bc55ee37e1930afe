import type { EntityManager } from '@mikro-orm/postgresql'
import { graphLimits } from '../graph/limits.js'

/** For how many days back the use of an operation is told. */
const daysOfUse = 30

/** An account’s operations by name and version, with how each was used in the last thirty days. */
export async function listOperations(em: EntityManager, accountId: string, now: Date): Promise<object> {
  const operations = await em.execute(listSql, [accountId, daysOfUse, now.toISOString().slice(0, 10)])
  return { costLimit: graphLimits.cost, daysOfUse, operations }
}

/** An instant as all answers have it (RFC 3339). */
const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const listSql = `
  with asked as (select ?::text as account_id, ?::int as days, ?::date as today)
  select name, version, kind, operation_id as "operationId", cost, ${instant('registered_at')} as "registeredAt",
    ${instant('deprecated_at')} as "deprecatedAt", ${instant('withdrawn_at')} as "withdrawnAt",
    coalesce(used.calls, 0)::int as calls,
    coalesce(used.failures, 0)::int as failures, round(used.milliseconds / nullif(used.calls, 0))::int as "meanMs",
    used.last as "lastUsedOn"
  from registered_operation join asked using (account_id)
  left join lateral (
    select sum(calls) as calls, sum(failures) as failures, sum(milliseconds) as milliseconds, max(used_on)::text as last
    from operation_use u
    where u.account_id = asked.account_id and u.operation_id = registered_operation.operation_id
      and used_on > asked.today - asked.days
  ) used on true
  order by name, version desc
  limit 1000`
