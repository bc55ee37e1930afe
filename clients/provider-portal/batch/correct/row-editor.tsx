import { useState } from 'react'
import { Badge } from '../../../shared/ui/badge'
import { Button } from '../../../shared/ui/button'
import { CellEditor } from './cell-editor'
import type { RowToCorrectView } from './correct-rows'
import { textOf, withCell, withoutRow, withRow } from './corrections'
import type { CorrectionsStore } from './use-corrections'

export interface RowEditorProps {
  row: RowToCorrectView
  store: CorrectionsStore
  /** Writes a text in a cell of every row of the reason that says there what this row says. */
  onSame: (row: RowToCorrectView, key: string, text: string) => void
}

/** One row to correct: what is wrong with it, the cells in question, and the others behind them. */
export function RowEditor({ row, store, onSame }: RowEditorProps) {
  const { corrections, change } = store
  const [isOpen, setIsOpen] = useState(false)
  const changes = corrections.rows[row.rowNumber]
  const asked = new Set([...row.issues, ...row.proposals].map(({ key }) => key))
  const [inQuestion, others] = [
    row.cells.filter(({ key }) => asked.has(key)),
    row.cells.filter(({ key }) => !asked.has(key)),
  ]
  const elsewhere = row.issues.filter(({ key }) => !key || !row.isCorrectable)
  const cell = ({ key }: { key: string }) => (
    <CellEditor
      key={key}
      row={row}
      cellKey={key}
      text={changes?.[key] ?? textOf(row, key)}
      onChange={(text) => change((all) => withCell(all, row, key, text))}
      onSame={(text) => onSame(row, key, text)}
    />
  )
  return (
    <li className="correct-row" data-row={row.rowNumber}>
      <div className="row" data-apart>
        <h3>
          Row {row.rowNumber}:{' '}
          {[textOf(row, 'firstName'), textOf(row, 'lastName')].filter(Boolean).join(' ') || 'no name'}
        </h3>
        <div className="row">
          {row.wasResent && !changes && <Badge tone="warn">Sent again, not accepted</Badge>}
          {changes && <Badge tone="info">To be sent</Badge>}
        </div>
      </div>
      {elsewhere.map(({ code, message, fix }) => (
        <p key={code + message} className="correct-message">
          {message} <span className="soft">{fix}</span>
        </p>
      ))}
      {row.isCorrectable && (
        <>
          <div className="correct-cells">{inQuestion.map(cell)}</div>
          {others.length > 0 && (
            <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
              <summary>{inQuestion.length > 0 ? 'Other cells' : 'Cells of this row'}</summary>
              {isOpen && <div className="correct-cells">{others.map(cell)}</div>}
            </details>
          )}
          <div>
            {changes ? (
              <Button
                kind="quiet"
                size="s"
                onPress={() => change((all) => withoutRow(all, row))}
                aria-label={`Leave row ${row.rowNumber} as it was`}
              >
                Leave it as it was
              </Button>
            ) : (
              <Button
                kind="quiet"
                size="s"
                onPress={() => change((all) => withRow(all, row))}
                aria-label={`Send row ${row.rowNumber} as it is`}
              >
                Send it as it is
              </Button>
            )}
          </div>
        </>
      )}
    </li>
  )
}
