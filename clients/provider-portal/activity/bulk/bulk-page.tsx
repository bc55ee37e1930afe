import { ArrowLeft, TableProperties } from 'lucide-react'
import { Link, useLocation } from 'react-router'
import { graphql } from '../../../graphql'
import { useRouteQuery } from '../../../shared/graph/use-route-query'
import { Card } from '../../../shared/ui/card'
import { EmptyState } from '../../../shared/ui/empty-state'
import { Page } from '../../../shared/ui/page'
import { paths } from '../../paths'
import { BulkTable } from './bulk-table'

const BulkActivitiesQuery = graphql(`
  query BulkActivities(
    $search: String
    $status: ActivityStatus
    $attention: ActivityAttention
    $formats: [ActivityFormat!]
    $year: Int
    $displayInPassport: Boolean
    $sort: ActivitySort! = STARTS_DESC
  ) {
    activities(
      first: 100
      search: $search
      status: $status
      attention: $attention
      formats: $formats
      year: $year
      displayInPassport: $displayInPassport
      sort: $sort
    ) {
      edges {
        cursor
        node {
          ...BulkActivity
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** The activities of the list’s filter as a table in which many are changed at once. */
export function BulkPage() {
  const { edges, pageInfo } = useRouteQuery(BulkActivitiesQuery).activities
  const { search } = useLocation()
  return (
    <Page
      title="Edit activities in a table"
      lead={
        pageInfo.hasNextPage
          ? 'The first 100 activities of the filter; narrow it to reach the others. Nothing is stored until you save.'
          : 'The activities of the filter. Nothing is stored until you save.'
      }
      above={
        <Link to={`${paths.activities}${search}`}>
          <ArrowLeft size={14} aria-hidden="true" /> Activities
        </Link>
      }
    >
      <Card flush>
        {edges.length > 0 ? (
          <BulkTable activities={edges.map(({ node }) => node)} />
        ) : (
          <EmptyState icon={TableProperties} title="No activity fits the filter">
            Choose another filter in the list of activities.
          </EmptyState>
        )}
      </Card>
    </Page>
  )
}
