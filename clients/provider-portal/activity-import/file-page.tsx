import { ArrowLeft, Download, FileUp } from 'lucide-react'
import { Suspense } from 'react'
import { Link } from 'react-router'
import { graphql } from '../../graphql'
import type { ActivityFileFactsFragment } from '../../graphql/graphql'
import { addresses } from '../../shared/app/addresses'
import { instant } from '../../shared/format/days'
import { bytes, count, plural } from '../../shared/format/numbers'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { useProgress } from '../../shared/live/use-progress'
import { AddressLink, ButtonLink } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { Notice } from '../../shared/ui/notice'
import { Page } from '../../shared/ui/page'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { Progress } from '../../shared/ui/progress'
import { BlockSkeleton } from '../../shared/ui/skeleton'
import { batchStates, isRunning } from '../batch/batch-words'
import { paths } from '../paths'
import { ColumnPreview } from './column-preview'
import { FileRows } from './file-rows'

graphql(`
  fragment ActivityFileFacts on ActivityBatch {
    batchId
    fileName
    byteSize
    state
    dryRun
    needsConfirmation
    totalRows
    appliedRows
    createdAt
    resultAddress
    fileWarnings
    refusal {
      message
      place
    }
    duplicateOf {
      batchId
      createdAt
    }
    counts {
      accepted
      warned
      rejected
      duplicate
      inReview
    }
  }
`)

const ActivityFileQuery = graphql(`
  query ActivityFile($batchId: ID!) {
    activityBatch(batchId: $batchId) {
      ...ActivityFileFacts
    }
  }
`)

const ActivityFileProgressSubscription = graphql(`
  subscription ActivityFileProgress($batchId: ID!) {
    activityBatchProgress(batchId: $batchId) {
      ...ActivityFileFacts
    }
  }
`)

export type ActivityFileView = ActivityFileFactsFragment

/** One file of activities: its columns to confirm, how far it is, and what became of its rows. */
export function ActivityFilePage() {
  const { activityBatch: batch } = useRouteQuery(ActivityFileQuery)
  const running = isRunning(batch.state) && !batch.needsConfirmation
  const standstill = useProgress(
    ActivityFileProgressSubscription,
    ActivityFileQuery,
    { batchId: batch.batchId },
    running,
  )
  const facts = [batch.byteSize && bytes(batch.byteSize), `sent ${instant(batch.createdAt)}`, batch.dryRun && 'dry run']
  return (
    <Page
      title={batch.fileName ?? 'A file of activities'}
      lead={facts.filter(Boolean).join(' · ')}
      above={
        <Link to={paths.activityFiles}>
          <ArrowLeft size={14} aria-hidden="true" /> Files of activities
        </Link>
      }
    >
      <ProblemNotice problem={standstill} />
      <FileNotices batch={batch} />
      {batch.needsConfirmation && isRunning(batch.state) && (
        <ColumnPreview batchId={batch.batchId} dryRun={batch.dryRun} />
      )}
      {running && (
        <Card>
          <Progress
            label={batchStates[batch.state].label}
            value={batch.totalRows ? (100 * batch.appliedRows) / batch.totalRows : undefined}
            text={batch.totalRows ? `${count(batch.appliedRows)} of ${plural(batch.totalRows, 'row')}` : undefined}
          />
        </Card>
      )}
      {batch.state === 'DONE' && !batch.duplicateOf && (
        <>
          <WhatToDo batch={batch} />
          <Suspense fallback={<BlockSkeleton label="rows" />}>
            <FileRows batch={batch} />
          </Suspense>
        </>
      )}
    </Page>
  )
}

function FileNotices({ batch }: { batch: ActivityFileView }) {
  const again = <ButtonLink to={paths.importActivities}>Send a corrected file</ButtonLink>
  return (
    <>
      {batch.state === 'REFUSED' && batch.refusal && !batch.duplicateOf && (
        <Notice tone="bad" title="The file could not be taken" actions={again}>
          <p>{batch.refusal.message}</p>
          {batch.refusal.place && <p>Place: {batch.refusal.place}</p>}
        </Notice>
      )}
      {batch.duplicateOf && (
        <Notice
          tone="info"
          title="This very file was sent before"
          actions={<ButtonLink to={paths.activityFile(batch.duplicateOf.batchId)}>Open the earlier file</ButtonLink>}
        >
          It came on {instant(batch.duplicateOf.createdAt)}; its outcomes stand there, and nothing was changed.
        </Notice>
      )}
      {batch.state === 'CANCELLED' && (
        <Notice tone="info" title="Cancelled" actions={again}>
          {batch.appliedRows > 0
            ? `${plural(batch.appliedRows, 'row')} had their outcome before.`
            : 'Nothing was saved.'}
        </Notice>
      )}
      {batch.fileWarnings.map((warning) => (
        <Notice key={warning} tone="warn">
          {warning}
        </Notice>
      ))}
    </>
  )
}

/** How the file ended, and the way to send what is left again. */
function WhatToDo({ batch }: { batch: ActivityFileView }) {
  const { accepted, rejected, duplicate } = batch.counts
  const outcome = [
    `${plural(accepted, 'row')} ${batch.dryRun ? 'would be saved' : 'saved'}`,
    duplicate > 0 && `${plural(duplicate, 'row')} as they were`,
    `${plural(rejected, 'row')} to correct`,
  ]
  return (
    <Notice
      tone={rejected > 0 ? 'warn' : 'good'}
      title={`${outcome.filter(Boolean).join(', ')}.`}
      actions={
        <>
          {rejected > 0 && batch.resultAddress && (
            <AddressLink href={addresses.failedRows(batch.resultAddress)} download>
              <Download size={16} aria-hidden="true" /> Rows to correct
            </AddressLink>
          )}
          {batch.resultAddress && (
            <AddressLink kind="secondary" href={batch.resultAddress} download>
              <Download size={16} aria-hidden="true" /> Result file
            </AddressLink>
          )}
          <ButtonLink kind="secondary" to={paths.importActivities}>
            <FileUp size={16} aria-hidden="true" />
            {rejected > 0 ? 'Send again with corrections' : batch.dryRun ? 'Send it for real' : 'Import another file'}
          </ButtonLink>
        </>
      }
    >
      {rejected > 0 &&
        'Correct the rows in the downloaded file and send it again: rows that are saved stay as they are.'}
    </Notice>
  )
}
