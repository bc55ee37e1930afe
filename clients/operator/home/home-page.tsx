import { graphql } from '../../graphql'
import { useViewer } from '../../shared/app/viewer'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { AttentionList } from '../../shared/ui/attention-list'
import { Page } from '../../shared/ui/page'
import { lastYear, waitingItems } from './waiting-items'

const HomeQuery = graphql(`
  query OperatorHome($year: Int!) {
    reviewCounts {
      kind
      open
      rows
    }
    confirmable: reviewCases(first: 30, state: PROPOSED) {
      edges {
        cursor
        node {
          caseId
          history {
            step
            by
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    proposed: mergeProposals(first: 30, status: PROPOSED) {
      edges {
        cursor
        node {
          proposalId
          decisions {
            decision
            decidedBy
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    suggested: mergeProposals(first: 30, status: SUGGESTED) {
      edges {
        cursor
        node {
          proposalId
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    creditRequestCounts {
      overdue
    }
    guessLocks(first: 30) {
      edges {
        cursor
        node {
          provider {
            providerId
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    providerYears(year: $year, lateOnly: true, first: 30) {
      edges {
        cursor
        node {
          provider {
            providerId
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

/** What waits for the operator, each one step from where it is done. */
export function HomePage() {
  const viewer = useViewer()
  const home = useRouteQuery(HomeQuery, { year: lastYear() })
  return (
    <Page title="Operator" lead="Who is who, who may ask, and who is late: what only an operator can settle.">
      <AttentionList
        items={waitingItems(home, viewer)}
        otherwise="Rows under review, merges, guess locks and late providers appear here."
      />
    </Page>
  )
}
