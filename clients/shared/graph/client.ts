import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client'
import { relayStylePagination } from '@apollo/client/utilities'
import { OperationTypeNode } from 'graphql'
import { liveLink } from '../live/live-link'
import { byName } from './by-name'

/** The client of the graph: one a page load, with the session cookie of this origin. */
export function createGraphClient() {
  return new ApolloClient({
    link: byName.concat(
      ApolloLink.split(
        ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
        liveLink,
        new HttpLink({ uri: '/graphql', credentials: 'same-origin' }),
      ),
    ),
    cache: new InMemoryCache({
      typePolicies: {
        Query: {
          fields: {
            activities: relayStylePagination([
              'search',
              'status',
              'attention',
              'formats',
              'year',
              'boardCode',
              'displayInPassport',
              'sort',
            ]),
            activityBatches: relayStylePagination(),
            searchActivities: relayStylePagination(['text', 'filter', 'sort']),
            licensees: relayStylePagination(['search']),
            batches: relayStylePagination(),
            checkIns: relayStylePagination(['activityId']),
            validationBatches: relayStylePagination(),
            creditRequests: relayStylePagination(['states']),
            submissions: relayStylePagination([
              'text',
              'status',
              'standing',
              'activityId',
              'familyName',
              'completedFrom',
              'completedTo',
              'source',
              'batchId',
            ]),
            notifications: relayStylePagination(),
            qualityHints: relayStylePagination(['year', 'dismissed']),
            providerYears: relayStylePagination(['year', 'lateOnly']),
            pendingMoc: relayStylePagination(),
            mergeProposals: relayStylePagination(['status']),
            guessLocks: relayStylePagination(),
            reviewCases: relayStylePagination(['state', 'kind', 'providerId']),
            transcripts: relayStylePagination(),
            boardDashboard: { keyArgs: ['from', 'to'], merge: true },
          },
        },
        Viewer: { keyFields: ['accountId'] },
        MergeProposal: { keyFields: ['proposalId'] },
        ReviewCase: { keyFields: ['caseId'], fields: { claim: { merge: true } } },
        YearEnd: { keyFields: ['year'] },
        Notification: { keyFields: ['notificationId'] },
        ProviderOrganization: { keyFields: ['providerId'] },
        Activity: { keyFields: ['activityId'], fields: { history: relayStylePagination([]) } },
        ActivityBatch: {
          keyFields: ['batchId'],
          fields: { rows: relayStylePagination(['outcome', 'withIssues']), counts: { merge: true } },
        },
        ActivityBatchRow: { keyFields: ['rowId'] },
        Board: { keyFields: ['code'] },
        Learner: { keyFields: ['learnerId'], fields: { completions: relayStylePagination(['from', 'to']) } },
        LicenseRecord: { keyFields: ['licenseId'] },
        Completion: { keyFields: ['completionId'] },
        SubmittedRecord: { keyFields: ['completionId'] },
        CmeCredit: { keyFields: ['partId'] },
        MocCredit: { keyFields: ['partId'] },
        Batch: {
          keyFields: ['batchId'],
          fields: {
            rows: relayStylePagination(['outcome', 'withIssues', 'corrected']),
            rowsToCorrect: relayStylePagination(['code', 'column']),
            counts: { merge: true },
            correction: { merge: true },
          },
        },
        BatchRow: { keyFields: ['rowId'] },
        RowToCorrect: { keyFields: ['rowToCorrectId'] },
        ValidationBatch: {
          keyFields: ['batchId'],
          fields: {
            rows: relayStylePagination(['onlyProblems', 'licenseDecision', 'boardDecision']),
            counts: { merge: true },
            progress: { merge: true },
          },
        },
        ValidationBatchRow: { keyFields: ['rowId'] },
        BoardDashboard: { fields: { recent: relayStylePagination([]) } },
        CreditRequest: { keyFields: ['requestId'] },
        Transcript: { keyFields: ['transcriptId'] },
        CheckIn: {
          keyFields: ['checkInId'],
          fields: { claims: relayStylePagination(['state']), codes: { merge: true } },
        },
        AttendanceClaim: { keyFields: ['claimId'] },
      },
    }),
  })
}
