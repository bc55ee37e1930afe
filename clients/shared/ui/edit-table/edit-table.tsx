import { CircleAlert, Pencil } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import type { Option } from '../combo-field'
import type { FieldIssue } from '../field'
import { CellEditor } from './cell-editor'
import type { Place } from './cell-range'
import './edit-table.css'
import { useGrid } from './use-grid'

export interface EditColumn<Row> {
  id: string
  header: string
  text: (row: Row) => string
  /** The values it can have; without them any text is typed. */
  options?: readonly Option[]
  /** Why a cell cannot be changed; undefined where it can. */
  locked?: (row: Row) => string | undefined
  align?: 'end'
  /** How its text reads while a cell is closed; without it as it is. */
  inWords?: (text: string) => string
}

export interface CellEdit {
  rowKey: string
  columnId: string
  text: string
}

/** What is to be said of a cell. */
export interface CellState {
  changed?: boolean
  issue?: FieldIssue
}

interface EditTableProps<Row> {
  label: string
  columns: readonly EditColumn<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** The name of a row, and what became of it. */
  head: { header: string; cell: (row: Row) => ReactNode }
  stateOf: (row: Row, columnId: string) => CellState
  onEdit: (edits: CellEdit[]) => void
  onUndo: () => void
}

/**
 * A table whose cells are changed with the keyboard as in a spreadsheet: arrows move, Shift selects, Enter or typing
 * opens a cell, Escape leaves it, and cells are pasted from a spreadsheet or filled down.
 */
export function EditTable<Row>({ label, columns, rows, keyOf, head, stateOf, onEdit, onUndo }: EditTableProps<Row>) {
  const help = useId()
  const [said, setSaid] = useState('')
  const at = ({ row, column }: Place) => ({ item: rows[row], column: columns[column] })
  const grid = useGrid({
    size: { rows: rows.length, columns: columns.length },
    textAt: (place) => {
      const { item, column } = at(place)
      return item === undefined ? '' : (column?.text(item) ?? '')
    },
    lockAt: (place) => {
      const { item, column } = at(place)
      return item === undefined ? undefined : column?.locked?.(item)
    },
    onEdit: (cells) => {
      const edits = cells.flatMap((cell) => {
        const { item, column } = at(cell)
        return item !== undefined && column ? [{ rowKey: keyOf(item), columnId: column.id, text: cell.text }] : []
      })
      if (edits.length > 0) onEdit(edits)
    },
    onUndo,
    onSay: setSaid,
  })
  return (
    <div className="edit-table-frame">
      <p id={help} className="soft small">
        Arrow keys move, Enter or typing changes a cell, Escape leaves it. Shift with arrows selects, Ctrl+D fills down,
        Ctrl+Z takes back. Columns can be pasted from a spreadsheet.
      </p>
      <p role="status" className="soft small edit-table-said">
        {said}
      </p>
      <div className="edit-table-scroll">
        <table aria-label={label} aria-describedby={help} className="edit-table" {...grid.gridProps}>
          <thead>
            <tr>
              <th scope="col">{head.header}</th>
              {columns.map(({ id, header, align }) => (
                <th key={id} scope="col" data-align={align}>
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((item, row) => (
              <tr key={keyOf(item)}>
                <th scope="row">{head.cell(item)}</th>
                {columns.map((column, index) => {
                  const place = { row, column: index }
                  const initial = grid.openAt(place)
                  const state = stateOf(item, column.id)
                  const invalid = state.issue?.tone === 'error' || undefined
                  return (
                    <td
                      key={column.id}
                      data-align={column.align}
                      data-changed={state.changed || undefined}
                      data-invalid={invalid}
                      aria-invalid={invalid}
                      {...grid.cellProps(place)}
                    >
                      {initial ? (
                        <CellEditor
                          label={`${column.header} in row ${row + 1}`}
                          options={column.options}
                          initial={initial}
                          onClose={grid.close}
                        />
                      ) : (
                        <CellText text={wordFor(column, item)} state={state} />
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function wordFor<Row>({ options, text, inWords }: EditColumn<Row>, row: Row) {
  const value = text(row)
  return options?.find(({ id }) => id === value)?.label ?? inWords?.(value) ?? value
}

function CellText({ text, state }: { text: string; state: CellState }) {
  return (
    <>
      {text || <span className="edit-blank">–</span>}
      {state.changed && !state.issue && <Pencil size={12} role="img" aria-label="changed, not saved" />}
      {state.issue && (
        <span className={`edit-issue field-${state.issue.tone}`}>
          <CircleAlert size={12} aria-hidden="true" /> {state.issue.text}
        </span>
      )}
    </>
  )
}
