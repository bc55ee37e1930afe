import type { FilterQuery } from '@mikro-orm/core'
import type { Viewer } from '../../reference/viewer.js'
import type { Policies } from '../../shared/policy.js'
import { BatchState, cancellableStates } from '../../shared/upload/upload-enums.js'
import { Batch } from './batch.js'

/** What a viewer may do to a batch. */
export function addBatchPolicies(policies: Policies<Viewer>): void {
  policies
    .allow('upload', Batch, (viewer, batch) => viewer.reportsFor(batch.providerId))
    .allow('start', Batch, (viewer, batch) => viewer.reportsFor(batch.providerId))
    .allow('preview', Batch, (viewer, batch) => viewer.reportsFor(batch.providerId))
    .allow('review', Batch, (viewer, batch) => viewer.reportsFor(batch.providerId))
    .allow('correct', Batch, (viewer, batch) => viewer.reportsFor(batch.providerId))
    .allow('download', Batch, (viewer, batch) => viewer.reportsFor(batch.providerId) && batch.state === BatchState.DONE)
    .allow(
      'cancel',
      Batch,
      (viewer, batch) => viewer.reportsFor(batch.providerId) && cancellableStates.includes(batch.state),
    )
}

/** What a viewer may see: a provider its own batches, the operator all of them. */
export function visibleBatches(viewer: Viewer): FilterQuery<Batch> {
  if (viewer.signedIn().role === 'OPERATOR') return {}
  return { providerId: viewer.ownProviderId() }
}
