import type { EntityManager } from '@mikro-orm/postgresql'
import type DataLoader from 'dataloader'
import type { Viewer } from '../reference/viewer.js'
import type { Learner } from './learner/learner.js'

/** What a resolver of this subgraph has at hand for one request. */
export interface LearnersContext {
  viewer: Viewer
  /** The part of the platform that asks: `gateway` or `credits`. */
  caller: string
  em: EntityManager
  /** One learner by id, or null when the viewer may not see the record. */
  learners: DataLoader<string, Learner | null>
}
