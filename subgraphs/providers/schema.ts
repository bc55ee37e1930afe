import { buildFederatedSchema, printSubgraph, type SubgraphDefinition } from '../shared/graphql/federation-schema.js'
import { ActivityResolver } from './activity/activity.resolver.js'
import { ActivityFactsResolver } from './activity/activity-facts.resolver.js'
import { ChangeActivityResolver } from './activity/change-activity.resolver.js'
import { SearchResolver } from './activity/search/search.resolver.js'
import type { ProvidersContext } from './context.js'
import { ReceiveCreditResolver } from './credit/receive-credit.resolver.js'
import { ActivityFeedResolver } from './feed/activity-feed.resolver.js'
import { ProviderOrganization } from './organization/provider-organization.js'

const definition: SubgraphDefinition<ProvidersContext> = {
  resolvers: [
    ActivityResolver,
    ActivityFactsResolver,
    ChangeActivityResolver,
    ActivityFeedResolver,
    ReceiveCreditResolver,
    SearchResolver,
  ],
  orphanedTypes: [ProviderOrganization],
  references: {
    Activity: ({ activityId }, context) => context.activities.load(String(activityId)),
    ProviderOrganization: ({ providerId }, context) => context.organizations.load(String(providerId)),
  },
}

/** The SDL of this subgraph, as it is composed. */
export const printProviders = () => printSubgraph(definition)

/** The executable schema of this subgraph. */
export const buildProviders = () => buildFederatedSchema(definition)
