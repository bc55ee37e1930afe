import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import type { YearFacts } from './steps.js'

/** What the year of each of these providers depends on, in one statement. */
export function readYearFacts(em: EntityManager, providerIds: readonly string[], year: number): Promise<YearFacts[]> {
  return executeBound<YearFacts>(em, query, [providerIds, year, `${year}-01-01`, `${year}-12-31`])
}

const query = `
  select o.provider_id as "providerId",
    agreed.accepted_at as "agreementAcceptedAt", agreed.accepted_by as "agreementAcceptedBy",
    activities.total as activities, activities.drafts, activities.not_closed as "notClosed",
    activities.enduring, activities.not_counted as "notCounted",
    summary.submitted_at as "summarySubmittedAt", summary.submitted_by as "summarySubmittedBy",
    contacts.total as contacts, contacts.has_primary as "hasPrimaryContact",
    confirmed.confirmed_at as "contactsConfirmedAt", confirmed.confirmed_by as "contactsConfirmedBy"
  from provider_organization o
  left join annual_agreement agreed on agreed.provider_id = o.provider_id and agreed.year = $2
  left join program_summary summary on summary.provider_id = o.provider_id and summary.year = $2
  left join contacts_confirmation confirmed on confirmed.provider_id = o.provider_id and confirmed.year = $2
  cross join lateral (
    select count(*) filter (where starts_on between $3 and $4 or ends_on between $3 and $4)::int as total,
      count(*) filter (where status = 'DRAFT' and starts_on between $3 and $4)::int as drafts,
      count(*) filter (where status = 'ACTIVE' and ends_on between $3 and $4)::int as not_closed,
      count(*) filter (where runs_on)::int as enduring,
      count(*) filter (where runs_on and coalesce(counted_on < $4, true))::int as not_counted
    from (
      select *, activity_format = 'ENDURING' and status in ('ACTIVE', 'CLOSED') and starts_on <= $4 and ends_on > $4 as runs_on
      from activity where provider_id = o.provider_id and status <> 'DELETED' and ends_on >= $3::date
      union all
      select *, false from activity where provider_id = o.provider_id and status = 'DRAFT' and ends_on is null
    ) as own
  ) activities
  cross join lateral (
    select count(*)::int as total, coalesce(bool_or(role = 'PRIMARY_CONTACT'), false) as has_primary
    from organization_contact where provider_id = o.provider_id
  ) contacts
  where o.provider_id = any($1)
  order by o.provider_id`
