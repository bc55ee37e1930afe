import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../graphql'
import { useAction } from '../../shared/graph/use-action'
import { toast } from '../../shared/ui/toast'
import type { RowView } from '../batch/batch-rows'
import { forgetLists } from './forget-lists'

graphql(`
  fragment RecordFacts on SubmittedRecord {
    completionId
    version
    isVoided
    isCorrectable
    completedOn
    activity {
      activityId
      title
    }
    learner {
      givenName
      familyName
      birthMonth
      birthDay
      licensingState
      licenseOrNpi
      boardIds {
        board
        boardId
      }
    }
    completion {
      completionId
      source
      recordedAt
      cme {
        partId
        credits
        status
        licensingState
        followsFrom {
          code
        }
      }
      moc {
        partId
        points
        status
        reason
        isOverdue
        issue {
          code
          fix
        }
        board {
          code
        }
        lines {
          creditType
          label
          points
        }
      }
    }
    history {
      version
      action
      at
      by
      source
      batchId
      rowNumber
      reason
      changes {
        label
        before
        after
      }
      answers {
        at
        status
        reason
        board {
          code
        }
      }
    }
  }
`)

const VoidMutation = graphql(`
  mutation VoidCompletion($completionId: ID!, $reason: String!) {
    voidCompletion(completionId: $completionId, reason: $reason) {
      ...RecordFacts
    }
  }
`)

const RestoreMutation = graphql(`
  mutation RestoreCompletion($completionId: ID!, $version: Int!, $to: Int!) {
    restoreCompletion(completionId: $completionId, version: $version, to: $to) {
      outcome
      issues {
        code
        severity
        column
        message
        fix
      }
      record {
        ...RecordFacts
      }
    }
  }
`)

/** What can be done with a record besides correcting it; lists of records are read again afterwards. */
export function useRecordVerbs({ completionId, version }: { completionId: string; version: number }) {
  const { cache } = useApolloClient()
  const voiding = useAction(VoidMutation)
  const restoring = useAction(RestoreMutation)
  const [refused, setRefused] = useState<RowView['issues']>()
  const done = (sentence: string) => {
    forgetLists(cache)
    toast(sentence)
  }
  return {
    pending: voiding.pending || restoring.pending,
    problem: voiding.problem ?? restoring.problem,
    refused,
    takeBack: async (reason: string) => {
      setRefused(undefined)
      if (await voiding.run({ completionId, reason })) done('Taken back.')
    },
    putBack: async (to: number) => {
      const answer = (await restoring.run({ completionId, version, to }))?.restoreCompletion
      setRefused(answer?.outcome === 'REJECTED' ? answer.issues : undefined)
      if (answer && answer.outcome !== 'REJECTED') done(`Version ${to} is back.`)
    },
  }
}
