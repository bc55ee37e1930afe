import { stringify } from 'csv-stringify/sync'
import { guardFormulaText } from '../workbook/formula-text.js'
import type { TableLayout } from './table-layout.js'

/** One line of a text with columns, with its end: nothing in it is taken for a formula (B09). */
export const delimitedLine = (texts: readonly string[], delimiter: TableLayout['delimiter']): string =>
  stringify([texts.map(guardFormulaText)], { delimiter, record_delimiter: '\r\n' })
