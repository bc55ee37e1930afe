import { useQuery } from '@apollo/client/react'
import { Play } from 'lucide-react'
import { useState } from 'react'
import { graphql } from '../../graphql'
import type { ColumnChoiceInput, ColumnPreviewQuery as PreviewData } from '../../graphql/graphql'
import { percent } from '../../shared/format/numbers'
import { problemOf } from '../../shared/graph/problem'
import { useAction } from '../../shared/graph/use-action'
import { Badge } from '../../shared/ui/badge'
import { Button } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { ComboField } from '../../shared/ui/combo-field'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { Notice } from '../../shared/ui/notice'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { BlockSkeleton } from '../../shared/ui/skeleton'
import './column-preview.css'

const ColumnPreviewQuery = graphql(`
  query ColumnPreview($batchId: ID!, $choices: [ColumnChoiceInput!]) {
    activityUploadPreview(batchId: $batchId, choices: $choices) {
      columns {
        position
        header
        confidence
        isChosen
        isRead
        repetition
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

type Proposed = PreviewData['activityUploadPreview']['columns'][number]

const notRead = 'NOT_READ'

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
  const options = [
    { id: notRead, label: 'Do not read this column' },
    ...shown.activityColumns.map(({ key, header, guidance }) => ({ id: key, label: header, note: guidance })),
  ]
  const choose = (header: string, key: string | undefined) =>
    setChoices((before) => [
      ...before.filter((each) => each.header !== header),
      { header, column: key === notRead ? null : key },
    ])
  const unread = columns.filter(({ isRead, isChosen }) => !isRead && !isChosen)
  const tableColumns: Column<Proposed>[] = [
    { id: 'header', header: 'Column of the file', isRowHeader: true, cell: ({ header }) => header || 'No name' },
    {
      id: 'samples',
      header: 'First values',
      cell: ({ position }) => (
        <span className="soft">
          {rows
            .map(({ texts }) => texts[position - 1])
            .filter(Boolean)
            .slice(0, 3)
            .join(' · ')}
        </span>
      ),
    },
    {
      id: 'column',
      header: 'Is read as',
      grow: true,
      cell: ({ header, column, isRead, isChosen }) => (
        <ComboField
          label={`${header || 'No name'} is read as`}
          options={options}
          placeholder="Not read: choose a column"
          value={isRead && column ? column.key : isChosen ? notRead : undefined}
          onChange={(key) => choose(header, key)}
        />
      ),
    },
    { id: 'sure', header: 'How sure', cell: (proposed) => <Sureness proposed={proposed} /> },
  ]
  return (
    <Card
      title="What the columns are taken for"
      note="Change what is wrong; your choices are kept for the next file."
      flush
    >
      {columns.length > 0 && (
        <DataTable
          label="Columns"
          columns={tableColumns}
          items={columns}
          keyOf={({ position }) => String(position)}
          empty={null}
        />
      )}
      <div className="preview-foot stack">
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

function Sureness({ proposed: { isChosen, isRead, column, confidence } }: { proposed: Proposed }) {
  if (isChosen) return <Badge tone="info">Chosen</Badge>
  if (isRead) return <Badge tone="good">{percent(confidence, 1)}</Badge>
  return <Badge tone="warn">{column ? `Perhaps ${column.header}` : 'Not recognized'}</Badge>
}
