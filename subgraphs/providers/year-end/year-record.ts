import type { EntityManager } from '@mikro-orm/postgresql'
import { badInput, conflict } from '../../shared/errors.js'
import { executeBound } from '../../shared/postgres/bound.js'

/** Whether a year is closed, and how it came to be what it is (R06). */
export interface YearRecord {
  closedAt: Date | null
  closedBy: string | null
  reopenReason: string | null
}

const earliestYear = 2000

/** Throws BAD_USER_INPUT for a year that nobody reports. */
export function refuseOddYear(year: number, today: string): void {
  if (year < earliestYear || year > Number(today.slice(0, 4)))
    throw badInput(`Ask for a year from ${earliestYear} to ${today.slice(0, 4)}, not ${year}.`)
}

const openYear: YearRecord = { closedAt: null, closedBy: null, reopenReason: null }

/** The record of a year. */
export async function readYear(em: EntityManager, providerId: string, year: number): Promise<YearRecord> {
  const [record] = await executeBound<YearRecord>(
    em,
    `select closed_at as "closedAt", closed_by as "closedBy", reopen_reason as "reopenReason"
     from reporting_year where provider_id = $1 and year = $2`,
    [providerId, year],
  )
  return record ?? openYear
}

/** Throws CONFLICT once a year is closed: only the operator can reopen it (R06). */
export async function refuseClosedYear(em: EntityManager, providerId: string, year: number): Promise<void> {
  const { closedAt } = await readYear(em, providerId, year)
  if (closedAt) throw conflict(`The year ${year} is closed. Ask the operator to reopen it.`)
}

/** Closes a year. */
export async function closeYear(
  em: EntityManager,
  providerId: string,
  year: number,
  by: string,
  at: Date,
): Promise<void> {
  await executeBound(
    em,
    `insert into reporting_year (provider_id, year, closed_at, closed_by) values ($1, $2, $3, $4)
     on conflict (provider_id, year) do update set closed_at = excluded.closed_at, closed_by = excluded.closed_by`,
    [providerId, year, at, by],
  )
}

/** Reopens a closed year. Throws CONFLICT where it is not closed. */
export async function reopenYear(
  em: EntityManager,
  providerId: string,
  year: number,
  reason: string,
  by: string,
  at: Date,
): Promise<void> {
  const reopened = await executeBound(
    em,
    `update reporting_year set closed_at = null, closed_by = null, reopened_at = $3, reopened_by = $4, reopen_reason = $5
     where provider_id = $1 and year = $2 and closed_at is not null returning 1`,
    [providerId, year, at, by, reason],
  )
  if (!reopened.length) throw conflict(`The year ${year} of this provider is not closed.`)
}
