import type { TableRow } from '../table/table-row.js'
import { type FileColumn, sureEnough } from './column-matcher.js'

/** The header of a file with columns, and what its columns are taken for. */
export interface FoundHeader<Column> {
  headerRow: number
  columns: Column[]
}

/** How columns are recognized while the header is looked for. */
export interface HeaderSearch<Column> {
  match(columns: readonly FileColumn[]): Column[]
  /** Whether a header is a name that is known. */
  isName(header: string): boolean
}

/** How far down a header may stand: below a row of guidance (B01), or below a few words about the file. */
const lastHeaderRow = 5
const fewestToBeAHeader = 2

/** Finds the header among the first rows: the row in which most columns are recognized; undefined where there is none. */
export function findHeaderRow<Column extends { key: string | null; confidence: number }>(
  firstRows: readonly TableRow[],
  search: HeaderSearch<Column>,
): FoundHeader<Column> | undefined {
  const possible = firstRows.filter(({ rowNumber }) => rowNumber <= lastHeaderRow)
  const exact = possible.map((row) => ({ row, count: textsOf(row).filter(search.isName).length }))
  const clear = exact.toSorted((a, b) => b.count - a.count)[0]
  const candidates = (clear && clear.count >= fewestToBeAHeader ? [clear.row] : possible).map((row) => {
    const columns = search.match(fileColumns(row, firstRows))
    const sure = columns.filter(({ key, confidence }) => key && confidence >= sureEnough)
    return {
      headerRow: row.rowNumber,
      columns,
      sure: sure.length,
      sum: sure.reduce((sum, { confidence }) => sum + confidence, 0),
    }
  })
  const best = candidates.toSorted((a, b) => b.sum - a.sum)[0]
  return best && best.sure >= fewestToBeAHeader ? best : undefined
}

/** The first row, taken for the header so that somebody can say what its columns are; undefined where it has only one. */
export function firstRowAsHeader<Column>(
  firstRows: readonly TableRow[],
  search: HeaderSearch<Column>,
): FoundHeader<Column> | undefined {
  const [first] = firstRows
  if (!first || textsOf(first).length < fewestToBeAHeader) return undefined
  return { headerRow: first.rowNumber, columns: search.match(fileColumns(first, firstRows)) }
}

const textsOf = ({ cells }: TableRow): string[] => cells.flatMap((cell) => cell?.text ?? [])

/** The columns of a file whose header is a row; those without a name are left out. */
export function fileColumns(header: TableRow, firstRows: readonly TableRow[]): FileColumn[] {
  const below = firstRows.filter(({ rowNumber }) => rowNumber > header.rowNumber)
  return Array.from(header.cells).flatMap((cell, i) =>
    cell
      ? [{ position: i + 1, header: cell.text, samples: below.flatMap(({ cells }) => cells[i]?.text.trim() || []) }]
      : [],
  )
}
