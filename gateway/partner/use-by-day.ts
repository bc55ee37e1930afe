import type { EntityManager } from '@mikro-orm/postgresql'
import { badInput } from '../../subgraphs/shared/errors.js'

/** Days back for which use is shown at most; what is older is kept and no longer shown. */
const mostDays = 90
const mostRows = 5_000

/** How one operation was used on one day, all its versions together. */
export interface DayOfUse {
  name: string
  day: string
  calls: number
  failures: number
  /** Mean time of an answer. */
  meanMs: number
}

/** The days that an address asks for; all that are shown where it asks for none. Throws BAD_USER_INPUT for anything else. */
export function daysIn(text: unknown): number {
  if (text === undefined) return mostDays
  const days = typeof text === 'string' && /^\d{1,3}$/.test(text) ? Number(text) : 0
  if (days >= 1 && days <= mostDays) return days
  throw badInput(`days has to be a whole number from 1 to ${mostDays}.`, { hint: 'Such as ?days=30.' })
}

/** How an account’s operations were used in the last days, the latest first and within a day by name. */
export async function useByDay(em: EntityManager, accountId: string, days: number, now: Date): Promise<DayOfUse[]> {
  return em.execute(useSql, [accountId, now.toISOString().slice(0, 10), days, mostRows])
}

const useSql = `
  select name, used_on::text as day, sum(calls)::int as calls, sum(failures)::int as failures,
    round(sum(milliseconds) / sum(calls))::int as "meanMs"
  from operation_use join registered_operation using (account_id, operation_id)
  where account_id = ? and used_on > ?::date - ?::int
  group by name, used_on
  order by used_on desc, name
  limit ?`
