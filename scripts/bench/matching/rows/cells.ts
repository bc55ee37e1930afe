/** The columns of rows.csv, all of them text as somebody typed it. */
export const rowColumns = [
  'row_id',
  'first',
  'last',
  'middle',
  'suffix',
  'birth_month',
  'birth_day',
  'state',
  'license',
  'npi',
  'board_id',
  'email',
  'city',
] as const

export type RowColumn = (typeof rowColumns)[number]

/** What was sent about one physician; an empty cell says nothing. */
export type Cells = Record<RowColumn, string>

/** The columns that name a person by themselves. */
export const identifierColumns = ['license', 'npi', 'board_id'] as const

/** True when a row has a number in one of them; “n/a” is none. */
export const hasIdentifier = (cells: Cells) => identifierColumns.some((column) => /\d\D*\d/.test(cells[column]))
