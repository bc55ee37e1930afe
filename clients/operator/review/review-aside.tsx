import type { ReactNode } from 'react'
import { useViewer } from '../../shared/app/viewer'
import { Card } from '../../shared/ui/card'
import { accountName } from '../compare/account-name'
import { chosenName, proposerOf } from './case-facts'
import { ChoiceForm } from './choice-form'
import { ConfirmForm } from './confirm-form'
import type { ReviewView } from './review-page'
import type { Decision } from './use-decision'

interface ReviewAsideProps {
  review: ReviewView
  picked: string | undefined
  onPick: (key: string) => void
  decision: Decision
}

/** What there is to decide now, by the one who looks. */
export function ReviewAside({ review, picked, onPick, decision }: ReviewAsideProps): ReactNode {
  const viewer = useViewer()
  switch (review.state) {
    case 'OPEN':
      return <ChoiceForm candidates={review.match.candidates} picked={picked} onPick={onPick} decision={decision} />
    case 'PROPOSED': {
      const proposer = proposerOf(review)
      return <ConfirmForm review={review} decision={decision} isMine={proposer === viewer.accountId} />
    }
    case 'DECIDED':
      return (
        <Card title="Decided">
          <p>
            It is <strong>{chosenName(review)}</strong>. The rows that waited went on by themselves.
          </p>
          <p className="soft small">By {accountName(review.history.at(-1)?.by ?? '', viewer)}.</p>
        </Card>
      )
    case 'WITHDRAWN':
      return (
        <Card title="Withdrawn">
          <p>The provider took its question back. The rows are rejected as before.</p>
        </Card>
      )
  }
}
