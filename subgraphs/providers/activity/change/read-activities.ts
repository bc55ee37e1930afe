import type { EntityManager } from '@mikro-orm/postgresql'
import { ActivityStatus } from '../../../reference/activity.js'
import { executeBound } from '../../../shared/postgres/bound.js'
import { Activity } from '../activity.js'

/** How rows name activities: by our ids and by the provider's own. */
export interface ActivityIds {
  activityIds: readonly string[]
  ownIds: readonly string[]
}

/**
 * Lets nobody else change activities of a provider until the transaction ends, so that what was read stays true: own ids
 * are unique, versions follow each other.
 */
export const lockActivities = (em: EntityManager, providerId: string) =>
  executeBound(em, `select pg_advisory_xact_lock(hashtextextended('activities ' || $1, 0))`, [providerId])

/** The activities of a provider among these, with their registrations, for changing copies of them. Two statements. */
export const readActivities = (em: EntityManager, providerId: string, { activityIds, ownIds }: ActivityIds) =>
  em.find(
    Activity,
    {
      provider: providerId,
      status: { $ne: ActivityStatus.DELETED },
      $or: [{ activityId: { $in: [...activityIds] } }, { providerActivityId: { $in: [...ownIds] } }],
    },
    { populate: ['mocRegistrations'], disableIdentityMap: true },
  )

/** Fresh ids for new activities, nine digits each (A01). */
export async function newActivityIds(em: EntityManager, count: number): Promise<string[]> {
  if (count === 0) return []
  const rows = await executeBound<{ id: string }>(
    em,
    `select nextval('activity_number')::text as id from generate_series(1, $1)`,
    [count],
  )
  return rows.map(({ id }) => id)
}
