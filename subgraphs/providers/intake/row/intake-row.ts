import type { WireRecord } from '../../../shared/wire/wire-value.js'
import type { Cell } from '../../../shared/workbook/cell.js'
import type { CellKey } from '../column/column.js'
import type { RowIssue } from './row-issue.js'

/** The cells of one row under our names; a blank cell is absent (B05). */
export type IntakeCells = Partial<Record<CellKey, Cell>>

/** A row as it was sent: its texts in the order of the file, or its record. */
export type Submitted = (string | null)[] | WireRecord

/** One row of any kind of file. */
export interface IntakeRow {
  /** As a spreadsheet program shows it, or the number of the record (B07). */
  rowNumber: number
  /** The line of a text file on which it begins. */
  line: number | null
  submitted: Submitted
  cells: IntakeCells
  /** What the reader already knows to be wrong. */
  issues: RowIssue[]
}

/** A cell of text. */
export const textCell = (text: string): Cell => ({ text, kind: 'text' })
