import { CircleHelp, FilePlus2 } from 'lucide-react'
import { graphql } from '../../graphql'
import { useLoadMore } from '../../shared/graph/use-load-more'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { ButtonLink } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { EmptyState } from '../../shared/ui/empty-state'
import { LoadMore } from '../../shared/ui/load-more'
import { Page } from '../../shared/ui/page'
import { paths } from '../paths'
import { RequestList } from './request-list'
import { WhatToDo } from './what-to-do'

const MyRequestsQuery = graphql(`
  query MyCreditRequests($after: String) {
    creditRequests(first: 25, after: $after) {
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

/** What the physician has asked for, and what to do when credit is missing. */
export function RequestsPage() {
  const { creditRequests } = useRouteQuery(MyRequestsQuery)
  const more = useLoadMore(MyRequestsQuery)
  const requests = creditRequests.edges.map(({ node }) => node)
  return (
    <Page
      title="Missing credit"
      lead="Credit is here as soon as its provider has reported it. If some is not, ask the provider. A request is no credit, and counts nowhere before it is confirmed."
      actions={
        <ButtonLink to={paths.askForCredit}>
          <FilePlus2 size={16} aria-hidden="true" /> Ask for missing credit
        </ButtonLink>
      }
    >
      <Card title="My requests" note="Newest first" flush>
        <RequestList
          label="My requests"
          requests={requests}
          empty={
            <EmptyState icon={CircleHelp} title="You have not asked for credit yet">
              Your requests and the answers to them appear here.
            </EmptyState>
          }
        />
        {requests.length > 0 && (
          <LoadMore shown={requests.length} noun="request" page={creditRequests.pageInfo} more={more} />
        )}
      </Card>
      <WhatToDo />
    </Page>
  )
}
