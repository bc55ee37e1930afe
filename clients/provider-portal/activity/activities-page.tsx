import { BookOpen } from 'lucide-react'
import { Link, useSearchParams } from 'react-router'
import { graphql } from '../../graphql'
import type { ActivitiesQuery as ActivitiesData, ActivityStatus } from '../../graphql/graphql'
import { activityFormats, activityStatuses } from '../../shared/credit/words'
import { daySpan } from '../../shared/format/days'
import { amount } from '../../shared/format/numbers'
import { useLoadMore } from '../../shared/graph/use-load-more'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { Badge } from '../../shared/ui/badge'
import { Card } from '../../shared/ui/card'
import { Choices } from '../../shared/ui/choices'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { EmptyState } from '../../shared/ui/empty-state'
import { SearchLine } from '../../shared/ui/field'
import { LoadMore } from '../../shared/ui/load-more'
import { Page } from '../../shared/ui/page'
import { paths } from '../paths'

const ActivitiesQuery = graphql(`
  query Activities($status: ActivityStatus, $search: String, $after: String) {
    activities(first: 25, after: $after, status: $status, search: $search) {
      edges {
        cursor
        node {
          activityId
          title
          activityFormat
          startsOn
          endsOn
          credits
          status
          mocRegistrations {
            points
            board {
              code
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

type ActivityLine = ActivitiesData['activities']['edges'][number]['node']

const columns: Column<ActivityLine>[] = [
  {
    id: 'title',
    header: 'Activity',
    isRowHeader: true,
    grow: true,
    cell: ({ activityId, title }) => (
      <>
        <Link to={paths.activity(activityId)}>{title}</Link>
        <br />
        <span className="soft small number">{activityId}</span>
      </>
    ),
  },
  { id: 'format', header: 'Format', cell: ({ activityFormat }) => activityFormat && activityFormats[activityFormat] },
  { id: 'dates', header: 'Dates', oneLine: true, cell: ({ startsOn, endsOn }) => daySpan(startsOn, endsOn) },
  { id: 'credits', header: 'Credits', align: 'end', cell: ({ credits }) => (credits ? amount(credits) : '–') },
  {
    id: 'moc',
    header: 'MOC',
    cell: ({ mocRegistrations }) =>
      mocRegistrations.map(({ board, points }) => `${amount(points)} ${board.code}`).join(', ') || '–',
  },
  {
    id: 'status',
    header: 'Status',
    cell: ({ status }) => <Badge tone={activityStatuses[status].tone}>{activityStatuses[status].label}</Badge>,
  },
]

const statuses: readonly { value: ActivityStatus | 'ALL'; label: string }[] = [
  { value: 'ALL', label: 'All' },
  { value: 'ACTIVE', label: 'Active' },
  { value: 'DRAFT', label: 'Draft' },
  { value: 'CLOSED', label: 'Closed' },
]

/** The provider’s activities, searched and filtered in the address. */
export function ActivitiesPage() {
  const { activities } = useRouteQuery(ActivitiesQuery)
  const more = useLoadMore(ActivitiesQuery)
  const [params, setParams] = useSearchParams()
  const change = (name: string, value: string) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        if (value) after.set(name, value)
        else after.delete(name)
        return after
      },
      { replace: true },
    )
  const status = statuses.find(({ value }) => value === params.get('status'))?.value ?? 'ALL'
  return (
    <Page title="Activities" lead="What learners can have completed. Use an activity’s ID in your spreadsheet.">
      <div className="row" data-apart>
        <SearchLine
          label="Search activities"
          placeholder="Title or activity ID"
          value={params.get('search') ?? ''}
          onSearch={(text) => change('search', text)}
        />
        <Choices
          label="Status"
          options={statuses}
          value={status}
          onChange={(value) => change('status', value === 'ALL' ? '' : value)}
        />
      </div>
      <Card flush>
        <DataTable
          label="Activities"
          columns={columns}
          items={activities.edges.map((edge) => edge.node)}
          keyOf={(activity) => activity.activityId}
          empty={
            <EmptyState icon={BookOpen} title="No activity fits">
              Try fewer letters, or another status.
            </EmptyState>
          }
        />
        {activities.edges.length > 0 && (
          <LoadMore
            shown={activities.edges.length}
            noun="activity"
            nouns="activities"
            page={activities.pageInfo}
            more={more}
          />
        )}
      </Card>
    </Page>
  )
}
