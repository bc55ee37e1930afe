import { useApolloClient } from '@apollo/client/react'
import { useEffect, useState } from 'react'
import { graphql } from '../../graphql'
import type { CompletionInput } from '../../graphql/graphql'
import { type Problem, problemOf } from '../../shared/graph/problem'
import type { Outcome } from './entry-issues'

export const TrySubmissionMutation = graphql(`
  mutation TrySubmission($input: CompletionInput!, $dryRun: Boolean!) {
    submitCompletion(input: $input, dryRun: $dryRun) {
      batch {
        batchId
      }
      row {
        rowId
        rowNumber
        outcome
        issues {
          code
          severity
          column
          message
          fix
        }
      }
    }
  }
`)

export interface DryRun {
  checking: boolean
  outcome?: Outcome
  problem?: Problem
}

/** Asks the graph what it would say to a learner, whenever the typing pauses; nothing is stored. */
export function useDryRun(input: CompletionInput | undefined): DryRun {
  const client = useApolloClient()
  const key = input && JSON.stringify(input)
  const [answer, setAnswer] = useState<{ key: string; outcome?: Outcome; problem?: Problem }>()
  useEffect(() => {
    if (key === undefined) return
    let overtaken = false
    const ask = async () => {
      const variables = { input: JSON.parse(key) as CompletionInput, dryRun: true }
      try {
        const { data } = await client.mutate({ mutation: TrySubmissionMutation, variables, fetchPolicy: 'no-cache' })
        if (!overtaken) setAnswer({ key, outcome: data?.submitCompletion.row })
      } catch (error) {
        if (!overtaken) setAnswer({ key, problem: problemOf(error) })
      }
    }
    const timer = setTimeout(ask, 450)
    return () => {
      overtaken = true
      clearTimeout(timer)
    }
  }, [client, key])
  if (key === undefined) return { checking: false }
  return answer?.key === key ? { checking: false, ...answer } : { checking: true, outcome: answer?.outcome }
}
