import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import type { ActivityFacts } from './activity-facts.resolver.js'

/** The facts of the activities that a statement selects, by id, and whether each is held. Amounts are quarters here, as everywhere in code. */
export const factsSql = (activities: string) => `
  select a.activity_id as "activityId", a.version, a.provider_id as "providerId", o.name as "providerName", a.title, a.status,
    a.activity_format as "activityFormat", a.starts_on::text as "startsOn", a.ends_on::text as "endsOn",
    a.credit_quarters as credits, a.rems is not null as "isRems", exists (select from activity_hold h where h.activity_id = a.activity_id) as "isHeld",
    coalesce((
      select jsonb_agg(jsonb_build_object('boardCode', board_code, 'points', point_quarters, 'creditTypes', credit_types,
        'creditClaimOn', credit_claim_on) order by board_code)
      from moc_registration m where m.activity_id = a.activity_id and m.status = 'ACTIVE'), '[]') as registrations
  from (${activities}) a
  join provider_organization o using (provider_id)
  order by a.activity_id`

/** The facts of the activities that exist among these. */
export const readFacts = (em: EntityManager, activityIds: readonly string[]): Promise<ActivityFacts[]> =>
  executeBound<ActivityFacts>(em, ofIdsSql, [activityIds])

const ofIdsSql = factsSql('select * from activity where activity_id = any($1)')
