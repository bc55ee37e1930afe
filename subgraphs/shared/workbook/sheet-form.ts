import type { Cell } from './cell.js'

/** What a column holds; days and birthdays are also read from a spreadsheet's serial numbers. */
export type ColumnKind = 'text' | 'day' | 'birthday' | 'amount'

/** One column of a form. */
export interface FormColumn<Key extends string = string> {
  key: Key
  /** As the template writes it. */
  header: string
  /** Other names that people's systems give it. */
  aliases: readonly string[]
  /** What row 1 of the template says above it. */
  guidance: string
  /** Whether a file without this column is refused. */
  required: boolean
  kind: ColumnKind
  /** The longest value that makes sense; a longer one is a bad value of its row. */
  maxLength: number
}

/** The cells of one row under the keys of their columns; a blank cell is absent. */
export type FormCells<Key extends string = string> = Partial<Record<Key, Cell>>

/** A kind of workbook: guidance in row 1, these headers in row 2, data from row 3 on. */
export interface SheetForm<Key extends string = string> {
  /** In the order of the template; a header takes the first column of its name that is still free. */
  columns: readonly FormColumn<Key>[]
  /** What one row is about, for sentences. */
  rowIs: string
  /** The columns added to a result file; a file that is sent back may still have them. */
  resultHeaders: readonly string[]
  /** The columns of a tab-delimited file without their names above them (B04), one order a line. */
  withoutHeader?: readonly (readonly Key[])[]
  /** What else is missing where none of several columns is there. */
  alsoMissing?(found: ReadonlySet<Key>): readonly string[]
}
