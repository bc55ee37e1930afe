import { ArrowLeft, ScanLine } from 'lucide-react'
import { Link } from 'react-router'
import { graphql } from '../../graphql'
import type { CheckInFactsFragment } from '../../graphql/graphql'
import { day, instant } from '../../shared/format/days'
import { amount, count } from '../../shared/format/numbers'
import { useLoadMore } from '../../shared/graph/use-load-more'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { Badge } from '../../shared/ui/badge'
import { Card } from '../../shared/ui/card'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { EmptyState } from '../../shared/ui/empty-state'
import { LoadMore } from '../../shared/ui/load-more'
import { Notice } from '../../shared/ui/notice'
import { Page } from '../../shared/ui/page'
import { paths } from '../paths'
import { OpenCheckIn } from './open-check-in'
import { standingOf } from './standing-of'

const CheckInsQuery = graphql(`
  query CheckIns($activityId: ID!, $after: String) {
    activity(activityId: $activityId) {
      activityId
      title
      status
      startsOn
      endsOn
      credits
    }
    checkIns(activityId: $activityId, first: 25, after: $after) {
      edges {
        cursor
        node {
          ...CheckInFacts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

export const CheckInFacts = graphql(`
  fragment CheckInFacts on CheckIn {
    checkInId
    place
    completedOn
    opensAt
    closesAt
    credits
    expectedAttendees
    attendees
    waiting
  }
`)

const columns: Column<CheckInFactsFragment>[] = [
  {
    id: 'place',
    header: 'Place',
    isRowHeader: true,
    grow: true,
    cell: ({ checkInId, place }) => <Link to={paths.checkIn(checkInId)}>{place}</Link>,
  },
  { id: 'day', header: 'Day', oneLine: true, cell: ({ completedOn }) => day(completedOn) },
  { id: 'opens', header: 'Open from', oneLine: true, cell: ({ opensAt }) => instant(opensAt) },
  { id: 'closes', header: 'Until', oneLine: true, cell: ({ closesAt }) => instant(closesAt) },
  { id: 'credits', header: 'Credits', align: 'end', cell: ({ credits }) => amount(credits) },
  { id: 'attendees', header: 'Checked in', align: 'end', cell: ({ attendees }) => count(attendees) },
  { id: 'waiting', header: 'To approve', align: 'end', cell: ({ waiting }) => count(waiting) },
  {
    id: 'standing',
    header: 'Standing',
    cell: (checkIn) => {
      const { label, tone } = standingOf(checkIn)
      return <Badge tone={tone}>{label}</Badge>
    },
  },
]

/** The check-ins to an activity, and the form that opens one. */
export function CheckInsPage() {
  const { activity, checkIns } = useRouteQuery(CheckInsQuery)
  const more = useLoadMore(CheckInsQuery)
  return (
    <Page
      title="Check-ins"
      lead="Physicians scan a code in the room and claim their credit themselves. You approve it; nothing counts before that."
      above={
        <Link to={paths.activity(activity.activityId)}>
          <ArrowLeft size={14} aria-hidden="true" /> {activity.title}
        </Link>
      }
    >
      {activity.status === 'ACTIVE' ? (
        <OpenCheckIn activity={activity} />
      ) : (
        <Notice tone="info" title="A check-in can be opened while the activity is active" />
      )}
      <Card title="Check-ins of this activity" flush>
        <DataTable
          label="Check-ins"
          columns={columns}
          items={checkIns.edges.map(({ node }) => node)}
          keyOf={({ checkInId }) => checkInId}
          empty={
            <EmptyState icon={ScanLine} title="No check-in yet">
              Open one above shortly before the activity begins, or days ahead.
            </EmptyState>
          }
        />
        {checkIns.edges.length > 0 && (
          <LoadMore shown={checkIns.edges.length} noun="check-in" page={checkIns.pageInfo} more={more} />
        )}
      </Card>
    </Page>
  )
}
