import { useApolloClient } from '@apollo/client/react'
import { useLocation, useNavigate } from 'react-router'
import { graphql } from '../../graphql'
import { problemOf } from '../../shared/graph/problem'
import { useAction } from '../../shared/graph/use-action'
import { toast } from '../../shared/ui/toast'
import { paths } from '../paths'
import { chosenName } from './case-facts'
import type { ReviewView } from './review-page'

const DecideMutation = graphql(`
  mutation DecideReview($caseId: ID!, $learnerId: ID, $nobody: Boolean, $note: String) {
    decideReview(caseId: $caseId, learnerId: $learnerId, nobody: $nobody, note: $note) {
      ...ReviewFacts
    }
  }
`)

const ConfirmMutation = graphql(`
  mutation ConfirmReview($caseId: ID!, $note: String) {
    confirmReview(caseId: $caseId, note: $note) {
      ...ReviewFacts
    }
  }
`)

const UndoMutation = graphql(`
  mutation UndoReview($caseId: ID!, $note: String) {
    undoReview(caseId: $caseId, note: $note) {
      ...ReviewFacts
    }
  }
`)

/** A decision can be undone for ten seconds; the offer goes a moment earlier. */
const undoMs = 9_500

interface Choice {
  /** Null for nobody. */
  learnerId: string | null
  name: string
  note: string
}

export type Decision = ReturnType<typeof useDecision>

/** The answers to a case. After each the next case opens, and for a moment it can be undone. */
export function useDecision(review: ReviewView, after: string) {
  const client = useApolloClient()
  const navigate = useNavigate()
  const state: unknown = useLocation().state
  const deciding = useAction(DecideMutation)
  const confirming = useAction(ConfirmMutation)
  const undoing = useAction(UndoMutation)
  const { caseId } = review

  const undo = async (undone: string) => {
    try {
      await client.mutate({ mutation: UndoMutation, variables: { caseId: undone } })
      toast('Undone. The case is open again.')
      await navigate(paths.review(undone))
    } catch (error) {
      toast(problemOf(error).message)
    }
  }
  const goOn = async (sentence: string) => {
    toast(sentence, { label: 'Undo', run: () => void undo(caseId), forMs: undoMs })
    await navigate(after, { state: { undoable: caseId } })
  }
  return {
    pending: deciding.pending || confirming.pending || undoing.pending,
    problem: deciding.problem ?? confirming.problem ?? undoing.problem,
    decide: async ({ learnerId, name, note }: Choice) => {
      const answer = await deciding.run({ caseId, learnerId, nobody: learnerId === null, note: note || null })
      if (!answer) return
      await goOn(
        answer.decideReview.state === 'PROPOSED'
          ? `You chose ${name}. A second operator has to confirm.`
          : `Decided: ${name}.`,
      )
    },
    confirm: async (note: string) => {
      if (await confirming.run({ caseId, note: note || null })) await goOn(`Confirmed: ${chosenName(review)}.`)
    },
    takeBack: async (note: string) => {
      if (await undoing.run({ caseId, note: note || null })) toast('Taken back. The case is open again.')
    },
    /** Undoes the decision that led to this page. */
    undoLast: () => {
      const undoable = undoableOf(state)
      if (undoable) void undo(undoable)
    },
  }
}

const undoableOf = (state: unknown) =>
  typeof state === 'object' && state !== null && 'undoable' in state ? String(state.undoable) : undefined
