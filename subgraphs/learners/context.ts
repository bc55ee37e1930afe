import type { EntityManager } from '@mikro-orm/postgresql'
import DataLoader from 'dataloader'
import { Viewer, type ViewerClaims } from '../reference/viewer.js'
import { Policies } from '../shared/policy.js'
import type { IntakeFiles } from '../shared/upload/intake-files.js'
import { findLearners } from './learner/find-learners.js'
import type { Learner } from './learner/learner.js'
import type { Matching } from './matching/match-learners.js'
import type { ReviewRow } from './review/review-row.js'
import { findReviewRows } from './review/review-rows.query.js'
import { addValidationBatchPolicies } from './validation/file/validation-batch.policy.js'

/** What a resolver of this subgraph has at hand for one request. */
export interface LearnersContext {
  viewer: Viewer
  /** The part of the platform that asks: `gateway` or `credits`. */
  caller: string
  em: EntityManager
  matching: Matching
  now: () => Date
  /** Where uploaded files wait, and who is told of them. */
  files: IntakeFiles
  /** One learner by the own id or that of somebody merged, or null when the viewer may not see the record. */
  learners: DataLoader<string, Learner | null>
  /** The rows that a review case stands for. */
  reviewRows: DataLoader<string, ReviewRow[]>
}

const policies = new Policies<Viewer>()
addValidationBatchPolicies(policies)

/** Who asks for what, and what one request works with. */
export interface Request extends Pick<LearnersContext, 'caller' | 'em' | 'matching' | 'files'> {
  claims: ViewerClaims | undefined
  now?: () => Date
}

/** The context of one request; `em` is its own. */
export function learnersContext({
  em,
  matching,
  files,
  caller,
  claims,
  now = () => new Date(),
}: Request): LearnersContext {
  const viewer = new Viewer(claims, policies)
  return {
    viewer,
    caller,
    em,
    matching,
    now,
    files,
    learners: new DataLoader((ids) => findLearners(em, viewer, ids)),
    reviewRows: new DataLoader((caseIds) => findReviewRows(em, caseIds)),
  }
}
