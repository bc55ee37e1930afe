import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import { daysBetween, reportingDeadline } from './deadline.js'

/** What of the year of a provider is known without counting its activities. */
export interface DueYear {
  providerId: string
  deadlineOn: string
  daysLate: number
  closedAt: Date | null
}

/** Providers that are looked at at once, so that a page of late ones is found among many that are not. */
const lookedAt = 500

/** The first providers behind an id whose year is as wished, by id; at most `limit`, fewer only at the end. */
export async function findDueYears(
  em: EntityManager,
  year: number,
  today: string,
  { behind, limit, wished }: { behind: string; limit: number; wished: (due: DueYear) => boolean },
): Promise<DueYear[]> {
  const found: DueYear[] = []
  for (let last = behind, more = true; more && found.length < limit; ) {
    const rows = await executeBound<YearRow>(em, pageSql, [year, last, lookedAt])
    found.push(...rows.map((row) => dueYearOf(row, year, today)).filter(wished))
    last = rows.at(-1)?.providerId ?? last
    more = rows.length === lookedAt
  }
  return found.slice(0, limit)
}

/** A provider, and when it has closed the year. */
export interface YearRow {
  providerId: string
  recognizedAccreditor: string | null
  closedAt: Date | null
}

/** What is due of a year of a provider on a day (R01, R03). */
export function dueYearOf(
  { providerId, recognizedAccreditor, closedAt }: YearRow,
  year: number,
  today: string,
): DueYear {
  const { on } = reportingDeadline(year, recognizedAccreditor)
  return { providerId, deadlineOn: on, daysLate: daysBetween(on, today), closedAt }
}

const pageSql = `
  select o.provider_id as "providerId", recognized_accreditor as "recognizedAccreditor", closed_at as "closedAt"
  from provider_organization o
  left join reporting_year r on r.provider_id = o.provider_id and r.year = $1
  where o.provider_id > $2
  order by o.provider_id limit $3`
