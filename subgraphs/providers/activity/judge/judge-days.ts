import { ActivityFormat } from '../../../reference/activity.js'
import { activityFormats } from '../../../reference/activity-formats.js'
import { addDays, addMonths } from '../../../reference/calendar-day.js'
import { type ActivityIssue, issue } from './issue.js'
import type { JudgedActivity } from './judged.js'

/** First and last day: A10, A11, A12, A44. */
export function judgeDays({ activityFormat, startsOn, endsOn, creditQuarters }: JudgedActivity): ActivityIssue[] {
  if (!startsOn || !endsOn) return []
  if (endsOn < startsOn) return [issue('DAYS_REVERSED', 'endsOn', { from: startsOn, to: endsOn })]
  if (!activityFormat) return []
  const { atMost, lowQuarters } = activityFormats[activityFormat]
  const last = addMonths(startsOn, atMost.months)
  const code = activityFormat === ActivityFormat.ENDURING ? 'ENDURING_TOO_LONG' : 'PERIOD_TOO_LONG'
  const issues =
    endsOn > last ? [issue(code, 'endsOn', { limit: atMost.spelled, from: startsOn, to: endsOn, last })] : []
  const isLong = addDays(endsOn, 1) >= addMonths(startsOn, longSeriesMonths)
  if (lowQuarters && creditQuarters && creditQuarters < lowQuarters && isLong)
    issues.push(issue('SERIES_LOW_CREDIT', 'credits', { value: creditQuarters / 4, months: longSeriesMonths }))
  return issues
}

const longSeriesMonths = 6
