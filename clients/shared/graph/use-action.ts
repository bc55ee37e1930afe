import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { type Problem, problemOf } from './problem'

/** A mutation behind a button: run it, know whether it is under way, and show what stopped it. */
export function useAction<Data, Variables extends OperationVariables>(document: TypedDocumentNode<Data, Variables>) {
  const client = useApolloClient()
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const run = async (variables: Variables) => {
    setPending(true)
    setProblem(undefined)
    try {
      return (await client.mutate<Data, OperationVariables>({ mutation: document, variables })).data
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setPending(false)
    }
  }
  return { run, pending, problem }
}
