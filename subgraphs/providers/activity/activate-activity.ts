import { ActivityStatus } from '../../reference/activity.js'
import type { ActivityVerb } from './change/verb.js'
import { issue } from './judge/issue.js'

/** Makes a draft active, so that learners can be reported, once its data are complete (A39). */
export const activateActivity: ActivityVerb = {
  name: 'activate',
  reasonsAgainst: ({ status }) =>
    status === ActivityStatus.DRAFT ? [] : [issue('NOT_A_DRAFT', null, { status: status.toLowerCase() })],
  apply: (after) => {
    after.status = ActivityStatus.ACTIVE
  },
}
