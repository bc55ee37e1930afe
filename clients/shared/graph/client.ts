import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client'
import { relayStylePagination } from '@apollo/client/utilities'

/** The client of the graph: one a page load, with the session cookie of this origin. */
export function createGraphClient() {
  return new ApolloClient({
    link: new HttpLink({ uri: '/graphql', credentials: 'same-origin' }),
    cache: new InMemoryCache({
      typePolicies: {
        Query: {
          fields: {
            activities: relayStylePagination(['status', 'search']),
            searchActivities: relayStylePagination(['text', 'filter', 'sort']),
            licensees: relayStylePagination(['search']),
            batches: relayStylePagination(),
            submissions: relayStylePagination(),
            pendingMoc: relayStylePagination(),
            transcripts: relayStylePagination(),
            boardDashboard: { keyArgs: ['from', 'to'], merge: true },
          },
        },
        Viewer: { keyFields: ['accountId'] },
        ProviderOrganization: { keyFields: ['providerId'] },
        Activity: { keyFields: ['activityId'] },
        Board: { keyFields: ['code'] },
        Learner: { keyFields: ['learnerId'], fields: { completions: relayStylePagination(['from', 'to']) } },
        LicenseRecord: { keyFields: ['licenseId'] },
        Completion: { keyFields: ['completionId'] },
        CmeCredit: { keyFields: ['partId'] },
        MocCredit: { keyFields: ['partId'] },
        Batch: {
          keyFields: ['batchId'],
          fields: { rows: relayStylePagination(['outcome', 'withIssues']), counts: { merge: true } },
        },
        BatchRow: { keyFields: ['rowId'] },
        BoardDashboard: { fields: { recent: relayStylePagination([]) } },
        Transcript: { keyFields: ['transcriptId'] },
      },
    }),
  })
}
