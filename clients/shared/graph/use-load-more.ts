import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { type Problem, problemOf } from './problem'
import { useRouteVariables } from './use-route-query'

/** Fetches the next page of the list that a page’s operation shows; the cache joins it to the earlier ones. */
export function useLoadMore<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  given: Partial<Variables> = {},
) {
  const client = useApolloClient()
  const variables = useRouteVariables(document, given)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const loadMore = async (after: string | null | undefined) => {
    setPending(true)
    setProblem(undefined)
    try {
      const next: OperationVariables = { ...variables, after }
      await client.query<Data>({ query: document, variables: next, fetchPolicy: 'network-only' })
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setPending(false)
    }
  }
  return { loadMore, pending, problem }
}
