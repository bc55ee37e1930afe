import type { FilterQuery } from '@mikro-orm/postgresql'
import type { Viewer } from '../../../reference/viewer.js'
import type { Policies } from '../../../shared/policy.js'
import { BatchState, cancellableStates } from '../../../shared/upload/upload-enums.js'
import { ValidationBatch } from './validation-batch.js'

/** What a viewer may do to a validation file. */
export function addValidationBatchPolicies(policies: Policies<Viewer>): void {
  const own = (viewer: Viewer, batch: ValidationBatch) => viewer.reportsFor(batch.providerId)
  policies
    .allow('upload', ValidationBatch, own)
    .allow('download', ValidationBatch, (viewer, batch) => own(viewer, batch) && batch.state === BatchState.DONE)
    .allow('cancel', ValidationBatch, (viewer, batch) => own(viewer, batch) && cancellableStates.includes(batch.state))
}

/** What a viewer may see: a provider its own files, and nobody else any, since their answers are for the provider that asked. */
export function visibleValidationBatches(viewer: Viewer): FilterQuery<ValidationBatch> {
  return { providerId: viewer.ownProviderId() }
}
