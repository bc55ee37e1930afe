import { type FilterQuery, raw } from '@mikro-orm/core'
import type { Viewer } from '../../reference/viewer.js'
import type { Policies } from '../../shared/policy.js'
import type { AttendanceClaim } from './attendance-claim.js'
import { CheckIn } from './check-in.js'

/** What a viewer may do to a check-in. */
export function addCheckInPolicies(policies: Policies<Viewer>): void {
  policies
    .allow('show', CheckIn, (viewer, checkIn) => viewer.reportsFor(checkIn.providerId))
    .allow('close', CheckIn, (viewer, checkIn) => viewer.reportsFor(checkIn.providerId))
}

/** Which check-ins a viewer may see: a provider its own, the operator all of them. */
export function visibleCheckIns(viewer: Viewer): FilterQuery<CheckIn> {
  if (viewer.signedIn().role === 'OPERATOR') return {}
  return { providerId: viewer.ownProviderId() }
}

/** Which claims a viewer may see: a physician his or her own, a provider those of its check-ins, the operator all. */
export function visibleClaims(viewer: Viewer): FilterQuery<AttendanceClaim> {
  const { role } = viewer.signedIn()
  if (role === 'OPERATOR') return {}
  if (role === 'PHYSICIAN') return claimsOf(viewer.ownLearnerId())
  return { providerId: viewer.ownProviderId() }
}

/** Claims of one physician, whoever of those merged into one they were made by. */
export const claimsOf = (learnerId: string): FilterQuery<AttendanceClaim> => ({
  learnerId: raw('any(same_learner(?::uuid))', [learnerId]),
})
