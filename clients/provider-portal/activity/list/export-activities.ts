import type { ApolloClient } from '@apollo/client'
import { graphql } from '../../../graphql'
import type {
  ActivityExportQuery as ExportData,
  ActivityExportQueryVariables as Filter,
} from '../../../graphql/graphql'
import {
  activityFormats,
  activityStatuses,
  deliveryMethods,
  participationFees,
  registrations,
} from '../../../shared/credit/words'
import { today } from '../../../shared/format/days'
import { type CsvColumn, download, toCsv } from './csv'

const ActivityExportQuery = graphql(`
  query ActivityExport(
    $search: String
    $status: ActivityStatus
    $attention: ActivityAttention
    $formats: [ActivityFormat!]
    $year: Int
    $displayInPassport: Boolean
    $sort: ActivitySort!
    $after: String
  ) {
    activities(
      first: 100
      after: $after
      search: $search
      status: $status
      attention: $attention
      formats: $formats
      year: $year
      displayInPassport: $displayInPassport
      sort: $sort
    ) {
      totalCount
      edges {
        cursor
        node {
          activityId
          providerActivityId
          title
          status
          activityFormat
          deliveryMethods
          startsOn
          endsOn
          credits
          physicianLearners
          otherLearners
          displayInPassport
          fee
          registration
          url
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

type Exported = ExportData['activities']['edges'][number]['node']

/** The most activities that one file holds. */
export const maxExported = 10_000

const columns: CsvColumn<Exported>[] = [
  { header: 'ACCME Activity ID', text: ({ activityId }) => activityId },
  { header: 'Provider Activity ID', text: ({ providerActivityId }) => providerActivityId },
  { header: 'Title', text: ({ title }) => title },
  { header: 'Status', text: ({ status }) => activityStatuses[status].label },
  { header: 'Activity Format', text: ({ activityFormat }) => activityFormat && activityFormats[activityFormat] },
  {
    header: 'Delivery Method(s)',
    text: ({ deliveryMethods: methods }) => methods.map((each) => deliveryMethods[each]).join('; '),
  },
  { header: 'Start Date', text: ({ startsOn }) => startsOn },
  { header: 'End Date', text: ({ endsOn }) => endsOn },
  { header: 'Number of Credits', text: ({ credits }) => credits },
  { header: 'Physician Learners', text: ({ physicianLearners }) => physicianLearners },
  { header: 'Other Learners', text: ({ otherLearners }) => otherLearners },
  {
    header: 'Display in CME Passport',
    text: ({ displayInPassport }) => (displayInPassport === null ? null : displayInPassport ? 'Yes' : 'No'),
  },
  { header: 'Fee', text: ({ fee }) => fee && participationFees[fee] },
  { header: 'Registration', text: ({ registration }) => registration && registrations[registration] },
  { header: 'URL', text: ({ url }) => url },
]

/** Writes the activities of a filter to a file; tells how many of how many it got on the way. */
export async function exportActivities(
  client: ApolloClient,
  filter: Filter,
  onProgress: (done: number, all: number) => void,
) {
  const found: Exported[] = []
  let after: string | null | undefined
  do {
    const { data } = await client.query({
      query: ActivityExportQuery,
      variables: { ...filter, after },
      fetchPolicy: 'no-cache',
    })
    if (!data) throw new Error('The answer is empty.')
    const { edges, pageInfo, totalCount } = data.activities
    found.push(...edges.map(({ node }) => node))
    onProgress(found.length, Math.min(totalCount, maxExported))
    after = pageInfo.hasNextPage && found.length < maxExported ? pageInfo.endCursor : undefined
  } while (after)
  download(`activities-${today()}.csv`, toCsv(columns, found))
  return found.length
}
