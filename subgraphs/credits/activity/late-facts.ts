import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import { PreparedTooEarly } from '../../shared/upload/in-time.js'
import type { ActivityFacts } from '../owners/owners.js'

/**
 * Throws PreparedTooEarly where an activity has changed since it was looked up, or where its owner holds it. Inside the transaction that
 * records, under the lock on its provider: the follower of the owner’s events takes the same lock, so that no credit is
 * recorded on what it has overtaken.
 */
export async function refuseLateFacts(
  em: EntityManager,
  activities: ReadonlyMap<string, ActivityFacts>,
): Promise<void> {
  const asked = [...activities.values()]
  const [late] = await executeBound<{ activityId: string }>(
    em,
    `select activity_id as "activityId" from activity_fact
     join unnest($1::text[], $2::int[]) as asked (activity, at_version) on activity_id = asked.activity
     where is_held or version > asked.at_version limit 1`,
    [asked.map(({ activityId }) => activityId), asked.map(({ version }) => version)],
  )
  if (late) throw new PreparedTooEarly(`Activity ${late.activityId} is changing.`)
}
