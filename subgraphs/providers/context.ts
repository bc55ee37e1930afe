import type { EntityManager } from '@mikro-orm/postgresql'
import DataLoader from 'dataloader'
import { centralDay } from '../reference/central-day.js'
import { Viewer, type ViewerClaims } from '../reference/viewer.js'
import { loaderOf } from '../shared/graphql/loader.js'
import { Policies } from '../shared/policy.js'
import type { IntakeFiles } from '../shared/upload/intake-files.js'
import { Activity } from './activity/activity.js'
import { addActivityPolicies, visibleActivities } from './activity/activity.policy.js'
import { type Surroundings, surroundingsOf } from './activity/change/surroundings.js'
import type { SearchIndex } from './activity/search/search-index.js'
import { addActivityBatchPolicies } from './intake/batch/activity-batch.policy.js'
import { ProviderOrganization } from './organization/provider-organization.js'
import type { SimilarPairs } from './year-end/similar-titles.js'
import { findSimilar } from './year-end/similar-titles.query.js'

/** What a resolver of this subgraph has at hand for one request. */
export interface ProvidersContext {
  viewer: Viewer
  /** The part of the platform that asks: `gateway` or `credits`. */
  caller: string
  em: EntityManager
  /** What the public search counts in. */
  search: SearchIndex
  now: () => Date
  /** Where uploaded files wait, and who is told of them. */
  files: IntakeFiles
  /** One activity by its id, or null when it is not for this viewer. */
  activities: DataLoader<string, Activity | null>
  organizations: DataLoader<string, ProviderOrganization | null>
  /** The activity once its registrations are read, together with those of all that are asked for at once. */
  registered: DataLoader<Activity, Activity>
  /** What surrounds an activity that is judged. */
  surroundings: DataLoader<Activity, Surroundings>
  /** What of a year the viewer’s provider has probably entered twice. */
  similarTitles: DataLoader<number, SimilarPairs>
}

const policies = new Policies<Viewer>()
addActivityPolicies(policies)
addActivityBatchPolicies(policies)

/** Who asks for what, and what one request works with. */
export interface Request extends Pick<ProvidersContext, 'caller' | 'em' | 'search' | 'files'> {
  claims: ViewerClaims | undefined
  now?: () => Date
}

/** The context of one request. */
export function providersContext({
  caller,
  em,
  search,
  files,
  claims,
  now = () => new Date(),
}: Request): ProvidersContext {
  const viewer = new Viewer(claims, policies)
  return {
    viewer,
    caller,
    em,
    search,
    now,
    files,
    activities: loaderOf(
      (activityId) =>
        em.find(Activity, { $and: [{ activityId: { $in: [...activityId] } }, visibleActivities(viewer)] }),
      (activity) => activity.activityId,
    ),
    organizations: loaderOf(
      (providerId) => em.find(ProviderOrganization, { providerId: { $in: [...providerId] } }),
      (organization) => organization.providerId,
    ),
    registered: new DataLoader(async (activities) => {
      const unread = activities.filter(({ mocRegistrations }) => !mocRegistrations.isInitialized())
      await em.populate(unread, ['mocRegistrations'])
      return activities
    }),
    surroundings: new DataLoader((activities) => surroundingsOf(em, activities, centralDay(now()))),
    similarTitles: new DataLoader((years) =>
      Promise.all(years.map((year) => findSimilar(em, viewer.ownProviderId(), year))),
    ),
  }
}
