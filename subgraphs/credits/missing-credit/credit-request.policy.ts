import { raw } from '@mikro-orm/core'
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { Viewer } from '../../reference/viewer.js'
import type { Policies } from '../../shared/policy.js'
import { schedule } from './clock.js'
import { CreditRequest } from './credit-request.js'

/** What a viewer may do to a request. Whoever does not see it does nothing to it. */
export function addCreditRequestPolicies(policies: Policies<Viewer>): void {
  policies
    .allow('follow up', CreditRequest, (viewer) => viewer.claims?.role === 'PHYSICIAN')
    .allow('answer', CreditRequest, (viewer, request) => viewer.reportsFor(request.providerId))
    .allow('oversee', CreditRequest, (viewer) => viewer.claims?.role === 'OPERATOR')
}

const nobody = { requestId: { $in: [] } }

/**
 * Which requests a viewer may see: a physician his or her own, a provider those put to it, an operator those that a
 * provider has left without an answer; nobody else any.
 */
export function visibleRequests(viewer: Viewer): FilterQuery<CreditRequest> {
  const { role, learnerId } = viewer.signedIn()
  switch (role) {
    case 'PHYSICIAN':
      return learnerId ? { [raw('learner_id = any(same_learner(?::uuid))', [learnerId])]: [] } : nobody
    case 'PROVIDER_REPORTER':
      return { providerId: viewer.ownProviderId() }
    case 'OPERATOR':
      return { clockSteps: schedule.length }
    default:
      return nobody
  }
}
