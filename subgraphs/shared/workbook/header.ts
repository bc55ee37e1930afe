import { columnLetters } from './cell-ref.js'
import type { OpenSheet } from './open-sheet.js'
import { FileRefusal } from './refusal.js'
import type { FormColumn, SheetForm } from './sheet-form.js'

/** Something about the file that the provider should know and that stops nothing. */
export interface FileWarning {
  code: 'COLUMN_UNKNOWN'
  message: string
  place: string
}

/** Which column of the sheet is which of ours. */
export interface Header<Key extends string = string> {
  rowNumber: number
  columnAt: ReadonlyMap<number, FormColumn<Key>>
  warnings: FileWarning[]
}

/** The sheet, for sentences about it. */
type Sheet = Pick<OpenSheet, 'name' | 'place'>

/** The texts of one of the first rows, by column number. */
export interface HeaderRow {
  rowNumber: number
  texts: ReadonlyMap<number, string>
}

/** Finds the header in row 2, or in row 1 where the provider deleted the guidance above it. */
export function findHeader<Key extends string>(
  firstRows: readonly HeaderRow[],
  sheet: Sheet,
  form: SheetForm<Key>,
): Header<Key> {
  const readings = firstRows.map((row) => readHeader(row, sheet, form)).reverse()
  const complete = readings.find(({ missing }) => missing.length === 0)
  const best = complete ?? readings.toSorted((a, b) => b.header.columnAt.size - a.header.columnAt.size)[0]
  if (!best || best.header.columnAt.size < fewestToBeAHeader) throw headerMissing(sheet, form)
  const { header, missing, repeated } = best
  if (missing.length > 0) throw columnMissing(header, missing, sheet)
  if (repeated) throw columnRepeated(header, repeated, sheet)
  return header
}

interface Reading<Key extends string> {
  header: Header<Key>
  missing: string[]
  repeated?: { column: number; text: string }
}

function readHeader<Key extends string>(
  { rowNumber, texts }: HeaderRow,
  sheet: Sheet,
  form: SheetForm<Key>,
): Reading<Key> {
  const { columns } = form
  const ownNames = new Set(form.resultHeaders.map(comparable))
  const free = new Set(columns)
  const columnAt = new Map<number, FormColumn<Key>>()
  const warnings: FileWarning[] = []
  let repeated: Reading<Key>['repeated']
  for (const [column, text] of texts) {
    const name = comparable(text)
    const known = columns.filter((column) => namesOf(column).includes(name))
    const taken = known.find((candidate) => free.has(candidate))
    if (taken) {
      free.delete(taken)
      columnAt.set(column, taken)
    } else if (known.length > 0) repeated ??= { column, text }
    else if (!ownNames.has(name)) warnings.push(unknownColumn(column, rowNumber, text, sheet))
  }
  return { header: { rowNumber, columnAt, warnings }, missing: missingColumns(columnAt, form), repeated }
}

function missingColumns<Key extends string>(
  columnAt: ReadonlyMap<number, FormColumn<Key>>,
  { columns, alsoMissing }: SheetForm<Key>,
): string[] {
  const found = new Set([...columnAt.values()].map(({ key }) => key))
  const missing = columns.filter(({ key, required }) => required && !found.has(key)).map(({ header }) => header)
  return [...missing, ...(alsoMissing?.(found) ?? [])]
}

/** Case, repeated blanks, a star for "required" and the number that some programs add to a repeated name do not matter. */
function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s*:]+/g, ' ')
    .trim()
    .replace(/(?<=[a-z)])[ ._]?\(?\d\)?$/i, '')
    .toLowerCase()
}

function namesOf({ header, aliases }: FormColumn): string[] {
  return [header, ...aliases].map(comparable)
}

const fewestToBeAHeader = 3

function headerMissing({ name, place }: Sheet, { columns }: SheetForm): FileRefusal {
  const examples = columns.slice(0, 2).map(({ header }) => header)
  const message = `Neither of the first two rows of ${name} holds the column names (${examples.join(', ')}, …). Start from the template.`
  return new FileRefusal('HEADER_MISSING', message, place(1, 2))
}

function columnMissing({ rowNumber }: Header, missing: string[], { name, place }: Sheet): FileRefusal {
  const what = missing.length === 1 ? 'column' : 'columns'
  const message = `Row ${rowNumber} of ${name} lacks the ${what} ${missing.join(', ')}. Add what is missing and send the file again.`
  return new FileRefusal('COLUMN_MISSING', message, place(1, rowNumber))
}

function columnRepeated({ rowNumber }: Header, { column, text }: { column: number; text: string }, sheet: Sheet) {
  const place = sheet.place(column, rowNumber)
  const message = `The column ${shortened(text)} stands at ${place} once more than a file may have it. Remove one of them.`
  return new FileRefusal('COLUMN_REPEATED', message, place)
}

function unknownColumn(column: number, rowNumber: number, text: string, sheet: Sheet): FileWarning {
  const place = sheet.place(column, rowNumber)
  const message = `Column ${columnLetters(column)} (${shortened(text)}) is none that we know; it was not read.`
  return { code: 'COLUMN_UNKNOWN', message, place }
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
