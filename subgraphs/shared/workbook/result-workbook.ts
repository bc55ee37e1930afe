import type { Writable } from 'node:stream'
import type { Cell } from './cell.js'
import { parseDay } from './day-text.js'
import { formSheet, templateColumns } from './form-sheet.js'
import type { FormCells, FormColumn, SheetForm } from './sheet-form.js'
import type { OutputRow, OutputValue } from './sheet-xml.js'
import { writeWorkbook } from './write-workbook.js'

/** A row as it was sent, with what became of it. */
export interface ResultRow<Key extends string = string> {
  cells: FormCells<Key>
  /** What stands in the result columns of the form, in their order. */
  result: readonly string[]
}

/** Writes rows in the layout of the upload plus the result columns, so that the file can be corrected and sent again. */
export async function writeResultWorkbook<Key extends string>(
  stream: Writable,
  form: SheetForm<Key>,
  keys: readonly Key[],
  rows: AsyncIterable<ResultRow<Key>> | Iterable<ResultRow<Key>>,
): Promise<void> {
  const columns = templateColumns(form, keys)
  await writeWorkbook(stream, [formSheet(columns, outputRows(columns, rows), form.resultHeaders)])
}

async function* outputRows<Key extends string>(
  columns: readonly FormColumn<Key>[],
  rows: AsyncIterable<ResultRow<Key>> | Iterable<ResultRow<Key>>,
): AsyncGenerator<OutputRow> {
  for await (const { cells, result } of rows) {
    yield {
      values: [...columns.map((column) => outputValue(column, cells[column.key])), ...result],
    }
  }
}

function outputValue({ kind }: FormColumn, cell: Cell | undefined): OutputValue {
  if (!cell) return undefined
  const day = kind === 'day' ? parseDay(cell.text, cell.kind) : undefined
  if (day !== undefined && day >= firstSafeDay) return { day }
  return kind === 'amount' && cell.kind === 'number' ? Number(cell.text) : cell.text
}

/** Earlier days have two serial numbers, depending on who believes in 29 February 1900. */
const firstSafeDay = '1900-03-01'
