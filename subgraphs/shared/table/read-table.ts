import { FileFormat } from './file-format.js'
import type { TableLimits } from './limits.js'
import { readCsv } from './read-csv.js'
import { readSheet } from './read-sheet.js'
import type { TableLayout } from './table-layout.js'
import type { IsDay, TableRow } from './table-row.js'

/** The rows of a file with columns, whatever kind of file it is. */
export const readTable = (
  path: string,
  { format, encoding, delimiter }: TableLayout,
  limits: TableLimits,
  isDay: IsDay = () => false,
): AsyncGenerator<TableRow> =>
  format === FileFormat.XLSX
    ? readSheet(path, limits, isDay)
    : readCsv(path, { encoding, delimiter, keepsBlanks: format === FileFormat.TAB }, limits)
