import { ArrowLeft, CircleCheck } from 'lucide-react'
import { Suspense } from 'react'
import { Link, useSearchParams } from 'react-router'
import { graphql } from '../../../graphql'
import { plural } from '../../../shared/format/numbers'
import { useRouteQuery } from '../../../shared/graph/use-route-query'
import { ButtonLink } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { EmptyState } from '../../../shared/ui/empty-state'
import { FilterLinks } from '../../../shared/ui/filter-links'
import { Page } from '../../../shared/ui/page'
import { BlockSkeleton } from '../../../shared/ui/skeleton'
import { paths } from '../../paths'
import { batchName } from '../batch-words'
import { CorrectRows } from './correct-rows'

const CorrectBatchQuery = graphql(`
  query CorrectBatch($batchId: ID!) {
    batch(batchId: $batchId) {
      batchId
      source
      fileName
      corrects {
        batchId
        fileName
      }
      correction {
        toCorrect
        corrected
      }
      correctionGroups {
        code
        column
        reason
        rows
        isCorrectable
      }
    }
  }
`)

/** The rows of a batch that were not accepted, by reason; each can be corrected in place and sent again. */
export function CorrectPage() {
  const { batch } = useRouteQuery(CorrectBatchQuery)
  const [search] = useSearchParams()
  const { batchId, correction, correctionGroups } = batch
  const isChosen = (group: { code: string; column?: string | null }) =>
    group.code === search.get('code') && (group.column ?? null) === search.get('column')
  return (
    <Page
      title="Correct rows"
      lead={`${batchName(batch)}: ${plural(correction.toCorrect, 'row')} to correct, ${correction.corrected} corrected.`}
      above={
        <Link to={paths.batch(batchId)}>
          <ArrowLeft size={14} aria-hidden="true" /> Back to the batch
        </Link>
      }
    >
      {correction.toCorrect > 0 && (
        <>
          <FilterLinks
            label="Rows by reason"
            options={[
              {
                label: 'All reasons',
                count: correction.toCorrect,
                to: paths.correctRows(batchId),
                isCurrent: !search.has('code'),
              },
              ...correctionGroups.map((group) => ({
                label: group.reason,
                count: group.rows,
                to: paths.correctRows(batchId, group),
                isCurrent: isChosen(group),
              })),
            ]}
          />
          <Suspense fallback={<BlockSkeleton label="rows" />}>
            <CorrectRows
              key={`${batchId} ${search}`}
              batchId={batchId}
              reason={correctionGroups.find(isChosen)?.reason}
            />
          </Suspense>
        </>
      )}
      {correction.toCorrect === 0 && (
        <Card>
          <EmptyState
            icon={CircleCheck}
            title="Nothing is left to correct"
            actions={
              <ButtonLink to={paths.batch(batch.corrects?.batchId ?? batchId)}>
                {batch.corrects ? 'Open the batch that it corrects' : 'Back to the batch'}
              </ButtonLink>
            }
          >
            {batch.corrects
              ? 'Rows that were sent again and not accepted are corrected in the first batch.'
              : 'Every row of this batch is recorded, or waits for a review.'}
          </EmptyState>
        </Card>
      )}
    </Page>
  )
}
