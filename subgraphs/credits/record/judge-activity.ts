import type { Issue } from '../../shared/upload/issue.js'
import type { ActivityFacts } from '../owners/owners.js'
import { issue } from './issue.js'
import { boardParts, type Submission } from './submission.js'

/** What stops every part of a row: the activity's state and the day (L03, L07, L08, L09). */
export function judgeActivity(row: Submission, activity: ActivityFacts, today: string): Issue[] {
  if (activity.status !== 'ACTIVE' && activity.status !== 'CLOSED') {
    return [issue('ACTIVITY_NOT_ACTIVE', 'activityId', { value: row.activityId })]
  }
  if (row.completedOn > today)
    return [issue('COMPLETION_IN_FUTURE', 'completionDate', { value: printDay(row.completedOn) })]
  const until = reportableUntil(row.completedOn)
  if (today > until) {
    const year = row.completedOn.slice(0, 4)
    return [issue('REPORTING_WINDOW_CLOSED', 'completionDate', { value: year, until: printDay(until) })]
  }
  const lastDay = latest([activity.endsOn, ...claimDays(row, activity)])
  return isWithin(row.completedOn, activity.startsOn, lastDay) ? [] : [outside(row, activity, lastDay)]
}

/** The issue of a completion outside the days of an activity. */
export const outside = (row: Submission, activity: ActivityFacts, lastDay: string | null) =>
  issue('COMPLETION_OUTSIDE_ACTIVITY', 'completionDate', {
    value: printDay(row.completedOn),
    from: printDay(activity.startsOn),
    to: printDay(lastDay),
  })

export const isWithin = (day: string, from: string | null, to: string | null) =>
  (!from || from <= day) && (!to || day <= to)

/** Completions of year Y are accepted until 31 March of Y+2 (L09). */
export const reportableUntil = (completedOn: string) => `${Number(completedOn.slice(0, 4)) + 2}-03-31`

const claimDays = (row: Submission, { registrations }: ActivityFacts) =>
  registrations
    .filter(({ boardCode }) => boardParts(row).some(({ board }) => board === boardCode))
    .map(({ creditClaimOn }) => creditClaimOn)

const latest = (days: (string | null)[]) =>
  days.reduce((later, day) => (day && (!later || day > later) ? day : later), null)

function printDay(day: string | null): string {
  const [year, month, date] = (day ?? '').split('-')
  return day ? `${month}/${date}/${year}` : 'an open date'
}
