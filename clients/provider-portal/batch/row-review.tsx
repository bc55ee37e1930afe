import { instant } from '../../shared/format/days'
import { Button } from '../../shared/ui/button'
import type { RowView } from './batch-rows'
import { useRowReview } from './use-review'

/** The way of one row into a review and back; nothing where the row is no question of who is meant. */
export function RowReview({ row, batchId }: { row: RowView; batchId: string }) {
  const review = useRowReview(batchId, row)
  if (!row.mayRequestReview && row.outcome !== 'IN_REVIEW') return null
  const isAsked = row.outcome === 'IN_REVIEW'
  return (
    <div className="row-review">
      {isAsked && (
        <p className="soft">
          {row.review && `In review since ${instant(row.review.askedAt)}. `}Nothing of it counts until it is decided.
        </p>
      )}
      <div>
        <Button
          kind="secondary"
          size="s"
          isPending={review.pending}
          aria-label={`${isAsked ? 'Withdraw the review' : 'Ask for a review'} of row ${row.rowNumber}`}
          onPress={isAsked ? review.withdraw : review.ask}
        >
          {isAsked ? 'Withdraw the review' : 'Ask for a review'}
        </Button>
      </div>
      {review.problem && (
        <span role="alert" className="field-error">
          {review.problem.message}
        </span>
      )}
    </div>
  )
}
