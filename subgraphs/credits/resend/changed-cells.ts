import { badInput } from '../../shared/errors.js'
import { birthdayCell } from '../../shared/workbook/birthday-text.js'
import type { Cell } from '../../shared/workbook/cell.js'
import { type ColumnKey, columns, type RowCells } from '../batch/columns.js'

/** Characters that one changed cell may have. */
export const maxCellLength = 1_500

/** A cell that is to say something else; an empty text leaves it blank. */
export interface CellChange {
  key: string
  text: string
}

/** The cells of a row with some of them changed. A year of birth is dropped here as it is where files are read (L06). */
export function changeCells(cells: RowCells, changes: readonly CellChange[]): RowCells {
  const changed = changes.map(({ key, text }) => [columnOf(key), clean(text)] as const)
  const entries = changed.map(([{ key, kind }, text]): [ColumnKey, Cell | undefined] => {
    const cell: Cell = { text, kind: 'text' }
    return [key, text ? (kind === 'birthday' ? birthdayCell(cell) : cell) : undefined]
  })
  const all = { ...cells, ...Object.fromEntries(entries) }
  return Object.fromEntries(Object.entries(all).filter(([, cell]) => cell))
}

function columnOf(key: string) {
  const column = columns.find((each) => each.key === key)
  if (column) return column
  throw badInput(`“${key.slice(0, 40)}” is not the key of a column.`, { hint: 'Use the keys that `cells` shows.' })
}

function clean(text: string): string {
  if (text.length > maxCellLength) throw badInput(`A cell may have at most ${maxCellLength} characters.`)
  return [...text]
    .map((character) => (character < ' ' || character === '\u007f' ? ' ' : character))
    .join('')
    .trim()
}
