import type { EntityManager } from '@mikro-orm/postgresql'
import { badInput } from '../../shared/errors.js'
import { executeBound } from '../../shared/postgres/bound.js'
import type { ProgramSummary, ProgramSummaryFields } from './year-end.js'

const labels = {
  advertisingAndExhibitIncome: 'income from advertising and exhibits',
  registrationFees: 'registration fees',
  governmentGrants: 'government grants',
  privateDonations: 'private donations',
} satisfies Partial<Record<keyof ProgramSummaryFields, string>>

/** The summary of a year as it is saved, with the commercial support of its activities. */
export async function readSummary(em: EntityManager, providerId: string, year: number): Promise<ProgramSummary> {
  const [summary] = await executeBound<ProgramSummary>(em, readSql, [
    providerId,
    year,
    `${year}-01-01`,
    `${year}-12-31`,
  ])
  if (!summary) throw new Error('A summary is one row, saved or not.')
  return summary
}

/** Saves the summary; submitted, it is part of the report. Throws BAD_USER_INPUT for what cannot be. */
export async function saveSummary(
  em: EntityManager,
  key: { providerId: string; year: number },
  fields: ProgramSummaryFields,
  { by, at, submit }: { by: string; at: Date; submit: boolean },
): Promise<void> {
  const values = Object.entries(fields).filter(([, amount]) => typeof amount === 'number')
  if (values.some(([, amount]) => amount < 0)) throw badInput('Write amounts of 0 or more.')
  const missing = Object.entries(labels).filter(([name]) => fields[name as keyof typeof labels] == null)
  if (submit && missing.length)
    throw badInput(
      `Fill in ${missing.map(([, label]) => label).join(', ')} before you submit. Write 0 where there was none.`,
    )
  await executeBound(em, saveSql, [
    key.providerId,
    key.year,
    fields.advertisingAndExhibitIncome ?? null,
    fields.registrationFees ?? null,
    fields.governmentGrants ?? null,
    fields.privateDonations ?? null,
    fields.totalExpenses ?? null,
    at,
    by,
    submit ? at : null,
    submit ? by : null,
  ])
}

const readSql = `
  select advertising_and_exhibit_income::int as "advertisingAndExhibitIncome", registration_fees::int as "registrationFees",
    government_grants::int as "governmentGrants", private_donations::int as "privateDonations",
    total_expenses::int as "totalExpenses", saved_at as "savedAt", submitted_at as "submittedAt",
    submitted_by as "submittedBy", support.total as "commercialSupportTotal"
  from (
    select least(coalesce(sum((given ->> 'amount')::bigint), 0), 2147483647)::int as total
    from activity cross join lateral jsonb_array_elements(commercial_support) as given
    where provider_id = $1 and status <> 'DELETED' and ends_on between $3 and $4
      and coalesce(given ->> 'currency', 'USD') = 'USD'
  ) support
  left join program_summary on provider_id = $1 and year = $2`

const saveSql = `
  insert into program_summary (provider_id, year, advertising_and_exhibit_income, registration_fees, government_grants,
    private_donations, total_expenses, saved_at, saved_by, submitted_at, submitted_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  on conflict (provider_id, year) do update set
    advertising_and_exhibit_income = excluded.advertising_and_exhibit_income, registration_fees = excluded.registration_fees,
    government_grants = excluded.government_grants, private_donations = excluded.private_donations,
    total_expenses = excluded.total_expenses, saved_at = excluded.saved_at, saved_by = excluded.saved_by,
    submitted_at = excluded.submitted_at, submitted_by = excluded.submitted_by`
