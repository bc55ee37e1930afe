import { percent } from '../../shared/format/numbers'
import { Badge } from '../../shared/ui/badge'
import { ComboField, type Option } from '../../shared/ui/combo-field'
import { type Column, DataTable } from '../../shared/ui/data-table'
import './column-table.css'

/** A column of a file, its first values, and what it is taken for. */
export interface ShownColumn {
  position: number
  header: string
  samples: readonly string[]
  confidence: number
  isRead: boolean
  isChosen: boolean
  column?: { key: string; header: string } | null
}

interface ColumnTableProps {
  columns: readonly ShownColumn[]
  /** What a column can be. */
  known: readonly { key: string; header: string; guidance: string }[]
  /** Undefined for a column that is not to be read. */
  onChoose: (column: ShownColumn, key: string | undefined) => void
}

const notRead = 'NOT_READ'

/** The columns of a file with what they are taken for and how sure that is; each can be changed. */
export function ColumnTable({ columns, known, onChoose }: ColumnTableProps) {
  const options: Option[] = [
    { id: notRead, label: 'Do not read this column' },
    ...known.map(({ key, header, guidance }) => ({ id: key, label: header, note: guidance })),
  ]
  const shown: Column<ShownColumn>[] = [
    { id: 'header', header: 'Column of the file', isRowHeader: true, cell: ({ header }) => nameOf(header) },
    {
      id: 'samples',
      header: 'First values',
      cell: ({ samples }) => <span className="soft column-samples">{samples.join(' · ')}</span>,
    },
    {
      id: 'column',
      header: 'Is read as',
      grow: true,
      cell: (each) => (
        <ComboField
          label={`${nameOf(each.header)} is read as`}
          options={options}
          placeholder="Not read: choose a column"
          value={each.isRead && each.column ? each.column.key : each.isChosen ? notRead : undefined}
          onChange={(key) => onChoose(each, key === notRead ? undefined : key)}
        />
      ),
    },
    { id: 'sure', header: 'How sure', cell: (each) => <Sureness column={each} /> },
  ]
  return (
    <DataTable
      label="Columns"
      columns={shown}
      items={[...columns]}
      keyOf={({ position }) => String(position)}
      empty={null}
    />
  )
}

/** A header as people call it. */
export const nameOf = (header: string) => header || 'No name'

function Sureness({ column: { isChosen, isRead, column, confidence } }: { column: ShownColumn }) {
  if (isChosen) return <Badge tone="info">Chosen</Badge>
  if (isRead) return <Badge tone="good">{percent(confidence, 1)}</Badge>
  return <Badge tone="warn">{column ? `Perhaps ${column.header}` : 'Not recognized'}</Badge>
}
