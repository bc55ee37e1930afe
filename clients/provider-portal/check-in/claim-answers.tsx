import { useApolloClient } from '@apollo/client/react'
import { DialogTrigger } from 'react-aria-components'
import { graphql } from '../../graphql'
import type { CheckInClaimFragment } from '../../graphql/graphql'
import { plural } from '../../shared/format/numbers'
import { useAction } from '../../shared/graph/use-action'
import { Button } from '../../shared/ui/button'
import { CheckLine } from '../../shared/ui/checks'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { ReasonDialog } from '../../shared/ui/reason-dialog'
import { toast } from '../../shared/ui/toast'

const ApproveMutation = graphql(`
  mutation ApproveClaims($claimIds: [ID!]!) {
    approveClaims(claimIds: $claimIds) {
      ...CheckInClaim
    }
  }
`)

const RejectMutation = graphql(`
  mutation RejectClaims($claimIds: [ID!]!, $reason: String!) {
    rejectClaims(claimIds: $claimIds, reason: $reason) {
      ...CheckInClaim
    }
  }
`)

/** Approved, though a part such as the points of a board could not be recorded. */
const isInPart = ({ state, issues }: CheckInClaimFragment) =>
  state === 'APPROVED' && issues.some(({ severity }) => severity === 'ERROR')

interface ClaimAnswersProps {
  /** Those that wait and are shown. */
  waiting: readonly string[]
  chosen: readonly string[]
  onChooseAll: (isChosen: boolean) => void
}

/** Approves or rejects the claims that are selected. */
export function ClaimAnswers({ waiting, chosen, onChooseAll }: ClaimAnswersProps) {
  const client = useApolloClient()
  const approve = useAction(ApproveMutation)
  const reject = useAction(RejectMutation)
  const isPending = approve.pending || reject.pending
  const refresh = () => client.refetchQueries({ include: ['CheckIn', 'CheckInClaims'] })
  const approveChosen = async () => {
    const answer = await approve.run({ claimIds: [...chosen] })
    if (!answer) return
    const approved = answer.approveClaims.filter(({ state }) => state === 'APPROVED').length
    const [left, inPart] = [answer.approveClaims.length - approved, answer.approveClaims.filter(isInPart).length]
    toast(
      left + inPart === 0
        ? `${plural(approved, 'claim')} approved and on record.`
        : [
            `${plural(approved, 'claim')} approved.`,
            left && `${plural(left, 'claim')} could not be recorded; each says why.`,
            inPart && `${plural(inPart, 'claim')} could be recorded in part; each says why.`,
          ]
            .filter(Boolean)
            .join(' '),
    )
    await refresh()
  }
  const rejectChosen = async (reason: string) => {
    if (!(await reject.run({ claimIds: [...chosen], reason }))) return
    toast(`${plural(chosen.length, 'claim')} rejected.`)
    await refresh()
  }
  return (
    <div className="stack claim-answers" data-gap="s">
      <div className="row">
        <CheckLine selected={chosen.length === waiting.length} onChange={onChooseAll}>
          Select all shown
        </CheckLine>
        <Button size="s" isPending={isPending} isDisabled={!chosen.length} onPress={() => void approveChosen()}>
          Approve
        </Button>
        <DialogTrigger>
          <Button size="s" kind="secondary" isPending={isPending} isDisabled={!chosen.length}>
            Reject
          </Button>
          <ReasonDialog
            title={`Reject ${plural(chosen.length, 'claim')}?`}
            hint="The physicians read it."
            verb="Reject"
            kind="danger"
            otherwise="Keep them waiting"
            onReason={(reason) => void rejectChosen(reason)}
          />
        </DialogTrigger>
        <span role="status" className="soft small">
          {chosen.length ? `${plural(chosen.length, 'claim')} selected` : 'Select claims to approve or reject them.'}
        </span>
      </div>
      <ProblemNotice problem={approve.problem ?? reject.problem} />
    </div>
  )
}
