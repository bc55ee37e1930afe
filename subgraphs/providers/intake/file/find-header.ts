import type { TableRow } from '../../../shared/table/table-row.js'
import {
  type Choices,
  countExact,
  type FileColumn,
  type MatchedColumn,
  matchColumns,
  sureEnough,
} from '../column/match-columns.js'

/** The header of a file with columns, and what its columns are taken for. */
export interface FoundHeader {
  headerRow: number
  columns: MatchedColumn[]
}

/** How far down a header may stand: below a row of guidance (B01), or below a few words about the file. */
const lastHeaderRow = 5
const fewestToBeAHeader = 2

/** Finds the header among the first rows: the row in which most columns are recognized; undefined where there is none. */
export function findHeader(firstRows: readonly TableRow[], choices: Choices): FoundHeader | undefined {
  const possible = firstRows.filter(({ rowNumber }) => rowNumber <= lastHeaderRow)
  const exact = possible.map((row) => ({ row, count: countExact(textsOf(row), choices) }))
  const clear = exact.toSorted((a, b) => b.count - a.count)[0]
  const candidates = (clear && clear.count >= fewestToBeAHeader ? [clear.row] : possible).map((row) => {
    const columns = matchColumns(fileColumns(row, firstRows), choices)
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
export function firstRowAsHeader(firstRows: readonly TableRow[], choices: Choices): FoundHeader | undefined {
  const [first] = firstRows
  if (!first || textsOf(first).length < fewestToBeAHeader) return undefined
  return { headerRow: first.rowNumber, columns: matchColumns(fileColumns(first, firstRows), choices) }
}

const textsOf = ({ cells }: TableRow): string[] => cells.flatMap((cell) => cell?.text ?? [])

function fileColumns(header: TableRow, firstRows: readonly TableRow[]): FileColumn[] {
  const below = firstRows.filter(({ rowNumber }) => rowNumber > header.rowNumber)
  return Array.from(header.cells).flatMap((cell, i) =>
    cell
      ? [{ position: i + 1, header: cell.text, samples: below.flatMap(({ cells }) => cells[i]?.text.trim() || []) }]
      : [],
  )
}
