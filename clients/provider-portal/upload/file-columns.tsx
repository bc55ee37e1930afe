import { useQuery } from '@apollo/client/react'
import { FlaskConical, Play } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { graphql } from '../../graphql'
import type { ColumnUseInput, DayOrder } from '../../graphql/graphql'
import { problemOf } from '../../shared/graph/problem'
import { useAction } from '../../shared/graph/use-action'
import { Button, ReasonedButton } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { Notice } from '../../shared/ui/notice'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { BlockSkeleton } from '../../shared/ui/skeleton'
import { paths } from '../paths'
import { ColumnTable, nameOf, type ShownColumn } from './column-table'
import { FileGaps } from './file-gaps'
import { RememberedColumns } from './remembered-columns'
import { StartUploadMutation } from './use-upload'

const UploadPreviewQuery = graphql(`
  query UploadPreview($batchId: ID!, $mapping: ColumnMappingInput) {
    uploadPreview(batchId: $batchId, mapping: $mapping) {
      isComplete
      dayOrderFinding
      dayOrder
      remembered {
        ...RememberedColumns
      }
      columns {
        position
        header
        samples
        confidence
        isRead
        isChosen
        isOurs
        column {
          key
          header
        }
      }
      missing {
        ...FileGap
      }
      everyRow {
        ...FileGapText
      }
    }
    learnerColumns {
      key
      header
      guidance
    }
  }
`)

const TryUploadMutation = graphql(`
  mutation TryUpload($batchId: ID!, $mapping: ColumnMappingInput) {
    tryUpload(batchId: $batchId, mapping: $mapping) {
      batchId
      state
    }
  }
`)

/** What the columns of a file are taken for, before anything of it is read. */
export function FileColumns({ batchId, dryRun }: { batchId: string; dryRun: boolean }) {
  const navigate = useNavigate()
  const [columns, setColumns] = useState<ColumnUseInput[]>([])
  const [dayOrder, setDayOrder] = useState<DayOrder>()
  const [everyRow, setEveryRow] = useState<Record<string, string>>({})
  const mapping = {
    columns,
    dayOrder,
    everyRow: Object.entries(everyRow).map(([column, text]) => ({ column, text })),
  }
  const { data, previousData, error, refetch } = useQuery(UploadPreviewQuery, {
    variables: { batchId, mapping },
    fetchPolicy: 'network-only',
  })
  const start = useAction(StartUploadMutation)
  const attempt = useAction(TryUploadMutation)
  const shown = data ?? previousData
  if (error && !shown) return <ProblemNotice problem={problemOf(error)} />
  if (!shown) return <BlockSkeleton label="columns" />
  const { uploadPreview: preview, learnerColumns } = shown
  const choose = ({ position }: ShownColumn, key: string | undefined) =>
    setColumns((before) => [
      ...before.filter((each) => each.position !== position && !(key && each.column === key)),
      { position, column: key ?? null },
    ])
  const forgotten = () => {
    setColumns([])
    setDayOrder(undefined)
    void refetch({ batchId, mapping: null })
  }
  const check = async () => {
    const trial = await attempt.run({ batchId, mapping })
    if (trial) await navigate(paths.batch(trial.tryUpload.batchId))
  }
  const unread = preview.columns.filter(({ isRead, isChosen, isOurs }) => !isRead && !isChosen && !isOurs)
  const reason = reasonOf(preview)
  return (
    <Card
      title="What the columns are taken for"
      note="Nothing is recorded yet. Change what is wrong; your choices are kept for files with the same columns."
      flush
    >
      <ColumnTable columns={preview.columns.filter(({ isOurs }) => !isOurs)} known={learnerColumns} onChoose={choose} />
      <div className="columns-foot stack" data-gap="l">
        {preview.remembered && <RememberedColumns remembered={preview.remembered} onForgotten={forgotten} />}
        <FileGaps
          missing={preview.missing}
          everyRow={preview.everyRow}
          finding={preview.dayOrderFinding}
          dayOrder={preview.dayOrder}
          onText={(key, text) => setEveryRow((before) => ({ ...before, [key]: text }))}
          onDayOrder={setDayOrder}
        />
        {unread.length > 0 && (
          <Notice tone="info" title="Columns that are not read">
            {unread.map(({ header }) => nameOf(header)).join(', ')}: choose what they are, or go on without them. What
            stands in them is not kept.
          </Notice>
        )}
        <ProblemNotice problem={start.problem ?? attempt.problem ?? (error && problemOf(error))} />
        <div className="row">
          {!dryRun && (
            <ReasonedButton
              id="report"
              reason={reason}
              isPending={start.pending}
              onPress={() => start.run({ batchId, mapping })}
            >
              <Play size={16} aria-hidden="true" /> Report
            </ReasonedButton>
          )}
          <Button
            kind={dryRun ? 'primary' : 'secondary'}
            isDisabled={reason !== undefined}
            isPending={attempt.pending || (dryRun && start.pending)}
            onPress={() => void (dryRun ? start.run({ batchId, mapping }) : check())}
          >
            <FlaskConical size={16} aria-hidden="true" /> Check without recording
          </Button>
        </div>
      </div>
    </Card>
  )
}

interface Readiness {
  missing: readonly unknown[]
  dayOrder?: DayOrder | null
}

function reasonOf({ missing, dayOrder }: Readiness) {
  if (missing.length > 0) return 'Say first where to find what the file lacks.'
  return dayOrder ? undefined : 'Say first in which order the dates are written.'
}
