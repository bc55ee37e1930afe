import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import { activityNumber } from './column-values.js'
import type { FileLook } from './look-at-file.js'

/** Values that are asked about at most. */
const most = 1_000

/** The activities of a provider that stand among the first values of a file. */
export async function findOwnActivities(
  em: EntityManager,
  providerId: string,
  { columns }: FileLook,
): Promise<ReadonlySet<string>> {
  const possible = new Set(columns.flatMap(({ samples }) => samples.filter((value) => activityNumber.test(value))))
  if (!possible.size) return possible
  const found = await executeBound<{ activityId: string }>(
    em,
    `select activity_id as "activityId" from activity_fact
     where provider_id = $1 and activity_id in (select jsonb_array_elements_text($2::jsonb))`,
    [providerId, JSON.stringify([...possible].slice(0, most))],
  )
  return new Set(found.map(({ activityId }) => activityId))
}
