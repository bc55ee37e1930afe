import { ActivityStatus } from '../../reference/activity.js'
import { activityFormats } from '../../reference/activity-formats.js'
import type { ActivityVerb } from './change/verb.js'
import { issue } from './judge/issue.js'

/** Closes an activity when all its data are in (A40); enduring material not before its last day (A41). */
export const closeActivity: ActivityVerb = {
  name: 'close',
  reasonsAgainst: ({ status, activityFormat, endsOn }, { today }) => {
    if (status !== ActivityStatus.ACTIVE) return [issue('NOT_ACTIVE', null, { status: status.toLowerCase() })]
    const staysOpen = activityFormat && activityFormats[activityFormat].staysOpen
    return staysOpen && endsOn && today < endsOn ? [issue('STAYS_OPEN', 'endsOn', { to: endsOn })] : []
  },
  apply: (after, { at, name }) => {
    after.status = ActivityStatus.CLOSED
    after.closedAt = at
    after.closedBy = name
  },
}
