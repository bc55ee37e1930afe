import type { FilterQuery } from '@mikro-orm/postgresql'
import type { Viewer } from '../../../reference/viewer.js'
import type { Policies } from '../../../shared/policy.js'
import { BatchState, cancellableStates } from '../../../shared/upload/upload-enums.js'
import { ActivityBatch } from './activity-batch.js'

/** What a viewer may do to a file of activities. */
export function addActivityBatchPolicies(policies: Policies<Viewer>): void {
  const own = (viewer: Viewer, batch: ActivityBatch) => viewer.reportsFor(batch.providerId)
  policies
    .allow('upload', ActivityBatch, own)
    .allow('start', ActivityBatch, own)
    .allow('preview', ActivityBatch, own)
    .allow('download', ActivityBatch, (viewer, batch) => own(viewer, batch) && batch.state === BatchState.DONE)
    .allow('cancel', ActivityBatch, (viewer, batch) => own(viewer, batch) && cancellableStates.includes(batch.state))
}

/** What a viewer may see: a provider its own files, the operator all of them. */
export function visibleActivityBatches(viewer: Viewer): FilterQuery<ActivityBatch> {
  if (viewer.signedIn().role === 'OPERATOR') return {}
  return { providerId: viewer.ownProviderId() }
}
