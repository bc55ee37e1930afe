import { ActivityStatus } from '../../../reference/activity.js'
import { activityFormats } from '../../../reference/activity-formats.js'
import { learnerProfessions } from '../../../reference/professions.js'
import { labelOf } from '../form/form-fields.js'
import { type ActivityIssue, issue } from './issue.js'
import type { ActivityCircumstances, JudgedActivity } from './judged.js'

const counts = ['physicianLearners', 'otherLearners'] as const
const mostLearners = 2 ** 31 - 1
const isCount = (count: number) => Number.isInteger(count) && count >= 0 && count <= mostLearners

/** Counts of learners: A22, A45, R04. */
export function judgeLearners(activity: JudgedActivity, { before, today }: ActivityCircumstances): ActivityIssue[] {
  const { activityFormat, countedOn, learnersByProfession } = activity
  const issues = counts.flatMap((field) => judgeCount(field, activity, before))
  const professions = learnersByProfession.map(({ profession }) => profession)
  for (const [index, { profession, count }] of learnersByProfession.entries()) {
    const label = learnerProfessions[profession]
    if (!isCount(count)) issues.push(issue('COUNT_NEGATIVE', 'learnersByProfession', { label, value: count }))
    if (professions.indexOf(profession) !== index)
      issues.push(issue('LISTED_TWICE', 'learnersByProfession', { label: 'Learners by profession', value: label }))
  }
  if (countedOn && countedOn > today) issues.push(issue('COUNT_IN_FUTURE', 'countedOn', { value: countedOn }))
  const isLive = Boolean(activityFormat && activityFormats[activityFormat].isLive)
  if (activity.status === ActivityStatus.CLOSED && isLive && counts.every((field) => activity[field] === 0))
    issues.push(issue('NO_LEARNERS', 'physicianLearners'))
  return issues
}

function judgeCount(
  field: (typeof counts)[number],
  activity: JudgedActivity,
  before: JudgedActivity | null,
): ActivityIssue[] {
  const value = activity[field]
  if (value === null || value === undefined) return []
  const label = labelOf(field)
  if (!isCount(value)) return [issue('COUNT_NEGATIVE', field, { label, value })]
  const isCumulative = activity.activityFormat && activityFormats[activity.activityFormat].countsAsOf
  const earlier = before?.activityFormat === activity.activityFormat ? before?.[field] : undefined
  if (!isCumulative || typeof earlier !== 'number' || value >= earlier) return []
  return [issue('COUNT_FELL', field, { label, value, before: earlier })]
}
