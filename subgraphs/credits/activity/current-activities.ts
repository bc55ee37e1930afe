import type { EntityManager } from '@mikro-orm/postgresql'
import type { ActivityFacts } from '../owners/owners.js'
import { readFacts } from './activity-fact.js'
import type { ActivitySource } from './activity-source.js'

/**
 * Facts of the activities that exist among these, as current as the owner’s word: the owner is asked for the versions,
 * and for the facts only where the read model has another version, because it is late or has never heard of the activity.
 */
export async function currentActivities(
  em: EntityManager,
  source: Pick<ActivitySource, 'versions' | 'facts'>,
  activityIds: readonly string[],
): Promise<Map<string, ActivityFacts>> {
  const [versions, known] = await Promise.all([source.versions(activityIds), readFacts(em, activityIds)])
  const late = [...versions].flatMap(([activityId, version]) =>
    known.get(activityId)?.version === version ? [] : [activityId],
  )
  const told = late.length ? await source.facts(late) : new Map<string, ActivityFacts>()
  const current = new Map<string, ActivityFacts>()
  for (const activityId of versions.keys()) {
    const facts = told.get(activityId) ?? known.get(activityId)
    if (facts) current.set(activityId, facts)
  }
  return current
}
