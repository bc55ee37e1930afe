import type { EntityManager } from '@mikro-orm/postgresql'
import DataLoader from 'dataloader'
import { Viewer, type ViewerClaims } from '../reference/viewer.js'
import { Policies } from '../shared/policy.js'
import { findLearners } from './learner/find-learners.js'
import type { Learner } from './learner/learner.js'
import type { Matching } from './matching/match-learners.js'

/** What a resolver of this subgraph has at hand for one request. */
export interface LearnersContext {
  viewer: Viewer
  /** The part of the platform that asks: `gateway` or `credits`. */
  caller: string
  em: EntityManager
  matching: Matching
  /** One learner by the own id or that of somebody merged, or null when the viewer may not see the record. */
  learners: DataLoader<string, Learner | null>
}

const policies = new Policies<Viewer>()

/** The context of one request; `em` is its own. */
export function learnersContext(
  em: EntityManager,
  matching: Matching,
  caller: string,
  claims: ViewerClaims | undefined,
): LearnersContext {
  const viewer = new Viewer(claims, policies)
  return {
    viewer,
    caller,
    em,
    matching,
    learners: new DataLoader((ids) => findLearners(em, viewer, ids)),
  }
}
