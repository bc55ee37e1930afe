import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { useApolloClient } from '@apollo/client/react'
import { useMemo, useState } from 'react'
import { graphql } from '../../../graphql'
import type { ActivityStandingFragment, ActivityValuesFragment } from '../../../graphql/graphql'
import { useViewer } from '../../../shared/app/viewer'
import { instant } from '../../../shared/format/days'
import { problemOf } from '../../../shared/graph/problem'
import type { SaveAnswer, Saved } from '../draft/draft-keeper'
import { useDraft } from '../draft/use-draft'
import { blamed, type Issue } from './field-issues'
import { ActivityValues, type FormValues, formValuesOf } from './form-values'

export const ActivityStanding = graphql(`
  fragment ActivityStanding on Activity {
    activityId
    version
    status
    updatedAt
    updatedBy
  }
`)

export const ActivityJudgement = graphql(`
  fragment ActivityJudgement on Activity {
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

const SaveActivityMutation = graphql(`
  mutation SaveActivity(
    $activityId: ID
    $expectedVersion: Int
    $input: ActivityInput!
    $mocRegistrations: [BoardRegistrationInput!]
  ) {
    saveActivity(
      activityId: $activityId
      expectedVersion: $expectedVersion
      input: $input
      mocRegistrations: $mocRegistrations
    ) {
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
  }
`)

const LatestQuery = graphql(`
  query LatestActivity($activityId: ID!) {
    activity(activityId: $activityId) {
      ...ActivityStanding
      ...ActivityValues
    }
  }
`)

type FormActivity = ActivityValuesFragment & ActivityStandingFragment

/** What the server says of the activity as it is now. */
export interface Judgement {
  issues: readonly Issue[]
  missingFor?: { active: readonly Issue[]; closed: readonly Issue[] } | null
}

const savedOf = (activity: FormActivity): Saved<FormValues> => ({
  values: formValuesOf(activity),
  version: activity.version,
  by: activity.updatedBy ? `${activity.updatedBy}, ${instant(activity.updatedAt)}` : undefined,
})

/** The registrations as the input takes them: those that are gone are withdrawn. */
function boardsOf(mine: FormValues['mocRegistrations'], stored: FormValues['mocRegistrations']) {
  const gone = stored.filter(({ boardCode }) => mine.every((each) => each.boardCode !== boardCode))
  return [...mine, ...gone.map(({ boardCode }) => ({ boardCode, withdraw: true }))]
}

/** The form of an activity that saves itself, with what the server says of each state. */
export function useActivityForm(activity: FormActivity, first: Judgement) {
  const client = useApolloClient()
  const { accountId } = useViewer()
  const [judgement, setJudgement] = useState(first)
  const { activityId } = activity

  const save = async (part: Partial<FormValues>, stored: Saved<FormValues>): Promise<SaveAnswer<FormValues>> => {
    const { mocRegistrations, ...input } = part
    const variables = {
      activityId,
      expectedVersion: stored.version,
      input,
      mocRegistrations: mocRegistrations && boardsOf(mocRegistrations, stored.values.mocRegistrations),
    }
    try {
      // What was refused comes back as it would have been; only what was saved may enter the cache.
      const { data } = await client.mutate({ mutation: SaveActivityMutation, variables, fetchPolicy: 'no-cache' })
      if (!data) throw new Error('The answer is empty.')
      const { saved, activity: now, issues, missingFor } = data.saveActivity
      setJudgement({ issues, missingFor })
      if (saved && now) {
        client.cache.writeFragment({ fragment: ActivityStanding, data: now })
        client.cache.writeFragment({ id: client.cache.identify(now), fragment: ActivityValues, data: now })
        return { kind: 'SAVED', saved: savedOf(now) }
      }
      const message = issues[0]?.message ?? 'This could not be saved.'
      return { kind: 'PROBLEM', problem: { kind: 'REFUSED', message }, fields: blamed(issues) }
    } catch (error) {
      if (!isConflict(error)) return { kind: 'PROBLEM', problem: problemOf(error) }
      const { data } = await client.query({
        query: LatestQuery,
        variables: { activityId },
        fetchPolicy: 'network-only',
      })
      return data
        ? { kind: 'OVERTAKEN', saved: savedOf(data.activity) }
        : { kind: 'PROBLEM', problem: problemOf(error) }
    }
  }
  const saved = useMemo(() => savedOf(activity), [activity])
  const draft = useDraft<FormValues>({ key: `activity-draft-1:${accountId}:${activityId}`, saved, save })
  return { ...draft, judgement, setJudgement }
}

const isConflict = (error: unknown) =>
  CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.code === 'CONFLICT')
