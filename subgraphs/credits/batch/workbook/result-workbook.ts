import type { Writable } from 'node:stream'
import { type Cell, type Column, type ColumnKey, parseDay, type RowCells, resultHeaders } from '../columns.js'
import { learnerSheet, templateColumns } from './learner-sheet.js'
import type { OutputRow, OutputValue } from './sheet-xml.js'
import { writeWorkbook } from './write-workbook.js'

/** A row as the provider sent it, with what became of it. */
export interface ResultRow {
  cells: RowCells
  outcome: string
  reason: string
  suggestedFix: string
}

/** Writes rows in the layout of the upload plus outcome, reason and fix, so that the file can be corrected and sent again. */
export async function writeResultWorkbook(
  stream: Writable,
  keys: readonly ColumnKey[],
  rows: AsyncIterable<ResultRow> | Iterable<ResultRow>,
): Promise<void> {
  const columns = templateColumns(keys)
  await writeWorkbook(stream, [learnerSheet(columns, outputRows(columns, rows), resultHeaders)])
}

async function* outputRows(
  columns: readonly Column[],
  rows: AsyncIterable<ResultRow> | Iterable<ResultRow>,
): AsyncGenerator<OutputRow> {
  for await (const { cells, outcome, reason, suggestedFix } of rows) {
    yield {
      values: [...columns.map((column) => outputValue(column, cells[column.key])), outcome, reason, suggestedFix],
    }
  }
}

function outputValue({ kind }: Column, cell: Cell | undefined): OutputValue {
  if (!cell) return undefined
  const day = kind === 'day' ? parseDay(cell.text, cell.kind) : undefined
  if (day !== undefined && day >= firstSafeDay) return { day }
  return kind === 'amount' && cell.kind === 'number' ? Number(cell.text) : cell.text
}

/** Earlier days have two serial numbers, depending on who believes in 29 February 1900. */
const firstSafeDay = '1900-03-01'
