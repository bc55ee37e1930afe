import { useQuery } from '@apollo/client/react'
import { Play } from 'lucide-react'
import { useState } from 'react'
import { graphql } from '../../graphql'
import type { ColumnChoiceInput } from '../../graphql/graphql'
import { problemOf } from '../../shared/graph/problem'
import { useAction } from '../../shared/graph/use-action'
import { Button } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { Notice } from '../../shared/ui/notice'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { BlockSkeleton } from '../../shared/ui/skeleton'
import { ColumnTable, type ShownColumn } from '../upload/column-table'

const ColumnPreviewQuery = graphql(`
  query ColumnPreview($batchId: ID!, $choices: [ColumnChoiceInput!]) {
    activityUploadPreview(batchId: $batchId, choices: $choices) {
      columns {
        position
        header
        confidence
        isChosen
        isRead
        column {
          key
          header
        }
      }
      rows {
        rowNumber
        texts
      }
    }
    activityColumns {
      key
      header
      guidance
    }
  }
`)

const StartMutation = graphql(`
  mutation StartActivityUpload($batchId: ID!, $choices: [ColumnChoiceInput!]) {
    startActivityUpload(batchId: $batchId, choices: $choices) {
      batchId
      state
      needsConfirmation
    }
  }
`)

/** What the columns of a file are taken for; each can be changed before the file is read. */
export function ColumnPreview({ batchId, dryRun }: { batchId: string; dryRun: boolean }) {
  const [choices, setChoices] = useState<ColumnChoiceInput[]>([])
  const { data, previousData, error } = useQuery(ColumnPreviewQuery, {
    variables: { batchId, choices },
    fetchPolicy: 'network-only',
  })
  const start = useAction(StartMutation)
  const shown = data ?? previousData
  if (error && !shown) return <ProblemNotice problem={problemOf(error)} />
  if (!shown) return <BlockSkeleton label="columns" />
  const { columns, rows } = shown.activityUploadPreview
  const choose = ({ header }: ShownColumn, key: string | undefined) =>
    setChoices((before) => [...before.filter((each) => each.header !== header), { header, column: key ?? null }])
  const samplesAt = (position: number) => rows.flatMap(({ texts }) => texts[position - 1] || []).slice(0, 3)
  const unread = columns.filter(({ isRead, isChosen }) => !isRead && !isChosen)
  return (
    <Card
      title="What the columns are taken for"
      note="Change what is wrong; your choices are kept for the next file."
      flush
    >
      {columns.length > 0 && (
        <ColumnTable
          columns={columns.map((column) => ({ ...column, samples: samplesAt(column.position) }))}
          known={shown.activityColumns}
          onChoose={choose}
        />
      )}
      <div className="columns-foot stack">
        {unread.length > 0 && (
          <Notice tone="warn" title="Some columns are not read">
            {unread.map(({ header }) => header).join(', ')}: choose what they are, or go on without them.
          </Notice>
        )}
        {columns.length === 0 && <p>The file names its fields itself; there is nothing to choose.</p>}
        <ProblemNotice problem={start.problem ?? (error && problemOf(error))} />
        <div>
          <Button isPending={start.pending} onPress={() => void start.run({ batchId, choices })}>
            <Play size={16} aria-hidden="true" /> {dryRun ? 'Check the rows' : 'Read the file and save its activities'}
          </Button>
        </div>
      </div>
    </Card>
  )
}
