import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import { ownActivities } from './quality-rules.js'
import { type SimilarPairs, similarPairs, type TitledActivity } from './similar-titles.js'

/** The activities of a year of a provider that were probably entered twice. */
export async function findSimilar(em: EntityManager, providerId: string, year: number): Promise<SimilarPairs> {
  const own = await executeBound<TitledActivity>(em, titlesSql, [providerId, `${year}-01-01`, `${year}-12-31`])
  return similarPairs(own)
}

// Of many thousand activities all titles are compared, which Postgres does by taking them apart for each comparison anew.
const titlesSql = `
  select activity_id as "activityId", lower(title) as title, activity_format as "activityFormat",
    starts_on - $2::date as "startsOn", ends_on - $2::date as "endsOn"
  from (${ownActivities}) own
  where activity_format is not null and starts_on is not null`
