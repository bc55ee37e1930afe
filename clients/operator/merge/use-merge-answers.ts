import { graphql } from '../../graphql'
import { fullName } from '../../shared/credit/words'
import { useAction } from '../../shared/graph/use-action'
import { toast } from '../../shared/ui/toast'
import type { MergeView } from './merge-page'

export const ProposeMutation = graphql(`
  mutation ProposeMerge($mergedId: ID!, $survivorId: ID!, $reason: String!) {
    proposeMerge(mergedId: $mergedId, survivorId: $survivorId, reason: $reason) {
      ...MergeFacts
    }
  }
`)

const ApproveMutation = graphql(`
  mutation ApproveMerge($proposalId: ID!, $reason: String!) {
    approveMerge(proposalId: $proposalId, reason: $reason) {
      ...MergeFacts
    }
  }
`)

const RejectMutation = graphql(`
  mutation RejectMerge($proposalId: ID!, $reason: String!) {
    rejectMerge(proposalId: $proposalId, reason: $reason) {
      ...MergeFacts
    }
  }
`)

const UnmergeMutation = graphql(`
  mutation Unmerge($proposalId: ID!, $reason: String!) {
    unmerge(proposalId: $proposalId, reason: $reason) {
      ...MergeFacts
    }
  }
`)

/** What an operator can answer to a merge, each with a reason. */
export function useMergeAnswers({ proposalId, merged, survivor }: MergeView) {
  const proposing = useAction(ProposeMutation)
  const approving = useAction(ApproveMutation)
  const rejecting = useAction(RejectMutation)
  const unmerging = useAction(UnmergeMutation)
  const all = [proposing, approving, rejecting, unmerging]
  const saying = async (answer: Promise<unknown>, sentence: string) => {
    if (await answer) toast(sentence)
  }
  const pair = { mergedId: merged.learnerId, survivorId: survivor.learnerId }
  return {
    pending: all.some(({ pending }) => pending),
    problem: all.find(({ problem }) => problem)?.problem,
    propose: (reason: string) =>
      saying(proposing.run({ ...pair, reason }), 'Proposed. Another operator has to approve.'),
    approve: (reason: string) =>
      saying(approving.run({ proposalId, reason }), `Merged: ${fullName(merged)} leads to ${fullName(survivor)}.`),
    reject: (reason: string) => saying(rejecting.run({ proposalId, reason }), 'They stay two people.'),
    unmerge: (reason: string) =>
      saying(unmerging.run({ proposalId, reason }), 'Taken back. They are two people again.'),
  }
}
