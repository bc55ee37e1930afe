import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../../graphql'
import type {
  ActivityItemInput,
  BulkActivityFragment,
  SaveBulkMutation as SaveBulkData,
} from '../../../graphql/graphql'
import { type Problem, problemOf } from '../../../shared/graph/problem'
import type { FieldIssue } from '../../../shared/ui/field'
import { issueAt } from '../form/field-issues'
import { bulkColumns } from './bulk-columns'

export const BulkActivity = graphql(`
  fragment BulkActivity on Activity {
    activityId
    version
    title
    providerActivityId
    status
    startsOn
    endsOn
    credits
    physicianLearners
    otherLearners
    displayInPassport
    fee
    registration
    commercialSupportReceived
  }
`)

const SaveBulkMutation = graphql(`
  mutation SaveBulk($items: [ActivityItemInput!]!) {
    saveActivities(items: $items) {
      items {
        outcome
        saved
        activity {
          ...BulkActivity
        }
        issues {
          code
          severity
          field
          message
          fix
        }
      }
    }
  }
`)

const UndoMutation = graphql(`
  mutation UndoBulk($activityId: ID!, $expectedVersion: Int) {
    undoActivity(activityId: $activityId, expectedVersion: $expectedVersion) {
      saved
      activity {
        ...BulkActivity
      }
      issues {
        message
      }
    }
  }
`)

type ItemResult = SaveBulkData['saveActivities']['items'][number]

/** What became of one activity of a save. */
export interface RowResult {
  saved: boolean
  /** What is wrong with the activity as a whole, or in fields that are no columns. */
  words: string[]
  cells: Record<string, FieldIssue>
}

function resultOf({ saved, issues }: ItemResult): RowResult {
  const columns = new Set(bulkColumns.map(({ id }) => id))
  const cells = [...columns].flatMap((id) => {
    const issue = issueAt(issues, id)
    return issue ? [[id, issue]] : []
  })
  const words = issues
    .filter(({ field, severity }) => !columns.has(field ?? '') && (severity === 'ERROR' || !saved))
    .map(({ message, fix }) => `${message} ${fix}`)
  return { saved, words, cells: Object.fromEntries(cells) }
}

/** One save for many activities, with what became of each, and the way back. */
export function useBulkSave(afterSave: (activities: readonly BulkActivityFragment[]) => void) {
  const client = useApolloClient()
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const [results, setResults] = useState<Record<string, RowResult>>({})
  const [undoable, setUndoable] = useState<readonly BulkActivityFragment[]>([])
  const [undone, setUndone] = useState(0)

  const guarded = async (work: () => Promise<void>) => {
    setPending(true)
    setProblem(undefined)
    try {
      await work()
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setPending(false)
    }
  }
  // What was refused comes back as it would have been; only what was saved may enter the cache.
  const save = (items: ActivityItemInput[]) =>
    guarded(async () => {
      const { data } = await client.mutate({
        mutation: SaveBulkMutation,
        variables: { items },
        fetchPolicy: 'no-cache',
      })
      const answers = data?.saveActivities.items ?? []
      setUndone(0)
      setResults(Object.fromEntries(answers.map((answer, at) => [items[at]?.activityId, resultOf(answer)])))
      const saved = answers.flatMap(({ saved: isSaved, activity }) => (isSaved && activity ? [activity] : []))
      for (const activity of saved) client.cache.writeFragment({ fragment: BulkActivity, data: activity })
      setUndoable(saved)
      afterSave(saved)
    })
  const undo = () =>
    guarded(async () => {
      const left: Record<string, RowResult> = {}
      for (const { activityId, version } of undoable) {
        const variables = { activityId, expectedVersion: version }
        const { data } = await client.mutate({ mutation: UndoMutation, variables, fetchPolicy: 'no-cache' })
        const answer = data?.undoActivity
        if (answer?.saved && answer.activity) {
          client.cache.writeFragment({ fragment: BulkActivity, data: answer.activity })
        } else {
          left[activityId] = { saved: false, words: answer?.issues.map(({ message }) => message) ?? [], cells: {} }
        }
      }
      setResults(left)
      setUndone(undoable.length - Object.keys(left).length)
      setUndoable([])
    })
  const forget = (activityIds: readonly string[]) =>
    setResults((before) => Object.fromEntries(Object.entries(before).filter(([id]) => !activityIds.includes(id))))
  return { save, undo, forget, pending, problem, results, undoable: undoable.length, undone }
}
