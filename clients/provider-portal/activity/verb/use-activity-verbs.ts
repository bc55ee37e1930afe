import type { TypedDocumentNode } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../../graphql'
import type { ActivityAnswerFragment, ActivityInput, MocAttestation } from '../../../graphql/graphql'
import { type Problem, problemOf } from '../../../shared/graph/problem'
import { keepSaved } from '../form/use-activity-form'

export const ActivityAnswer = graphql(`
  fragment ActivityAnswer on ActivityResult {
    saved
    activity {
      ...ActivityStanding
      ...ActivityValues
    }
    issues {
      ...IssueWords
    }
    missingFor {
      active {
        ...IssueWords
      }
      closed {
        ...IssueWords
      }
    }
  }
`)

const Activate = graphql(`
  mutation Activate($activityId: ID!, $expectedVersion: Int) {
    activateActivity(activityId: $activityId, expectedVersion: $expectedVersion) {
      ...ActivityAnswer
    }
  }
`)

const Close = graphql(`
  mutation CloseActivity($activityId: ID!, $expectedVersion: Int) {
    closeActivity(activityId: $activityId, expectedVersion: $expectedVersion) {
      ...ActivityAnswer
    }
  }
`)

const Reopen = graphql(`
  mutation ReopenActivity($activityId: ID!, $expectedVersion: Int) {
    reopenActivity(activityId: $activityId, expectedVersion: $expectedVersion) {
      ...ActivityAnswer
    }
  }
`)

const Delete = graphql(`
  mutation DeleteActivity($activityId: ID!, $expectedVersion: Int) {
    deleteActivity(activityId: $activityId, expectedVersion: $expectedVersion) {
      ...ActivityAnswer
    }
  }
`)

const Undo = graphql(`
  mutation UndoActivity($activityId: ID!, $expectedVersion: Int) {
    undoActivity(activityId: $activityId, expectedVersion: $expectedVersion) {
      ...ActivityAnswer
    }
  }
`)

const Repeat = graphql(`
  mutation RepeatActivity($activityId: ID!, $input: ActivityInput, $attestations: [MocAttestation!]!) {
    copyActivity(activityId: $activityId, input: $input, attestations: $attestations) {
      ...ActivityAnswer
    }
  }
`)

const Start = graphql(`
  mutation StartActivity($input: ActivityInput!) {
    saveActivity(input: $input) {
      ...ActivityAnswer
    }
  }
`)

interface Target {
  activityId: string
  expectedVersion?: number
}

/** What can be done with an activity as a whole. What the rules refuse comes back as issues, what failed as a problem. */
export function useActivityVerbs() {
  const client = useApolloClient()
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const [answer, setAnswer] = useState<ActivityAnswerFragment>()

  const run = async <Data extends Record<string, unknown>, Variables extends Record<string, unknown>>(
    mutation: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    answerOf: (data: Data) => ActivityAnswerFragment,
  ) => {
    setPending(true)
    setProblem(undefined)
    setAnswer(undefined)
    try {
      const { data } = await client.mutate<Data, Record<string, unknown>>({
        mutation,
        variables,
        fetchPolicy: 'no-cache',
      })
      if (!data) throw new Error('The answer is empty.')
      const given = answerOf(data)
      setAnswer(given)
      keepSaved(client.cache, given)
      // What can be done now, and the history, are asked for anew.
      if (given.saved) void client.refetchQueries({ include: 'active' })
      return given
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setPending(false)
    }
  }
  return {
    pending,
    problem,
    answer,
    activate: (target: Target) => run(Activate, target, (data) => data.activateActivity),
    close: (target: Target) => run(Close, target, (data) => data.closeActivity),
    reopen: (target: Target) => run(Reopen, target, (data) => data.reopenActivity),
    remove: (target: Target) => run(Delete, target, (data) => data.deleteActivity),
    undo: (target: Target) => run(Undo, target, (data) => data.undoActivity),
    start: (input: ActivityInput) => run(Start, { input }, (data) => data.saveActivity),
    repeat: (activityId: string, input: ActivityInput, attestations: MocAttestation[]) =>
      run(Repeat, { activityId, input, attestations }, (data) => data.copyActivity),
  }
}
