import { ActivityStatus } from '../../reference/activity.js'
import { deadlineOf } from '../../reference/reporting-year.js'
import type { ActivityVerb } from './change/verb.js'
import { issue } from './judge/issue.js'

/** Reopens a closed activity; after the close of its reporting year only the operator can (R06). */
export const reopenActivity: ActivityVerb = {
  name: 'reopen',
  reasonsAgainst: ({ status, endsOn }, { today, isOperator }) => {
    if (status !== ActivityStatus.CLOSED) return [issue('NOT_CLOSED', null, { status: status.toLowerCase() })]
    const year = Number(endsOn?.slice(0, 4))
    const closedOn = deadlineOf(year)
    return isOperator || !endsOn || today <= closedOn ? [] : [issue('YEAR_CLOSED', null, { year, closedOn })]
  },
  apply: (after) => {
    after.status = ActivityStatus.ACTIVE
    after.closedAt = null
    after.closedBy = null
  },
}
