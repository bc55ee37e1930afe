import type { Issue } from '../../shared/upload/issue.js'
import type { ActivityFacts } from '../owners/owners.js'
import type { Facts } from '../record/facts.js'
import { issue } from '../record/issue.js'
import { isWithin, outside } from '../record/judge-activity.js'
import type { Submission } from '../record/submission.js'
import { printRemsKey, type RemsKey, type RemsReport } from './rems-claim.js'

/** What became of the REMS part of a row. */
export interface RemsVerdict {
  issues: Issue[]
  report?: RemsReport
  isDuplicate?: boolean
}

/** Judges the REMS part alone: the activity is registered for REMS (L31), and the learner is not reported already. Undefined for a row without one. */
export function judgeRems(row: Submission, activity: ActivityFacts, facts: Facts): RemsVerdict | undefined {
  const { rems, remsIssues = [] } = row
  if (!rems) return remsIssues.length ? { issues: remsIssues } : undefined
  if (!activity.isRems) return { issues: [issue('REMS_NOT_REGISTERED', 'localIdentifier')] }
  if (!isWithin(row.completedOn, activity.startsOn, activity.endsOn))
    return { issues: [outside(row, activity, activity.endsOn)] }
  const { activityId, completedOn } = row
  const report = { ...rems, activityId, completedOn, reportId: facts.newId() }
  const key = printRemsKey(report)
  if (facts.remsReports.has(key)) return { issues: [issue('DUPLICATE_COMPLETION')], isDuplicate: true }
  facts.remsReports.add(key)
  return { issues: [], report }
}

/** The report that a row deletes; undefined when there is none of that learner, activity and day. */
export function remsToDelete({ rems, activityId, completedOn }: Submission, facts: Facts): RemsKey | undefined {
  if (!rems) return undefined
  const key = { activityId, completedOn, localIdentifier: rems.localIdentifier }
  return facts.remsReports.delete(printRemsKey(key)) ? key : undefined
}
