import { ActivityStatus } from '../../../reference/activity.js'
import { activityFormats } from '../../../reference/activity-formats.js'
import { isFilled } from '../change/blank.js'
import { labelOf } from '../form/form-fields.js'
import { type ActivityIssue, issue } from './issue.js'
import type { ActivityCircumstances, JudgedActivity } from './judged.js'

const fixedFields = ['activityFormat', 'startsOn'] as const

/** What depends on how the activity was before and what was reported for it: A41, A43, A46, M15. */
export function judgeChange(activity: JudgedActivity, circumstances: ActivityCircumstances): ActivityIssue[] {
  const { before, accepted, acceptedPoints, twin, today } = circumstances
  const issues: ActivityIssue[] = []
  for (const field of fixedFields)
    if (before && accepted > 0 && isFilled(before[field]) && before[field] !== activity[field])
      issues.push(issue('FIXED_BY_COMPLETIONS', field, { label: labelOf(field), count: accepted }))
  if (before && accepted > 0 && before.status !== ActivityStatus.DRAFT && activity.status === ActivityStatus.DRAFT)
    issues.push(issue('FIXED_BY_COMPLETIONS', null, { label: 'The status', count: accepted }))
  for (const { boardCode } of before?.registrations ?? []) {
    const count = acceptedPoints.get(boardCode) ?? 0
    if (count > 0 && !activity.registrations.some((registration) => registration.boardCode === boardCode))
      issues.push(issue('HAS_ACCEPTED_POINTS', `mocRegistrations.${boardCode}`, { board: boardCode, count }))
  }
  if (twin) issues.push(issue('LIKELY_DUPLICATE', 'title', { of: twin }))
  const staysOpen = activity.activityFormat && activityFormats[activity.activityFormat].staysOpen
  const isClosing = activity.status === ActivityStatus.CLOSED && before?.status !== ActivityStatus.CLOSED
  if (isClosing && !staysOpen && activity.endsOn && activity.endsOn > today)
    issues.push(issue('CLOSED_EARLY', 'endsOn', { to: activity.endsOn }))
  return issues
}
