import { ArrowLeft } from 'lucide-react'
import { Suspense } from 'react'
import { Link } from 'react-router'
import { graphql } from '../../graphql'
import type { BatchQuery as BatchData } from '../../graphql/graphql'
import { instant } from '../../shared/format/days'
import { bytes, plural } from '../../shared/format/numbers'
import { useAction } from '../../shared/graph/use-action'
import { usePoll } from '../../shared/graph/use-poll'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { Button } from '../../shared/ui/button'
import { Page } from '../../shared/ui/page'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { BlockSkeleton } from '../../shared/ui/skeleton'
import { paths } from '../paths'
import { FileColumns } from '../upload/file-columns'
import { BatchNotices } from './batch-notices'
import { BatchProgress } from './batch-progress'
import { BatchReview } from './batch-review'
import { BatchRows } from './batch-rows'
import { batchName, batchStanding, isRunning, leftToCorrect } from './batch-words'
import { useBatchProgress } from './use-batch-progress'
import { WhatToDo } from './what-to-do'

const BatchQuery = graphql(`
  query Batch($batchId: ID!) {
    batch(batchId: $batchId) {
      batchId
      source
      fileName
      byteSize
      state
      dryRun
      needsConfirmation
      trialOf {
        batchId
      }
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
      reviewableRows
      counts {
        accepted
        warned
        rejected
        duplicate
        inReview
      }
      correction {
        toCorrect
        corrected
      }
      corrects {
        batchId
        source
        fileName
      }
      correctedBy {
        batchId
        createdAt
        counts {
          accepted
          rejected
          duplicate
          inReview
        }
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
  const running = isRunning(batch.state) && !batch.needsConfirmation
  const { pace, hasNoLine } = useBatchProgress(batch)
  // An event waits for older transactions anywhere on the server; whoever waits for the end of a file hears of it anyway.
  const whileRunning = hasNoLine ? 1_000 : 10_000
  const intervalMs = running ? whileRunning : batch.counts.inReview > 0 ? 5_000 : undefined
  const standstill = usePoll(BatchQuery, { batchId: batch.batchId }, intervalMs)
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
        isRunning(batch.state) && (
          <Button kind="secondary" isPending={cancel.pending} onPress={() => cancel.run({ batchId: batch.batchId })}>
            Cancel
          </Button>
        )
      }
    >
      <ProblemNotice problem={cancel.problem ?? standstill} />
      <p role="status" className="visually-hidden">
        {batchStanding({ ...batch, toCorrect: leftToCorrect(batch) })}
      </p>
      <BatchNotices batch={batch} />
      {batch.needsConfirmation && <FileColumns batchId={batch.batchId} dryRun={batch.dryRun} />}
      {running && <BatchProgress batch={batch} pace={pace} />}
      {batch.state === 'DONE' && (
        <>
          <WhatToDo batch={batch} />
          <BatchReview batch={batch} />
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
