import { admit } from '../reference/access.js'
import { buildFederatedSchema, printSubgraph, type SubgraphDefinition } from '../shared/graphql/federation-schema.js'
import { providersAccess } from './access.js'
import { ActivityConnectionResolver, ActivityResolver } from './activity/activity.resolver.js'
import { ActivityFactsResolver } from './activity/activity-facts.resolver.js'
import { ActivityReviewResolver } from './activity/activity-review.resolver.js'
import { ChangeActivityResolver } from './activity/change-activity.resolver.js'
import { ActivityFormResolver } from './activity/form/activity-form.resolver.js'
import { SearchResolver } from './activity/search/search.resolver.js'
import type { ProvidersContext } from './context.js'
import { ReceiveCreditResolver } from './credit/receive-credit.resolver.js'
import { ActivityFeedResolver } from './feed/activity-feed.resolver.js'
import { ActivityBatchResolver } from './intake/batch/activity-batch.resolver.js'
import { ActivityBatchRowResolver } from './intake/batch/activity-batch-row.resolver.js'
import { LiveResolver } from './live/live.resolver.js'
import { PublicChangeResolver } from './live/public-change.js'
import { sharedFields } from './live/shared-fields.js'
import { MarkResolver } from './mark/mark.resolver.js'
import { ProviderOrganization } from './organization/provider-organization.js'
import { LateProvidersResolver } from './year-end/late-providers.resolver.js'
import { NotificationResolver } from './year-end/notification.resolver.js'
import { QualityResolver } from './year-end/quality.resolver.js'
import { YearEndResolver } from './year-end/year-end.resolver.js'

const definition: SubgraphDefinition<ProvidersContext> = {
  resolvers: [
    ActivityBatchResolver,
    ActivityBatchRowResolver,
    ActivityResolver,
    ActivityConnectionResolver,
    ActivityFactsResolver,
    ActivityFormResolver,
    ActivityReviewResolver,
    ChangeActivityResolver,
    ActivityFeedResolver,
    LiveResolver,
    PublicChangeResolver,
    ReceiveCreditResolver,
    SearchResolver,
    YearEndResolver,
    QualityResolver,
    NotificationResolver,
    LateProvidersResolver,
    MarkResolver,
  ],
  orphanedTypes: [ProviderOrganization],
  references: {
    Activity: ({ activityId }, context) => context.activities.load(String(activityId)),
    ProviderOrganization: ({ providerId }, context) => context.organizations.load(String(providerId)),
  },
  hasNodes: true,
  sharedFields,
  access: providersAccess,
  admit,
}

/** The SDL of this subgraph, as it is composed. */
export const printProviders = () => printSubgraph(definition)

/** The executable schema of this subgraph. */
export const buildProviders = () => buildFederatedSchema(definition)
