import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import { useQuery } from '@apollo/client/react'
import { problemOf } from './problem'

/** Asks again and again while something is under way; pages follow through the cache. Returns what stops the asking. */
export function usePoll<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  intervalMs: number | undefined,
) {
  const { error } = useQuery<Data, OperationVariables>(document, {
    variables,
    skip: intervalMs === undefined,
    pollInterval: intervalMs ?? 0,
    fetchPolicy: 'network-only',
  })
  return error && problemOf(error)
}
