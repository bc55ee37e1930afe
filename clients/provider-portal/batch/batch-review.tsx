import { UserSearch } from 'lucide-react'
import { DialogTrigger } from 'react-aria-components'
import { plural } from '../../shared/format/numbers'
import { Button, ButtonLink } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { paths } from '../paths'
import type { BatchView } from './batch-page'
import { useBatchReview } from './use-review'

/** Rows that were rejected only because of who they are about: the way to a person who compares, and back. */
export function BatchReview({ batch }: { batch: BatchView }) {
  const { reviewableRows, batchId } = batch
  const { inReview } = batch.counts
  const review = useBatchReview(batchId)
  if (batch.dryRun || (reviewableRows === 0 && inReview === 0)) return null
  return (
    <>
      <ProblemNotice problem={review.problem} />
      {reviewableRows > 0 && (
        <Card
          title={`${plural(reviewableRows, 'row')} about somebody who was not found for sure`}
          actions={
            <Button kind="secondary" isPending={review.pending} onPress={review.ask}>
              <UserSearch size={16} aria-hidden="true" /> Ask for a review of {plural(reviewableRows, 'row')}
            </Button>
          }
        >
          <p className="soft reading">
            Correct the name, birthday or number where you can: that is quickest. Where what you have is right, ask for
            a review. A person then compares it with the physicians on file. Nothing of these rows counts until it is
            decided.
          </p>
        </Card>
      )}
      {inReview > 0 && (
        <Card
          title={`${plural(inReview, 'row')} in review`}
          actions={
            <>
              <ButtonLink kind="secondary" to={paths.batch(batchId, { outcome: 'IN_REVIEW' })}>
                See them
              </ButtonLink>
              <DialogTrigger>
                <Button kind="quiet" isPending={review.pending}>
                  Withdraw
                </Button>
                <ConfirmDialog
                  title={`Withdraw the review of ${plural(inReview, 'row')}?`}
                  confirm="Withdraw"
                  cancel="Leave them in review"
                  onConfirm={review.withdraw}
                >
                  They become rows to correct again. You can ask for a review of them later.
                </ConfirmDialog>
              </DialogTrigger>
            </>
          }
        >
          <p className="soft reading">
            A person compares them with the physicians on file. Nothing of them counts until it is decided. A row whose
            learner is found is then recorded by itself; otherwise it becomes a row to correct again. You need not send
            it again.
          </p>
        </Card>
      )}
    </>
  )
}
