import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import { useSubscription } from '@apollo/client/react'
import { usePoll } from '../graph/use-poll'

/** How often a page asks anew while it follows something: where it has no line, and where it has one. */
const intervalsMs = { WITHOUT_LINE: 700, WITH_LINE: 10_000 }

/**
 * Follows what is under way by a subscription, and by asking again and again where there is no line to listen on; pages follow
 * through the cache. Returns what stops the asking.
 */
export function useProgress<Variables extends OperationVariables>(
  subscription: TypedDocumentNode<unknown, Variables>,
  query: TypedDocumentNode<unknown, Variables>,
  variables: Variables,
  isUnderWay: boolean,
) {
  const { error } = useSubscription<unknown, OperationVariables>(subscription, { variables, skip: !isUnderWay })
  // An event waits for older transactions anywhere on the server; whoever waits for the end of a file hears of it anyway.
  const intervalMs = error ? intervalsMs.WITHOUT_LINE : intervalsMs.WITH_LINE
  return usePoll(query, variables, isUnderWay ? intervalMs : undefined)
}
