import type { ApolloCache } from '@apollo/client'
import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { useApolloClient } from '@apollo/client/react'
import { useMemo, useState } from 'react'
import { graphql } from '../../../graphql'
import type {
  ActivityJudgementFragment,
  ActivityStandingFragment,
  ActivityValuesFragment,
} from '../../../graphql/graphql'
import { useViewer } from '../../../shared/app/viewer'
import { instant } from '../../../shared/format/days'
import { problemOf } from '../../../shared/graph/problem'
import type { SaveAnswer, Saved } from '../draft/draft-keeper'
import { useDraft } from '../draft/use-draft'
import { blamed, type Issue } from './field-issues'
import { ActivityValues, type FormValues, formValuesOf } from './form-values'
import { invalidValue } from './invalid-value'

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

/** What the server says of the activity as it is now. */
export type Judgement = Pick<ActivityJudgementFragment, 'issues' | 'missingFor'>

type FormActivity = ActivityValuesFragment & ActivityStandingFragment

/** An answer to a change: the activity as it is, or as it would have been. */
export interface ChangeAnswer extends Judgement {
  saved: boolean
  activity: FormActivity | null
}

/** Lets the whole app know what was saved. What was refused comes back as it would have been, and stays out. */
export function keepSaved(cache: ApolloCache, { saved, activity, issues, missingFor }: ChangeAnswer) {
  if (!saved || !activity) return
  const id = cache.identify(activity)
  cache.writeFragment({ id, fragment: ActivityStanding, data: activity })
  cache.writeFragment({ id, fragment: ActivityValues, data: activity })
  cache.writeFragment({
    id,
    fragment: ActivityJudgement,
    fragmentName: 'ActivityJudgement',
    data: { issues, missingFor },
  })
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
export function useActivityForm(activity: FormActivity & Judgement) {
  const client = useApolloClient()
  const { accountId } = useViewer()
  const [refused, setRefused] = useState<Judgement>()
  const [errors, setErrors] = useState<readonly Issue[]>([])
  const { activityId } = activity

  // Beside a refused field the others are saved, and the answer to them no longer names it.
  const refuse = (judgement: Judgement, part: Partial<FormValues>) => {
    setRefused(judgement)
    const found = judgement.issues.filter(({ severity }) => severity === 'ERROR')
    setErrors((before) => [...before.filter((issue) => !(rootOf(issue) in part)), ...found])
  }
  const save = async (part: Partial<FormValues>, stored: Saved<FormValues>): Promise<SaveAnswer<FormValues>> => {
    const { mocRegistrations, ...input } = part
    const variables = {
      activityId,
      expectedVersion: stored.version,
      input,
      mocRegistrations: mocRegistrations && boardsOf(mocRegistrations, stored.values.mocRegistrations),
    }
    try {
      const { data } = await client.mutate({ mutation: SaveActivityMutation, variables, fetchPolicy: 'no-cache' })
      if (!data) throw new Error('The answer is empty.')
      const { saved, activity: now, issues } = data.saveActivity
      if (saved) setRefused(undefined)
      else refuse(data.saveActivity, part)
      keepSaved(client.cache, data.saveActivity)
      if (saved && now) return { kind: 'SAVED', saved: savedOf(now) }
      const message = issues[0]?.message ?? 'This could not be saved.'
      return { kind: 'PROBLEM', problem: { kind: 'REFUSED', message }, fields: blamed(issues) }
    } catch (error) {
      if (!isConflict(error)) return unread(error, part)
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
  const unread = (error: unknown, part: Partial<FormValues>): SaveAnswer<FormValues> => {
    const problem = problemOf(error)
    const boards = part.mocRegistrations?.map(({ boardCode }) => boardCode) ?? []
    const issues = CombinedGraphQLErrors.is(error)
      ? error.errors.flatMap(({ message }) => invalidValue(message, boards) ?? [])
      : []
    if (issues.length === 0) return { kind: 'PROBLEM', problem }
    refuse({ issues, missingFor: activity.missingFor }, part)
    return { kind: 'PROBLEM', problem, fields: blamed(issues) }
  }
  const saved = useMemo(() => savedOf(activity), [activity])
  const draft = useDraft<FormValues>({ key: `activity-draft-1:${accountId}:${activityId}`, saved, save })
  const judgement = useMemo(
    () =>
      refused ??
      withErrors(
        activity,
        errors.filter((issue) => draft.held.includes(rootOf(issue))),
      ),
    [refused, activity, errors, draft.held],
  )
  return { ...draft, judgement, setRefused }
}

const withErrors = ({ issues, missingFor }: Judgement, errors: readonly Issue[]): Judgement => ({
  issues: [...issues, ...errors],
  missingFor,
})

/** The field of the input that an issue is about. */
const rootOf = ({ field }: Issue) => field?.split('.')[0] ?? ''

const isConflict = (error: unknown) =>
  CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.code === 'CONFLICT')
