import type { EntityManager } from '@mikro-orm/postgresql'
import { ActivityStatus } from '../../../reference/activity.js'
import { centralDay } from '../../../reference/central-day.js'
import { notFound } from '../../../shared/errors.js'
import type { ProvidersContext } from '../../context.js'
import { whenCreditIsCertain } from '../../credit/credit-certainty.js'
import type { Activity } from '../activity.js'
import { type ActivityIssue, isError } from '../judge/issue.js'
import { judgeActivity, refuses } from '../judge/judge-activity.js'
import { type Actor, actorOf } from './actor.js'
import { copyOf } from './copy-activity.js'
import { differenceOf } from './difference.js'
import { judgedActivity } from './judged-activity.js'
import { lockActivities, readActivities } from './read-activities.js'
import { lookAround } from './surroundings.js'
import type { ActivityVerb } from './verb.js'
import { refuseStale } from './versions.js'
import { writeChanges } from './write-changes.js'

/** What became of something that was asked of one activity. */
export interface Performed {
  /** The activity as it is now, or as it would have been. */
  activity: Activity
  saved: boolean
  issues: ActivityIssue[]
}

/** Does a verb to an activity, if the viewer may and nothing stands against it. */
export async function performVerb(
  context: ProvidersContext,
  activityId: string,
  verb: ActivityVerb,
  expectedVersion?: number | null,
): Promise<Performed> {
  const activity = await context.activities.load(activityId)
  if (!activity) throw notFound('There is no such activity, or it is not yours.')
  context.viewer.must(verb.name, activity)
  return whenCreditIsCertain(context.em, (em) => performOn(em, activity, verb, context, expectedVersion))
}

async function performOn(
  em: EntityManager,
  { activityId, provider: { providerId } }: Activity,
  verb: ActivityVerb,
  context: ProvidersContext,
  expectedVersion: number | null | undefined,
): Promise<Performed> {
  const { actor, before } = await lockedActivity(em, providerId, activityId, context, expectedVersion)
  const surroundings = await lookAround(em, providerId, centralDay(actor.at), [before], [activityId])
  const after = copyOf(before)
  verb.apply(after, actor)
  const isOperator = context.viewer.claims?.role === 'OPERATOR'
  const circumstances = { ...surroundings.of(after, before), isOperator }
  const reasons = verb.reasonsAgainst(before, circumstances)
  const issues = [
    ...reasons,
    ...(after.status === ActivityStatus.DELETED ? [] : judgeActivity(judgedActivity(after), circumstances)),
  ]
  const difference = differenceOf(before, after)
  const isRefused = reasons.some(isError) || refuses(issues, after.status, true)
  if (isRefused || !difference) return { activity: before, saved: !isRefused, issues }
  stampChange(after, before, actor)
  await writeChanges(em, [{ after, verb: verb.name.toUpperCase(), difference }], actor)
  return { activity: after, saved: true, issues }
}

/** The activity as it is, with nobody else changing it until the transaction ends. Throws CONFLICT for a stale version. */
export async function lockedActivity(
  em: EntityManager,
  providerId: string,
  activityId: string,
  context: ProvidersContext,
  expectedVersion: number | null | undefined,
): Promise<{ actor: Actor; before: Activity }> {
  await lockActivities(em, providerId)
  const [before] = await readActivities(em, providerId, { activityIds: [activityId], ownIds: [] })
  if (!before) throw notFound('There is no such activity, or it is not yours.')
  await refuseStale(em, before, expectedVersion)
  return { actor: actorOf(context), before }
}

/** Who made the version that follows, and when. */
export function stampChange(after: Activity, before: Activity, { at, name }: Actor): void {
  Object.assign(after, { version: before.version + 1, updatedAt: at, updatedBy: name })
}
