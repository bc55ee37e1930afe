import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import { useQuery } from '@apollo/client/react'

/** Asks again and again while something is under way; pages that show the same things follow through the cache. */
export function usePoll<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  intervalMs: number | undefined,
) {
  return useQuery<Data, OperationVariables>(document, {
    variables,
    skip: intervalMs === undefined,
    pollInterval: intervalMs ?? 0,
    fetchPolicy: 'network-only',
  })
}
