import { useQuery } from '@apollo/client/react'
import { useSearchParams } from 'react-router'
import { graphql } from '../../graphql'
import { useRouteVariables } from '../../shared/graph/use-route-query'
import { paths, reviewFilterOf } from '../paths'

const QueueQuery = graphql(`
  query ReviewQueue($state: ReviewState, $kind: ReviewKind, $providerId: ID) {
    reviewCases(first: 100, state: $state, kind: $kind, providerId: $providerId) {
      edges {
        cursor
        node {
          caseId
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** The cases before and after this one in the list from which it was opened, as addresses. */
export function useQueue(caseId: string) {
  const [search] = useSearchParams()
  const filter = reviewFilterOf(search)
  const { data } = useQuery(QueueQuery, { variables: useRouteVariables(QueueQuery), fetchPolicy: 'network-only' })
  const cases = data?.reviewCases.edges.map(({ node }) => node.caseId) ?? []
  const place = cases.indexOf(caseId)
  const addressOf = (id: string | undefined) => id && paths.review(id, filter)
  return {
    list: paths.reviews(filter),
    next: addressOf(cases[place + 1]),
    previous: addressOf(cases[place - 1]),
    place:
      place >= 0 ? `${place + 1} of ${cases.length}${data?.reviewCases.pageInfo.hasNextPage ? ' or more' : ''}` : '',
  }
}
