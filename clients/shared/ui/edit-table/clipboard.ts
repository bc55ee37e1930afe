import { type Place, placesBetween, type Size } from './cell-range'

export interface PlacedText extends Place {
  text: string
}

/** The cells of a text that a spreadsheet copied: lines of cells with tabs between; quoted where a cell holds either. */
export function readCells(text: string): string[][] {
  const lines: string[][] = [[]]
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|$)/gy
  for (const [whole, quoted, plain, end] of text.replace(/\r?\n$/, '').matchAll(pattern)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end !== '\t' && end !== '') lines.push([])
    if (end === '' || whole === '') break
  }
  return lines
}

/** Where pasted cells go: from the upper left corner on, or a single one into every selected cell. */
export function placePasted(cells: readonly string[][], one: Place, other: Place, size: Size): PlacedText[] {
  const [[only] = []] = cells
  if (cells.length === 1 && cells[0]?.length === 1) {
    return placesBetween(one, other).map((place) => ({ ...place, text: only ?? '' }))
  }
  const from = { row: Math.min(one.row, other.row), column: Math.min(one.column, other.column) }
  return cells
    .flatMap((line, row) =>
      line.map((text, column) => ({ row: from.row + row, column: from.column + column, text: text.trim() })),
    )
    .filter(({ row, column }) => row < size.rows && column < size.columns)
}

/** Cells as a spreadsheet takes them from the clipboard. */
export const writeCells = (cells: readonly string[][]) =>
  cells.map((line) => line.map((text) => text.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n')
