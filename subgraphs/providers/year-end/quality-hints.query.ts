import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import { ownActivities, qualityRules } from './quality-rules.js'
import type { SimilarPairs } from './similar-titles.js'

/** What a rule found, as the database has it. */
export interface FoundHint {
  code: string
  activityId: string
  /** The other activity that it is about; empty where there is none. */
  otherId: string
  detail: string
  dismissedReason: string | null
  dismissedBy: string | null
}

export interface HintQuestion {
  providerId: string
  year: number
  today: string
  isDismissed: boolean
  alike: SimilarPairs
}

const found = `
  with own as materialized (${ownActivities}),
  alike as (select * from unnest($6::text[], $7::text[]) as pair (activity_id, other_id)),
  found as (
    ${qualityRules.map(({ code, sql }) => `select '${code}' as code, r.* from (${sql}) r`).join('\nunion all\n')}
  )
  select f.code, f.activity_id as "activityId", f.other_id as "otherId", f.detail, d.reason as "dismissedReason",
    d.dismissed_by as "dismissedBy"
  from found f left join quality_dismissal d using (activity_id, code, other_id)
  where (d.reason is not null) = $5 and $4::date is not null`

const valuesOf = ({ providerId, year, today, isDismissed, alike }: HintQuestion) => [
  providerId,
  `${year}-01-01`,
  `${year}-12-31`,
  today,
  isDismissed,
  alike.ids,
  alike.otherIds,
]

/** A page of what the rules found, by rule and activity. */
export function findHints(
  em: EntityManager,
  question: HintQuestion,
  after: readonly [string, string, string] | null,
  limit: number,
): Promise<FoundHint[]> {
  const [code, activityId, otherId] = after ?? ['', '', '']
  return executeBound<FoundHint>(
    em,
    `select * from (${found}) as hint where (code, "activityId", "otherId") > ($8, $9, $10)
     order by code, "activityId", "otherId" limit $11`,
    [...valuesOf(question), code, activityId, otherId, limit],
  )
}

/** How many findings each rule has. */
export function countHints(em: EntityManager, question: HintQuestion): Promise<{ code: string; count: number }[]> {
  return executeBound(
    em,
    `select code, count(*)::int as count from (${found}) as hint group by code order by code`,
    valuesOf(question),
  )
}
