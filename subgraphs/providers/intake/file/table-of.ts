import { FileFormat } from '../format/file-format.js'
import type { IntakeLimits } from '../format/limits.js'
import { readCsv } from '../table/read-csv.js'
import { readSheet } from '../table/read-sheet.js'
import type { IsDay, TableRow } from '../table/table-row.js'
import type { FileShape } from './file-shape.js'

/** The rows of a file with columns, whatever kind of file it is. */
export const tableOf = (
  path: string,
  { format, encoding, delimiter }: Pick<FileShape, 'format' | 'encoding' | 'delimiter'>,
  limits: IntakeLimits,
  isDay: IsDay = () => false,
): AsyncGenerator<TableRow> =>
  format === FileFormat.XLSX
    ? readSheet(path, limits, isDay)
    : readCsv(path, { encoding, delimiter, keepsBlanks: format === FileFormat.TAB }, limits)
