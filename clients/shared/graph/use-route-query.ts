import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import { useSuspenseQuery } from '@apollo/client/react'
import { useParams, useSearchParams } from 'react-router'
import { routeVariables } from './route-variables'

/** The variables of an operation on this address: path and search parameters of the same name, then what is given. */
export function useRouteVariables<Variables extends OperationVariables>(
  document: TypedDocumentNode<unknown, Variables>,
  given: Partial<Variables> = {},
): Variables {
  const [search] = useSearchParams()
  return routeVariables(document, given, useParams(), search) as Variables
}

/** The answer to a page’s operation; the page waits for it in the frame’s skeleton and fails in the frame’s error state. */
export function useRouteQuery<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  given: Partial<Variables> = {},
) {
  const variables = useRouteVariables(document, given)
  return useSuspenseQuery(document, { variables, fetchPolicy: 'cache-and-network' }).data
}
