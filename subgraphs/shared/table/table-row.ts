import type { Cell } from '../workbook/cell.js'

/** One row of a file with columns. */
export interface TableRow {
  /** As a spreadsheet program shows it (B07). */
  rowNumber: number
  /** The line of a text file on which it begins. */
  line: number | null
  /** By position: the cell of column 1 stands first; a blank cell is absent (B05). */
  cells: readonly (Cell | undefined)[]
}

/** Whether a column, by its position from 1, holds days. */
export type IsDay = (position: number) => boolean
