import type { FilterQuery } from '@mikro-orm/core'
import type { Viewer } from '../../reference/viewer.js'
import type { Learner } from './learner.js'

/**
 * What a viewer may see: physicians themselves, a licensing board its licensees (V01), a certifying board its
 * diplomates (V02), the operator everybody. A provider sees no record: it has what it reported itself (I12).
 */
export function visibleLearners(viewer: Viewer): FilterQuery<Learner> {
  const { claims } = viewer
  switch (claims?.role) {
    case 'PHYSICIAN':
      return { learnerId: viewer.ownLearnerId() }
    case 'LICENSING_BOARD':
      return { licenseRecords: { $some: { boardCode: viewer.ownLicensingBoard() } } }
    case 'CERTIFYING_BOARD':
      return { diplomateRecords: { $some: { boardCode: viewer.ownCertifyingBoard() } } }
    case 'OPERATOR':
      return {}
    default:
      return { learnerId: { $in: [] } }
  }
}

/** A license or certification of a learner. */
export interface RecordOfLearner {
  boardCode: string
}

/** True for physicians’ own records, for what the viewer’s own board has reported, and for the operator. */
export const isVisible = (viewer: Viewer, { boardCode }: RecordOfLearner, people: readonly Learner[]) =>
  people.some(({ learnerId }) => viewer.isLearner(learnerId)) ||
  viewer.sitsOn(boardCode) ||
  viewer.claims?.role === 'OPERATOR'
