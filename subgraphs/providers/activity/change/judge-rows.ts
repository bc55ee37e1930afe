import { ActivityStatus } from '../../../reference/activity.js'
import type { ProviderOrganization } from '../../organization/provider-organization.js'
import { activateActivity } from '../activate-activity.js'
import { Activity } from '../activity.js'
import { closeActivity } from '../close-activity.js'
import { deleteActivity } from '../delete-activity.js'
import { type ActivityIssue, isError, issue } from '../judge/issue.js'
import { judgeActivity, refuses } from '../judge/judge-activity.js'
import type { JudgedActivity } from '../judge/judged.js'
import { missingFor } from '../judge/missing.js'
import type { ActivityRow, RowVerdict } from './activity-row.js'
import type { Actor } from './actor.js'
import { applyPatch, patched } from './apply-patch.js'
import { creationOf, differenceOf } from './difference.js'
import { judgedActivity } from './judged-activity.js'
import type { Surroundings } from './surroundings.js'
import type { VerbCircumstances } from './verb.js'

/** What rows are judged with. */
export interface RowsContext {
  provider: ProviderOrganization
  actor: Actor
  /** True for a form that saves while somebody types: a draft may contradict itself. */
  isLenient: boolean
  surroundings: Surroundings
  /** The activities that the rows can mean. */
  known: readonly Activity[]
  newId: () => string
}

/** Judges rows one after the other; an accepted row is a fact for the next. Reads no database and writes none. */
export function judgeRows(rows: readonly ActivityRow[], context: RowsContext): RowVerdict[] {
  const current = new Map(context.known.map((activity) => [activity.activityId, activity]))
  const byOwnId = new Map(context.known.map((activity) => [activity.providerActivityId, activity.activityId]))
  return rows.map((row) => {
    const ownId = row.fields?.providerActivityId?.trim() || null
    const own = ownId ? current.get(byOwnId.get(ownId) ?? '') : undefined
    const named = row.activityId ? current.get(row.activityId) : undefined
    const target = named ?? own ?? null
    const unclear = judgeIds(row, ownId, named, own)
    const verdict = unclear ? rejected(target, [unclear]) : judgeRow(row, target, context)
    const { change } = verdict
    if (!change) return verdict
    const { after } = change
    context.surroundings.replace(target, after.status === ActivityStatus.DELETED ? null : after)
    if (target?.providerActivityId) byOwnId.delete(target.providerActivityId)
    if (after.status === ActivityStatus.DELETED) current.delete(after.activityId)
    else {
      current.set(after.activityId, after)
      if (after.providerActivityId) byOwnId.set(after.providerActivityId, after.activityId)
    }
    return verdict
  })
}

const rejected = (activity: Activity | null, issues: ActivityIssue[]): RowVerdict => ({
  outcome: 'REJECTED',
  activity,
  issues,
  change: null,
})

/** Which activity a row means: A01, A05, A06. */
function judgeIds(
  { action, activityId }: ActivityRow,
  ownId: string | null,
  named: Activity | undefined,
  own: Activity | undefined,
): ActivityIssue | null {
  if (activityId && action === 'ADD') return issue('ID_GIVEN', 'activityId', { value: activityId })
  if (activityId && !named) return issue('ACTIVITY_NOT_FOUND', 'activityId', { value: activityId })
  if (named && own && named !== own)
    return issue('IDS_DISAGREE', 'activityId', { value: ownId, one: own.activityId, activityId: named.activityId })
  if (named || own || action === 'ADD' || action === 'SAVE') return null
  return ownId ? issue('ACTIVITY_NOT_FOUND', 'providerActivityId', { value: ownId }) : issue('ID_MISSING', 'activityId')
}

function judgeRow(row: ActivityRow, before: Activity | null, context: RowsContext): RowVerdict {
  if (before && row.expectedVersion && row.expectedVersion !== before.version)
    return rejected(before, [issue('VERSION_CONFLICT', null, { by: 'Somebody', fields: 'it' })])
  if (row.action === 'DELETE' && before) return judgeDeletion(before, context)
  const { actor, surroundings, provider, isLenient } = context
  const after = before ? patched(before, row, actor) : applyPatch(newActivity(provider, actor), row, actor)
  const refusals =
    before?.status === ActivityStatus.CLOSED && differenceOf(before, after) ? [issue('CLOSED', null)] : []
  const circumstances = { ...surroundings.of(after, before), isOperator: false }
  const judged = judgedActivity(after)
  refusals.push(...moveOn(row, after, judged, circumstances, actor))
  const issues = [...refusals, ...judgeActivity({ ...judged, status: after.status }, circumstances)]
  const difference = before ? differenceOf(before, after) : creationOf(after)
  if (refusals.length || refuses(issues, after.status, isLenient)) return rejected(before && after, issues)
  if (!difference) return { outcome: 'UNCHANGED', activity: before, issues, change: null }
  stamp(after, before, context)
  return {
    outcome: before ? 'CHANGED' : 'ADDED',
    activity: after,
    issues,
    change: { after, verb: verbOf(before, after), difference },
  }
}

function judgeDeletion(before: Activity, context: RowsContext): RowVerdict {
  const { surroundings, actor } = context
  const issues = deleteActivity.reasonsAgainst(before, { ...surroundings.of(before, before), isOperator: false })
  if (issues.length) return rejected(before, issues)
  const after = patched(before, {}, actor)
  deleteActivity.apply(after, actor)
  stamp(after, before, context)
  const difference = differenceOf(before, after)
  return { outcome: 'DELETED', activity: after, issues, change: difference && { after, verb: 'DELETE', difference } }
}

/** Moves the status on as the row wishes; tells what stands against it. */
function moveOn(
  { activate = 'NEVER', close }: ActivityRow,
  after: Activity,
  judged: JudgedActivity,
  circumstances: VerbCircumstances,
  actor: Actor,
): ActivityIssue[] {
  const isComplete = () =>
    missingFor('ACTIVE', judged).length === 0 && !judgeActivity(judged, circumstances).some(isError)
  const isDraft = after.status === ActivityStatus.DRAFT
  if (isDraft && (activate === 'ALWAYS' || (activate === 'WHEN_COMPLETE' && isComplete())))
    activateActivity.apply(after, actor)
  if (!close || after.status === ActivityStatus.CLOSED) return []
  const reasons = closeActivity.reasonsAgainst(after, circumstances)
  if (!reasons.length) closeActivity.apply(after, actor)
  return reasons
}

const newActivity = (provider: ProviderOrganization, { source }: Actor): Activity =>
  Object.assign(new Activity(), { provider, title: '', status: ActivityStatus.DRAFT, source, version: 0 })

/** Who made which version, and when. */
function stamp(after: Activity, before: Activity | null, { actor, newId }: RowsContext): void {
  const { at, name } = actor
  after.version = (before?.version ?? 0) + 1
  Object.assign(after, { updatedAt: at, updatedBy: name })
  if (!before) Object.assign(after, { activityId: newId(), createdAt: at, createdBy: name })
}

function verbOf(before: Activity | null, after: Activity): string {
  if (!before) return 'CREATE'
  if (before.status === after.status) return 'EDIT'
  return after.status === ActivityStatus.CLOSED ? 'CLOSE' : 'ACTIVATE'
}
