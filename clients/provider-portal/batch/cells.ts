import { day, isDay } from '../../shared/format/days'

interface WithCells {
  cells: readonly { column: string; text: string }[]
}

/** What the row says in a column of the template. */
export const cellOf = (row: WithCells, column: string) => row.cells.find((cell) => cell.column.trim() === column)?.text

/** The learner’s name as submitted. */
export const learnerName = (row: WithCells) =>
  [cellOf(row, 'First Name'), cellOf(row, 'Last Name')].filter(Boolean).join(' ') || 'No name'

/** A cell with a day as a day; whatever else stands there as it stands. */
export const dayText = (text: string | undefined) => (text && isDay(text) ? day(text) : text)
