import type { EntityManager } from '@mikro-orm/postgresql'
import type DataLoader from 'dataloader'
import { Viewer, type ViewerClaims } from '../reference/viewer.js'
import { isUuid } from '../shared/graphql/id.js'
import { loaderOf } from '../shared/graphql/loader.js'
import { Policies } from '../shared/policy.js'
import { Learner } from './learner/learner.js'
import { visibleLearners } from './learner/learner.policy.js'

/** What a resolver of this subgraph has at hand for one request. */
export interface LearnersContext {
  viewer: Viewer
  /** The part of the platform that asks: `gateway` or `credits`. */
  caller: string
  em: EntityManager
  /** One learner by id, or null when the viewer may not see the record. */
  learners: DataLoader<string, Learner | null>
}

const policies = new Policies<Viewer>()

/** The context of one request; `em` is its own. */
export function learnersContext(em: EntityManager, caller: string, claims: ViewerClaims | undefined): LearnersContext {
  const viewer = new Viewer(claims, policies)
  return {
    viewer,
    caller,
    em,
    learners: loaderOf(
      (ids) => em.find(Learner, { $and: [{ learnerId: { $in: ids.filter(isUuid) } }, visibleLearners(viewer)] }),
      (learner) => learner.learnerId,
    ),
  }
}
