import { CircleHelp } from 'lucide-react'
import { Link, useSearchParams } from 'react-router'
import { graphql } from '../../graphql'
import type { CreditRequestLineFragment, CreditRequestState } from '../../graphql/graphql'
import { day } from '../../shared/format/days'
import { useLoadMore } from '../../shared/graph/use-load-more'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { askedColumns } from '../../shared/missing-credit/asked-columns'
import { RequestState, requestTitle } from '../../shared/missing-credit/request-line'
import { openStates } from '../../shared/missing-credit/request-words'
import { Card } from '../../shared/ui/card'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { EmptyState } from '../../shared/ui/empty-state'
import { FilterLinks } from '../../shared/ui/filter-links'
import { LoadMore } from '../../shared/ui/load-more'
import { Page } from '../../shared/ui/page'
import { paths } from '../paths'
import { ConfirmRequest } from './confirm-request'

const RequestsQuery = graphql(`
  query CreditRequests($states: [CreditRequestState!], $after: String) {
    creditRequestCounts {
      open
      overdue
    }
    creditRequests(first: 25, after: $after, states: $states) {
      edges {
        cursor
        node {
          ...CreditRequestLine
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const columns: Column<CreditRequestLineFragment>[] = [
  {
    id: 'physician',
    header: 'Physician',
    isRowHeader: true,
    cell: ({ requestId, givenName, familyName }) => (
      <Link to={paths.creditRequest(requestId)}>{`${givenName} ${familyName}`}</Link>
    ),
  },
  {
    id: 'activity',
    header: 'Activity',
    grow: true,
    cell: (request) => (
      <>
        {requestTitle(request)}
        <br />
        <span className="soft small number">{request.activity?.activityId ?? 'Described in words'}</span>
      </>
    ),
  },
  ...askedColumns,
  {
    id: 'state',
    header: 'Where it stands',
    cell: ({ state, isOpen, deadlineOn }) => (
      <>
        <RequestState state={state} />
        {isOpen && (
          <>
            <br />
            <span className="soft small">
              {state === 'ESCALATED' ? `The answer was due on ${day(deadlineOn)}` : `Answer by ${day(deadlineOn)}`}
            </span>
          </>
        )}
      </>
    ),
  },
  {
    id: 'confirm',
    header: 'Confirm',
    plain: true,
    cell: (request) =>
      request.isOpen &&
      (request.activity ? (
        <ConfirmRequest size="s" request={request} />
      ) : (
        <Link to={paths.creditRequest(request.requestId)}>Choose the activity</Link>
      )),
  },
]

/** Which part of the requests a word in the address shows. */
const shown: Record<string, CreditRequestState[]> = {
  waiting: openStates,
  overdue: ['ESCALATED'],
  answered: ['CONFIRMED', 'REJECTED', 'WITHDRAWN'],
}

/** What physicians say is missing from their record. */
export function RequestsPage() {
  const [search] = useSearchParams()
  const show = search.get('show') ?? 'waiting'
  const states = shown[show] ?? openStates
  const { creditRequests, creditRequestCounts: counts } = useRouteQuery(RequestsQuery, { states })
  const more = useLoadMore(RequestsQuery, { states })
  const requests = creditRequests.edges.map(({ node }) => node)
  const link = (label: string, part: string, count?: number) => ({
    label,
    to: paths.creditRequests(part),
    isCurrent: show === part,
    count,
  })
  return (
    <Page
      title="Missing credit"
      lead="Physicians ask you for credit that is not on their record. Confirm it and it is recorded like any other; or say why not. You have 30 days."
    >
      <FilterLinks
        label="Requests"
        options={[
          link('Waiting for you', 'waiting', counts.open),
          link('Overdue', 'overdue', counts.overdue),
          link('Answered', 'answered'),
        ]}
      />
      <Card flush>
        <DataTable
          label="Requests"
          columns={columns}
          items={requests}
          keyOf={({ requestId }) => requestId}
          empty={
            <EmptyState icon={CircleHelp} title="No requests here">
              When a physician misses credit of one of your activities, the request appears here.
            </EmptyState>
          }
        />
        {requests.length > 0 && (
          <LoadMore shown={requests.length} noun="request" page={creditRequests.pageInfo} more={more} />
        )}
      </Card>
    </Page>
  )
}
