/** A place in a table, counted from 0. */
export interface Place {
  row: number
  column: number
}

export interface Size {
  rows: number
  columns: number
}

const pageRows = 10
const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value))

/** Where each key leads; with Ctrl or Command to the end of the table in that direction. */
const steps: Record<string, (place: Place, size: Size, far: boolean) => Place> = {
  ArrowUp: ({ row, column }, _, far) => ({ row: far ? 0 : row - 1, column }),
  ArrowDown: ({ row, column }, { rows }, far) => ({ row: far ? rows - 1 : row + 1, column }),
  ArrowLeft: ({ row, column }, _, far) => ({ row, column: far ? 0 : column - 1 }),
  ArrowRight: ({ row, column }, { columns }, far) => ({ row, column: far ? columns - 1 : column + 1 }),
  Home: ({ row }, _, far) => ({ row: far ? 0 : row, column: 0 }),
  End: ({ row }, { rows, columns }, far) => ({ row: far ? rows - 1 : row, column: columns - 1 }),
  PageUp: ({ row, column }) => ({ row: row - pageRows, column }),
  PageDown: ({ row, column }) => ({ row: row + pageRows, column }),
}

/** The place to which a key leads, inside the table; undefined for a key that does not move. */
export function placeAfter(key: string, place: Place, size: Size, far = false): Place | undefined {
  const next = steps[key]?.(place, size, far)
  return next && { row: within(next.row, size.rows), column: within(next.column, size.columns) }
}

/** Whether a place lies in the rectangle between two corners. */
export const isBetween = ({ row, column }: Place, one: Place, other: Place) =>
  row >= Math.min(one.row, other.row) &&
  row <= Math.max(one.row, other.row) &&
  column >= Math.min(one.column, other.column) &&
  column <= Math.max(one.column, other.column)

/** Every place of the rectangle between two corners, row by row. */
export function placesBetween(one: Place, other: Place): Place[] {
  const rows = rangeOf(one.row, other.row)
  const columns = rangeOf(one.column, other.column)
  return rows.flatMap((row) => columns.map((column) => ({ row, column })))
}

const rangeOf = (one: number, other: number) =>
  Array.from({ length: Math.abs(one - other) + 1 }, (_, index) => Math.min(one, other) + index)
