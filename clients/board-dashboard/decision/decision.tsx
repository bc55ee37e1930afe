import { Check, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { DialogTrigger } from 'react-aria-components'
import { graphql } from '../../graphql'
import type { BoardDecision } from '../../graphql/graphql'
import { mocStatus } from '../../shared/credit/words'
import { points } from '../../shared/format/numbers'
import { useAction } from '../../shared/graph/use-action'
import { Badge } from '../../shared/ui/badge'
import { Button } from '../../shared/ui/button'
import { ReasonDialog } from '../../shared/ui/reason-dialog'
import './decision.css'
import type { Pending } from './decisions-page'
import { diplomateOf } from './diplomate'

const DecideMutation = graphql(`
  mutation DecideMoc($partId: ID!, $decision: BoardDecision!, $reason: String) {
    decideMoc(partId: $partId, decision: $decision, reason: $reason) {
      partId
      status
      reason
    }
  }
`)

interface DecisionProps {
  pending: Pending
  afterDecision: () => void
}

/** Accepts or rejects one part; once decided it says how. */
export function Decision({ pending, afterDecision }: DecisionProps) {
  const { moc } = pending
  const action = useAction(DecideMutation)
  const status = mocStatus(moc.status, moc.board.code)
  const decide = (decision: BoardDecision, reason?: string) => action.run({ partId: moc.partId, decision, reason })
  const shown = useRef(moc.status)
  useEffect(() => {
    if (shown.current !== moc.status) afterDecision()
    shown.current = moc.status
  }, [moc.status, afterDecision])
  if (moc.status !== 'PENDING') {
    return (
      <div role="status">
        <Badge tone={status.tone}>{status.label}</Badge>
        {moc.reason && <p className="soft small">{moc.reason}</p>}
      </div>
    )
  }
  return (
    <div className="decision">
      <Button
        size="s"
        name="accept"
        isPending={action.pending}
        aria-label={`Accept the points of ${diplomateOf(pending)}`}
        onPress={() => decide('ACCEPTED')}
      >
        <Check size={16} aria-hidden="true" /> Accept
      </Button>
      <DialogTrigger>
        <Button size="s" kind="secondary" aria-label={`Reject the points of ${diplomateOf(pending)}`}>
          <X size={16} aria-hidden="true" /> Reject
        </Button>
        <ReasonDialog
          title={`Reject ${points(moc.points, moc.board.code)} of ${diplomateOf(pending)}?`}
          hint="The diplomate and the provider read it. The CME credit stays."
          verb="Reject the points"
          kind="danger"
          otherwise="Keep them waiting"
          onReason={(reason) => decide('REJECTED', reason)}
        />
      </DialogTrigger>
      {action.problem && (
        <span role="alert" className="field-error">
          {action.problem.message}
        </span>
      )}
    </div>
  )
}
