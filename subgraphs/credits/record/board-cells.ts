import { parseCertifyingBoard } from '../../reference/certifying-boards.js'
import { badInput } from '../../shared/errors.js'
import type { Cell } from '../../shared/workbook/cell.js'
import type { BoardColumnKey, RowCells } from '../batch/columns.js'
import { asFurther } from './further-boards.js'

/** What is reported to one board, as it was said. Points in quarters. */
export interface SaidOfBoard {
  board: string
  boardId?: string | null
  points: number
  lines: readonly { creditType: string; points: number }[]
}

const maxLines = 5
const lineColumns: readonly (readonly [BoardColumnKey, BoardColumnKey])[] = [
  ['creditType', 'creditTypeCredits'],
  ['additionalCreditType1', 'additionalCredits1'],
  ['additionalCreditType2', 'additionalCredits2'],
  ['additionalCreditType3', 'additionalCredits3'],
  ['additionalCreditType4', 'additionalCredits4'],
]

/** The cells of the boards of a row: those of the first, and beside them those of the others. */
export function cellsOfBoards(boards: readonly SaidOfBoard[]): RowCells {
  const [first, ...further] = boards
  const others = further.map((said, index) => asFurther(placeOf(said, index), boardCells(said)))
  return Object.assign({}, first && boardCells(first), ...others)
}

/** How the cells of a further board are told apart: by its code, or by its number where there is no such board. */
const placeOf = ({ board }: SaidOfBoard, index: number) => parseCertifyingBoard(board) ?? `No. ${index + 2}`

function boardCells({ board, boardId, points, lines }: SaidOfBoard): RowCells {
  if (lines.length > maxLines) throw badInput(`A record has at most ${maxLines} credit types.`)
  const cells: RowCells = {
    certifyingBoard: textCell(board),
    certifyingBoardId: textCell(boardId),
    totalBoardCredits: amountCell(points),
  }
  lines.forEach((line, index) => {
    const [typeColumn, amountColumn] = lineColumns[index] ?? []
    if (!typeColumn || !amountColumn) return
    cells[typeColumn] = textCell(line.creditType)
    cells[amountColumn] = amountCell(line.points)
  })
  return withoutBlanks(cells)
}

/** A cell with a text; none where it is blank. */
export const textCell = (value: string | null | undefined): Cell | undefined =>
  value?.trim() ? { text: value.trim(), kind: 'text' } : undefined

/** A cell with an amount that is given in quarters; none where there is none. */
export const amountCell = (quarters: number | null | undefined): Cell | undefined =>
  quarters === null || quarters === undefined ? undefined : { text: String(quarters / 4), kind: 'number' }

/** The cells that have something in them. */
export const withoutBlanks = (cells: RowCells): RowCells =>
  Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell))
