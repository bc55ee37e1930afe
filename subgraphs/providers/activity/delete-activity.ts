import { ActivityStatus } from '../../reference/activity.js'
import type { ActivityVerb } from './change/verb.js'
import { issue } from './judge/issue.js'

/** Takes an activity back for good, unless completions of it are accepted (A42). */
export const deleteActivity: ActivityVerb = {
  name: 'delete',
  reasonsAgainst: (_, { accepted }) => (accepted > 0 ? [issue('HAS_COMPLETIONS', null, { count: accepted })] : []),
  apply: (after) => {
    after.status = ActivityStatus.DELETED
  },
}
