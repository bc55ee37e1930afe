import type { BoardColumnKey, ColumnKey, RowCells } from '../batch/columns.js'

const suffix = /^(?<key>[a-zA-Z0-9]+):(?<code>.+)$/
const named: BoardColumnKey = 'certifyingBoard'

/** The cells of a board, kept beside those of the first board of the same row. */
export const asFurther = (code: string, cells: RowCells): RowCells =>
  Object.fromEntries(Object.entries(cells).map(([key, cell]) => [`${key}:${code}`, cell]))

/** The codes of the further boards of a row, as they were written, in their order. */
export const furtherCodes = (cells: RowCells): string[] =>
  Object.keys(cells).flatMap((key) => {
    const { key: column, code } = suffix.exec(key)?.groups ?? {}
    return column === named && code ? [code] : []
  })

/** The cells of a further board, under the columns that the first board has. */
export const cellsOfFurther = (cells: RowCells, code: string): RowCells =>
  Object.fromEntries(
    Object.entries(cells).flatMap(([key, cell]) => {
      const found = suffix.exec(key)?.groups
      return found?.code === code ? [[found.key as ColumnKey, cell]] : []
    }),
  )

/** The id that a row gives for a board, whichever of its boards that is. */
export function boardIdIn(cells: RowCells, code: string): string | undefined {
  const isFirst = cells.certifyingBoard?.text.trim().toUpperCase() === code
  return (isFirst ? cells : cellsOfFurther(cells, code)).certifyingBoardId?.text.trim() || undefined
}
