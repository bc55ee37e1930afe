import type { EntityManager } from '@mikro-orm/postgresql'
import { conflict } from '../../../shared/errors.js'
import type { Activity } from '../activity.js'
import { ActivityChange } from '../activity-change.js'
import { formFields } from '../form/form-fields.js'

const most = 20

/** Throws CONFLICT, saying who changed what in between, unless the activity still has the version somebody saw. */
export async function refuseStale(
  em: EntityManager,
  { activityId, version }: Activity,
  expectedVersion: number | null | undefined,
): Promise<void> {
  if (!expectedVersion || expectedVersion === version) return
  const changes = await em.find(
    ActivityChange,
    { activityId, version: { $gt: expectedVersion } },
    { orderBy: { version: 'desc' }, limit: most },
  )
  const people = [...new Set(changes.map(({ byName }) => byName))].join(' and ') || 'Somebody'
  const names = new Set(changes.flatMap(({ after }) => Object.keys(after)))
  const fields = formFields.filter(({ name, of }) => names.has(of) || names.has(name)).map(({ label }) => label)
  const what = [...(names.has('status') ? ['Status'] : []), ...fields].join(', ') || 'it'
  throw conflict(
    `${people} changed ${what} since you loaded the activity: it has version ${version} now, and you had ${expectedVersion}.`,
    { hint: 'Load it again, then make your change.' },
  )
}
