import type { FilterQuery } from '@mikro-orm/core'
import { ActivityStatus } from '../../reference/activity.js'
import type { Viewer } from '../../reference/viewer.js'
import type { Policies } from '../../shared/policy.js'
import { Activity } from './activity.js'

const isOwn = (viewer: Viewer, activity: Activity) => viewer.reportsFor(activity.provider.providerId)

/** What a viewer may do: a reporter anything to the activities of its own provider, the operator only reopen one. */
export function addActivityPolicies(policies: Policies<Viewer>): void {
  for (const verb of ['edit', 'activate', 'close', 'delete', 'copy', 'undo changes of', 'register'])
    policies.allow(verb, Activity, isOwn)
  policies.allow('reopen', Activity, (viewer, activity) => isOwn(viewer, activity) || isOperator(viewer))
  policies.allow('inspect', Activity, (viewer, activity) => isOwn(viewer, activity) || isOperator(viewer))
}

const isOperator = (viewer: Viewer) => viewer.claims?.role === 'OPERATOR'

const shownToPhysicians = { status: { $in: [ActivityStatus.ACTIVE, ActivityStatus.CLOSED] } }

/**
 * What a viewer may see. A provider sees its own activities, the operator all of them; a physician or a board sees
 * what credit can be earned for, because their records name it; anybody else what is displayed in Passport.
 */
export function visibleActivities(viewer: Viewer): FilterQuery<Activity> {
  switch (viewer.claims?.role) {
    case 'PROVIDER_REPORTER':
      return { provider: viewer.ownProviderId(), status: { $ne: ActivityStatus.DELETED } }
    case 'OPERATOR':
      return {}
    case 'PHYSICIAN':
    case 'LICENSING_BOARD':
    case 'CERTIFYING_BOARD':
      return shownToPhysicians
    default:
      return { ...shownToPhysicians, displayInPassport: true }
  }
}
