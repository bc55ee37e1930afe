import { ArrowLeft, Download } from 'lucide-react'
import { Suspense } from 'react'
import { Link } from 'react-router'
import { graphql } from '../../graphql'
import type { BatchQuery as BatchData } from '../../graphql/graphql'
import { addresses } from '../../shared/app/addresses'
import { instant } from '../../shared/format/days'
import { bytes, plural } from '../../shared/format/numbers'
import { useAction } from '../../shared/graph/use-action'
import { usePoll } from '../../shared/graph/use-poll'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { AddressLink, Button, ButtonLink } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { Notice } from '../../shared/ui/notice'
import { Page } from '../../shared/ui/page'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { BlockSkeleton } from '../../shared/ui/skeleton'
import { paths } from '../paths'
import { BatchProgress } from './batch-progress'
import { BatchRows } from './batch-rows'
import { batchName, batchStanding, isRunning } from './batch-words'

const BatchQuery = graphql(`
  query Batch($batchId: ID!) {
    batch(batchId: $batchId) {
      batchId
      source
      fileName
      byteSize
      state
      dryRun
      refusal {
        code
        message
        place
      }
      duplicateOf {
        batchId
        createdAt
      }
      fileWarnings
      totalRows
      appliedRows
      counts {
        accepted
        warned
        rejected
        duplicate
        inReview
      }
      createdAt
      startedAt
      finishedAt
      resultAddress
    }
  }
`)

const CancelMutation = graphql(`
  mutation CancelUpload($batchId: ID!) {
    cancelUpload(batchId: $batchId) {
      batchId
      state
    }
  }
`)

export type BatchView = BatchData['batch']

/** One batch: how far it is, what became of its rows, and what to do about the rest. */
export function BatchPage() {
  const { batch } = useRouteQuery(BatchQuery)
  const running = isRunning(batch.state)
  const standstill = usePoll(BatchQuery, { batchId: batch.batchId }, running ? 500 : undefined)
  const cancel = useAction(CancelMutation)
  return (
    <Page
      title={batchName(batch)}
      lead={<BatchFacts batch={batch} />}
      above={
        <Link to={paths.batches}>
          <ArrowLeft size={14} aria-hidden="true" /> Batches
        </Link>
      }
      actions={
        running && (
          <Button kind="secondary" isPending={cancel.pending} onPress={() => cancel.run({ batchId: batch.batchId })}>
            Cancel
          </Button>
        )
      }
    >
      <ProblemNotice problem={cancel.problem ?? standstill} />
      <p role="status" className="visually-hidden">
        {batchStanding(batch)}
      </p>
      <BatchNotices batch={batch} />
      {running && <BatchProgress batch={batch} />}
      {batch.state === 'DONE' && (
        <>
          <WhatToDo batch={batch} />
          <Suspense fallback={<BlockSkeleton label="rows" />}>
            <BatchRows batch={batch} />
          </Suspense>
        </>
      )}
    </Page>
  )
}

function BatchFacts({ batch }: { batch: BatchView }) {
  const facts = [
    `Received ${instant(batch.createdAt)}`,
    batch.byteSize && bytes(batch.byteSize),
    batch.totalRows && plural(batch.totalRows, 'row'),
    batch.dryRun && 'dry run',
  ]
  return <span className="number">{facts.filter(Boolean).join(' · ')}</span>
}

function BatchNotices({ batch }: { batch: BatchView }) {
  return (
    <>
      {batch.state === 'REFUSED' && batch.refusal && !batch.duplicateOf && (
        <Notice
          tone="bad"
          title="The file could not be taken"
          actions={
            <>
              <ButtonLink to={paths.upload}>Upload a corrected file</ButtonLink>
              <AddressLink kind="secondary" href={addresses.template} download>
                Get the template
              </AddressLink>
            </>
          }
        >
          <p>{batch.refusal.message}</p>
          {batch.refusal.place && (
            <p>
              Place: <span className="code">{batch.refusal.place}</span>
            </p>
          )}
          <p>Nothing was recorded.</p>
        </Notice>
      )}
      {batch.duplicateOf && (
        <Notice
          tone="info"
          title="This very file was sent before"
          actions={<ButtonLink to={paths.batch(batch.duplicateOf.batchId)}>Open the earlier batch</ButtonLink>}
        >
          It came on {instant(batch.duplicateOf.createdAt)}; its outcomes stand there, and nothing was added.
        </Notice>
      )}
      {batch.state === 'CANCELLED' && (
        <Notice tone="info" title="Cancelled" actions={<ButtonLink to={paths.upload}>Upload again</ButtonLink>}>
          {batch.appliedRows > 0
            ? `${plural(batch.appliedRows, 'row')} had their outcome before; the rest was left alone.`
            : 'Nothing was recorded.'}
        </Notice>
      )}
      {batch.dryRun && batch.state === 'DONE' && (
        <Notice
          tone="info"
          title="This was a dry run"
          actions={<ButtonLink to={paths.upload}>Send it for real</ButtonLink>}
        >
          Every row was checked as if it counted; nothing was recorded.
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

function WhatToDo({ batch }: { batch: BatchView }) {
  const { resultAddress, counts } = batch
  if (!resultAddress || batch.source !== 'FILE') return null
  return (
    <Card
      title={counts.rejected > 0 ? `${plural(counts.rejected, 'row')} to correct` : 'Every row has its outcome'}
      actions={
        <>
          {counts.rejected > 0 && (
            <AddressLink href={addresses.failedRows(resultAddress)} download>
              <Download size={16} aria-hidden="true" /> Rows to correct
            </AddressLink>
          )}
          <AddressLink kind="secondary" href={resultAddress} download>
            <Download size={16} aria-hidden="true" /> All rows with outcomes
          </AddressLink>
        </>
      }
    >
      <p className="soft reading">
        {counts.rejected > 0
          ? 'The download has the layout of your upload, with each row’s outcome and reason in extra columns. Correct the cells, save, and upload it again: what is recorded already is recognized and never counted twice.'
          : 'The download has the layout of your upload, with each row’s outcome in extra columns, for your records.'}
      </p>
    </Card>
  )
}
