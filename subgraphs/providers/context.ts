import type { EntityManager } from '@mikro-orm/postgresql'
import type DataLoader from 'dataloader'
import type { Viewer } from '../reference/viewer.js'
import type { Activity } from './activity/activity.js'
import type { SearchIndex } from './activity/search/search-index.js'
import type { ProviderOrganization } from './organization/provider-organization.js'

/** What a resolver of this subgraph has at hand for one request. */
export interface ProvidersContext {
  viewer: Viewer
  /** The part of the platform that asks: `gateway` or `credits`. */
  caller: string
  em: EntityManager
  /** What the public search counts in. */
  search: SearchIndex
  now: () => Date
  /** One activity by its id, or null when it is not for this viewer. */
  activities: DataLoader<string, Activity | null>
  organizations: DataLoader<string, ProviderOrganization | null>
}
