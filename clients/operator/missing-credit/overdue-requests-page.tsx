import { CircleHelp } from 'lucide-react'
import { graphql } from '../../graphql'
import type { CreditRequestLineFragment } from '../../graphql/graphql'
import { claimedWords } from '../../shared/credit/claimed-points'
import { day } from '../../shared/format/days'
import { useLoadMore } from '../../shared/graph/use-load-more'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { RequestState, requestTitle } from '../../shared/missing-credit/request-line'
import { Card } from '../../shared/ui/card'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { EmptyState } from '../../shared/ui/empty-state'
import { LoadMore } from '../../shared/ui/load-more'
import { Page } from '../../shared/ui/page'
import { OverseeRequest } from './oversee-request'

const OverdueQuery = graphql(`
  query OverdueCreditRequests($after: String) {
    creditRequests(first: 25, after: $after, states: [ESCALATED]) {
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
    id: 'provider',
    header: 'Provider',
    isRowHeader: true,
    cell: ({ provider }) => (
      <>
        <strong>{provider.name}</strong>
        <br />
        <span className="soft small number">{provider.providerId}</span>
      </>
    ),
  },
  {
    id: 'request',
    header: 'Asked for',
    grow: true,
    cell: (request) => (
      <>
        {requestTitle(request)}
        <br />
        <span className="soft small">
          {`${claimedWords(request.credits, request.points)} of ${day(request.completedOn)}, for ${request.givenName} ${request.familyName}`}
        </span>
      </>
    ),
  },
  { id: 'due', header: 'Answer was due', oneLine: true, cell: ({ deadlineOn }) => day(deadlineOn) },
  { id: 'state', header: 'Where it stands', cell: ({ state }) => <RequestState state={state} /> },
  { id: 'oversee', header: 'Remind or close', plain: true, cell: (request) => <OverseeRequest request={request} /> },
]

/** Requests for missing credit to which providers have not answered in their 30 days. */
export function OverdueRequestsPage() {
  const { creditRequests } = useRouteQuery(OverdueQuery)
  const more = useLoadMore(OverdueQuery)
  const requests = creditRequests.edges.map(({ node }) => node)
  return (
    <Page
      title="Unanswered requests"
      lead="Physicians asked for missing credit, and the provider let its 30 days pass. Remind it, or close the request so that the physician knows."
    >
      <Card flush>
        <DataTable
          label="Unanswered requests"
          columns={columns}
          items={requests}
          keyOf={({ requestId }) => requestId}
          empty={
            <EmptyState icon={CircleHelp} title="Every provider has answered in time">
              A request appears here when its provider has not answered within 30 days.
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
