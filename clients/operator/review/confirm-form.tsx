import { type FormEvent, useState } from 'react'
import { useViewer } from '../../shared/app/viewer'
import { Button } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { TextLine } from '../../shared/ui/field'
import { accountName } from '../compare/account-name'
import { chosenName, proposerOf } from './case-facts'
import { Key } from './choice-form'
import type { ReviewView } from './review-page'
import type { Decision } from './use-decision'

interface ConfirmFormProps {
  review: ReviewView
  decision: Decision
  /** True for the one who chose, who therefore may not confirm. */
  isMine: boolean
}

/** What is left to do once somebody was chosen against a rule: a second operator confirms, or the choice is taken back. */
export function ConfirmForm({ review, decision, isMine }: ConfirmFormProps) {
  const viewer = useViewer()
  const [note, setNote] = useState('')
  const proposal = review.history.findLast(({ step }) => step === 'PROPOSED')
  const confirm = (event: FormEvent) => {
    event.preventDefault()
    if (!isMine) decision.confirm(note.trim())
  }
  return (
    <Card title={isMine ? 'Waiting for another operator' : 'Is it right?'}>
      <form className="stack" noValidate onSubmit={confirm}>
        <p>
          {accountName(proposerOf(review) ?? '', viewer)} chose <strong>{chosenName(review)}</strong> against a rule.
        </p>
        {proposal?.note && <p className="soft">{proposal.note}</p>}
        {isMine && <p>You chose, so any operator but you may confirm.</p>}
        <TextLine label="Note" optional value={note} onChange={setNote} maxLength={500} />
        {!isMine && (
          <Button type="submit" isPending={decision.pending}>
            Confirm <Key sign="Enter" />
          </Button>
        )}
        <Button kind="secondary" isPending={decision.pending} onPress={() => decision.takeBack(note.trim())}>
          Take the choice back
        </Button>
      </form>
    </Card>
  )
}
