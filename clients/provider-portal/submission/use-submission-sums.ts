import { useBackgroundQuery, useQuery } from '@apollo/client/react'
import { graphql } from '../../graphql'
import type {
  SubmissionActivitiesQuery as ActivitiesData,
  SubmissionSumsQuery as TotalsData,
} from '../../graphql/graphql'
import { type Problem, problemOf } from '../../shared/graph/problem'
import { useRouteVariables } from '../../shared/graph/use-route-query'

const SubmissionSumsQuery = graphql(`
  query SubmissionSums(
    $text: String
    $standing: BoardStanding
    $activityId: ID
    $completedFrom: Date
    $completedTo: Date
    $source: CompletionSource
    $batchId: ID
  ) {
    submissionTotals(
      text: $text
      standing: $standing
      activityId: $activityId
      completedFrom: $completedFrom
      completedTo: $completedTo
      source: $source
      batchId: $batchId
    ) {
      records
      accepted
      pending
      rejected
    }
  }
`)

const SubmissionActivitiesQuery = graphql(`
  query SubmissionActivities(
    $text: String
    $status: CreditStatus
    $standing: BoardStanding
    $completedFrom: Date
    $completedTo: Date
    $source: CompletionSource
    $batchId: ID
  ) {
    submissionsByActivity(
      first: 50
      text: $text
      status: $status
      standing: $standing
      completedFrom: $completedFrom
      completedTo: $completedTo
      source: $source
      batchId: $batchId
    ) {
      records
      activity {
        activityId
        title
      }
    }
  }
`)

/** What the records under the filter of the address add up to, as far as it has been counted. */
export interface SubmissionSums {
  totals: TotalsData['submissionTotals'] | undefined
  /** The activities with most records; without numbers as long as those of another filter stand in. */
  byActivity: readonly (Pick<ByActivity, 'activity'> & Partial<ByActivity>)[]
  problem: Problem | undefined
}

type ByActivity = ActivitiesData['submissionsByActivity'][number]

/** Begins to count. It stands before what the page waits for, so that all of it is asked for at once. */
export function useCounting() {
  const fetchPolicy = 'cache-and-network'
  useBackgroundQuery(SubmissionSumsQuery, { variables: useRouteVariables(SubmissionSumsQuery), fetchPolicy })
  useBackgroundQuery(SubmissionActivitiesQuery, {
    variables: useRouteVariables(SubmissionActivitiesQuery),
    fetchPolicy,
  })
}

/** Reads what was begun to count without waiting for it; what is still on its way is not sent twice. */
export function useSubmissionSums(): SubmissionSums {
  const totals = useQuery(SubmissionSumsQuery, { variables: useRouteVariables(SubmissionSumsQuery) })
  const activities = useQuery(SubmissionActivitiesQuery, { variables: useRouteVariables(SubmissionActivitiesQuery) })
  const earlier = activities.previousData?.submissionsByActivity.map(({ activity }) => ({ activity }))
  const error = totals.error ?? activities.error
  return {
    totals: totals.data?.submissionTotals,
    byActivity: activities.data?.submissionsByActivity ?? earlier ?? [],
    problem: error && problemOf(error),
  }
}
