import { ArrowLeft } from 'lucide-react'
import { Suspense } from 'react'
import { Link } from 'react-router'
import { graphql } from '../../../graphql'
import type { CheckedFileFactsFragment } from '../../../graphql/graphql'
import { day, duration, instant } from '../../../shared/format/days'
import { bytes, count, plural } from '../../../shared/format/numbers'
import { useAction } from '../../../shared/graph/use-action'
import { useRouteQuery } from '../../../shared/graph/use-route-query'
import { useProgress } from '../../../shared/live/use-progress'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page'
import { ProblemNotice } from '../../../shared/ui/problem-notice'
import { Progress } from '../../../shared/ui/progress'
import { BlockSkeleton } from '../../../shared/ui/skeleton'
import { isRunning } from '../../batch/batch-words'
import { paths } from '../../paths'
import { AnswerBars } from './answer-bars'
import { FileNotices, FileSummary } from './file-notices'
import { FileRows } from './file-rows'
import { fileStandings } from './file-words'
import { CancelValidationUpload } from './use-validation-upload'

graphql(`
  fragment CheckedFileFacts on ValidationBatch {
    batchId
    fileName
    byteSize
    state
    totalRows
    appliedRows
    createdAt
    keptUntil
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
    progress {
      percent
      rowsPerSecond
      secondsLeft
    }
    counts {
      valid
      warned
      problems
      unreadable
      license {
        matched
        ambiguous
        mismatch
        notFound
      }
      board {
        matched
        ambiguous
        mismatch
        notFound
      }
    }
  }
`)

const CheckedFileQuery = graphql(`
  query CheckedFile($batchId: ID!) {
    validationBatch(batchId: $batchId) {
      ...CheckedFileFacts
    }
  }
`)

const CheckedFileProgressSubscription = graphql(`
  subscription CheckedFileProgress($batchId: ID!) {
    validationBatchProgress(batchId: $batchId) {
      ...CheckedFileFacts
    }
  }
`)

export type CheckedFileView = CheckedFileFactsFragment

/** One file of learners: how far it is, and what was answered about its rows. */
export function CheckedFilePage() {
  const { validationBatch: batch } = useRouteQuery(CheckedFileQuery)
  const running = isRunning(batch.state)
  const standstill = useProgress(CheckedFileProgressSubscription, CheckedFileQuery, { batchId: batch.batchId }, running)
  const cancel = useAction(CancelValidationUpload)
  const facts = [
    batch.byteSize && bytes(batch.byteSize),
    batch.totalRows && plural(batch.totalRows, 'row'),
    `sent ${instant(batch.createdAt)}`,
    batch.keptUntil && `deleted on ${day(batch.keptUntil.slice(0, 10))}`,
  ]
  return (
    <Page
      title={batch.fileName ?? 'A file of learners'}
      lead={<span className="number">{facts.filter(Boolean).join(' · ')}</span>}
      above={
        <Link to={paths.validationFiles}>
          <ArrowLeft size={14} aria-hidden="true" /> Checked files
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
        {fileStandings[batch.state] ?? `Done: ${plural(batch.counts.problems, 'row')} with problems`}
      </p>
      <FileNotices batch={batch} />
      {running && <FileProgress batch={batch} />}
      {batch.state === 'DONE' && <FileSummary batch={batch} />}
      {!running && batch.appliedRows > 0 && (
        <>
          <AnswerBars counts={batch.counts} />
          <Suspense fallback={<BlockSkeleton label="rows" />}>
            <FileRows batch={batch} />
          </Suspense>
        </>
      )}
    </Page>
  )
}

function FileProgress({ batch: { state, progress, appliedRows, totalRows } }: { batch: CheckedFileView }) {
  const { percent, rowsPerSecond, secondsLeft } = progress
  const speed = [
    rowsPerSecond && `${count(rowsPerSecond)} rows a second`,
    typeof secondsLeft === 'number' && `about ${duration(secondsLeft)} left`,
  ].filter(Boolean)
  return (
    <Card>
      <div className="stack" data-gap="s">
        <Progress
          label={fileStandings[state] ?? ''}
          value={state === 'APPLYING' ? percent : undefined}
          text={totalRows ? `${count(appliedRows)} of ${plural(totalRows, 'row')}` : ''}
        />
        <p className="soft small number">
          {speed.length > 0 && `${speed.join(', ')}. `}You can leave this page; the work goes on.
        </p>
      </div>
    </Card>
  )
}
