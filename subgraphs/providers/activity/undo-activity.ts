import type { EntityManager } from '@mikro-orm/postgresql'
import { centralDay } from '../../reference/central-day.js'
import { notFound } from '../../shared/errors.js'
import type { ProvidersContext } from '../context.js'
import { whenCreditIsCertain } from '../credit/credit-certainty.js'
import { Activity } from './activity.js'
import { ActivityChange } from './activity-change.js'
import { copyOf, withRegistrations } from './change/copy-activity.js'
import { differenceOf, type Snapshot } from './change/difference.js'
import { judgedActivity } from './change/judged-activity.js'
import { lockedActivity, type Performed, stampChange } from './change/perform-verb.js'
import { lookAround } from './change/surroundings.js'
import { writeChanges } from './change/write-changes.js'
import { issue } from './judge/issue.js'
import { judgeActivity, refuses } from './judge/judge-activity.js'
import { MocRegistration } from './moc-registration.js'

/**
 * Takes back the last change that is not taken back yet, as a new version. Rules hold as for any change: what was
 * reported since can stand against it.
 */
export async function undoActivity(
  context: ProvidersContext,
  activityId: string,
  expectedVersion?: number | null,
): Promise<Performed> {
  const activity = await context.activities.load(activityId)
  if (!activity) throw notFound('There is no such activity, or it is not yours.')
  context.viewer.must('undo changes of', activity)
  const { providerId } = activity.provider
  return whenCreditIsCertain(context.em, async (em) => {
    const { actor, before } = await lockedActivity(em, providerId, activityId, context, expectedVersion)
    const change = await lastChange(em, activityId)
    if (!change?.before) return { activity: before, saved: false, issues: [issue('NOTHING_TO_UNDO', null)] }
    const after = restored(before, change.before)
    const surroundings = await lookAround(em, providerId, centralDay(actor.at), [after], [activityId])
    const issues = judgeActivity(judgedActivity(after), surroundings.of(after, before))
    if (refuses(issues, after.status, true)) return { activity: after, saved: false, issues }
    stampChange(after, before, actor)
    const difference = differenceOf(before, after) ?? { before: {}, after: {} }
    await writeChanges(em, [{ after, verb: 'UNDO', difference, undoes: change.version }], actor)
    return { activity: after, saved: true, issues }
  })
}

/** The last change that is neither an undo nor undone. */
async function lastChange(em: EntityManager, activityId: string): Promise<ActivityChange | null> {
  const undone = await em.find(ActivityChange, { activityId, undoes: { $ne: null } }, { fields: ['undoes'] })
  return em.findOne(
    ActivityChange,
    { activityId, undoes: null, version: { $nin: undone.map(({ undoes }) => Number(undoes)) } },
    { orderBy: { version: 'desc' } },
  )
}

const instants = new Set<string>(['closedAt', 'mipsAttestedAt'] satisfies (keyof Activity)[])

const revived = (name: string, value: unknown) => (instants.has(name) && value ? new Date(String(value)) : value)

/** The activity with the fields of a snapshot put back; a registration that was not there yet is withdrawn. */
function restored(activity: Activity, { mocRegistrations, ...fields }: Snapshot): Activity {
  const copy = copyOf(activity)
  Object.assign(copy, Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, revived(name, value)])))
  if (!Array.isArray(mocRegistrations)) return copy
  const earlier = mocRegistrations as (Omit<MocRegistration, 'attestedAt'> & { attestedAt: string })[]
  const restoredOnes = earlier.map((registration) =>
    Object.assign(new MocRegistration(), { creditClaimOn: null }, registration, {
      attestedAt: new Date(registration.attestedAt),
      withdrawnAt: registration.withdrawnAt ? new Date(registration.withdrawnAt) : null,
    }),
  )
  const since = copy.mocRegistrations
    .getItems()
    .filter(({ boardCode }) => !earlier.some((registration) => registration.boardCode === boardCode))
  for (const registration of since) registration.status = 'WITHDRAWN'
  return withRegistrations(copy, [...restoredOnes, ...since])
}
