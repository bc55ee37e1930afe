import { columnLetters } from '../workbook/cell-ref.js'
import { type OpenSheet, openSheet } from '../workbook/open-sheet.js'
import { FileRefusal } from '../workbook/refusal.js'
import type { RawRow } from '../workbook/sheet-rows.js'
import { FileFormat } from './file-format.js'
import type { TableLimits } from './limits.js'
import { readCsv } from './read-csv.js'
import { findLayout, type TableLayout } from './table-layout.js'

/** Opens a file with columns: the sheet of a workbook, or text. Throws FileRefusal when it is neither or cannot be read. */
export async function openTable(
  path: string,
  limits: TableLimits,
  layout?: TableLayout,
): Promise<OpenSheet & { layout: TableLayout }> {
  const { format, encoding, delimiter } = layout ?? (await findLayout(path))
  const known = { format, encoding, delimiter }
  if (format === FileFormat.XML || format === FileFormat.JSON) throw notATable(format)
  const table = format === FileFormat.XLSX ? await openSheet(path, limits) : openText(path, known, limits)
  return { ...table, layout: known }
}

function openText(path: string, { format, encoding, delimiter }: TableLayout, limits: TableLimits): OpenSheet {
  const csv = { encoding, delimiter, keepsBlanks: format === FileFormat.TAB }
  return {
    name: 'the file',
    mayLackHeader: format === FileFormat.TAB,
    place: (column, rowNumber) => `row ${rowNumber}, column ${columnLetters(column)}`,
    rows: () => rawRows(readCsv(path, csv, limits)),
    read: ({ text }) => ({ text, kind: 'text' }),
    close: () => undefined,
  }
}

/** Rows by the hundred, since waiting for each costs more than reading it. */
async function* rawRows(rows: ReturnType<typeof readCsv>): AsyncGenerator<RawRow[]> {
  let many: RawRow[] = []
  for await (const { rowNumber, line, cells } of rows) {
    many.push({
      rowNumber,
      line: line ?? rowNumber,
      cells: cells.flatMap((cell, i) => (cell ? [{ column: i + 1, type: 'str', style: 0, text: cell.text }] : [])),
    })
    if (many.length < rowsAtOnce) continue
    yield many
    many = []
  }
  yield many
}

const rowsAtOnce = 200

const notATable = (format: FileFormat) =>
  new FileRefusal('FILE_FORMAT', `The file is ${format}. Send a workbook (.xlsx), CSV or tab-delimited text.`)
