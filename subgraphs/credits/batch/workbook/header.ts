import { type Column, columns, resultHeaders } from '../columns.js'
import { columnLetters } from './cell-ref.js'
import { FileRefusal } from './refusal.js'
import { cellPlace } from './sheet-rows.js'

/** Something about the file that the provider should know and that stops nothing. */
export interface FileWarning {
  code: 'COLUMN_UNKNOWN'
  message: string
  place: string
}

/** Which column of the sheet is which of ours. */
export interface Header {
  rowNumber: number
  columnAt: ReadonlyMap<number, Column>
  warnings: FileWarning[]
}

/** The texts of one of the first rows, by column number. */
export interface HeaderRow {
  rowNumber: number
  texts: ReadonlyMap<number, string>
}

/** Finds the header in row 2, or in row 1 where the provider deleted the guidance above it. */
export function findHeader(firstRows: readonly HeaderRow[], sheetName: string): Header {
  const readings = firstRows.map((row) => readHeader(row, sheetName)).reverse()
  const complete = readings.find(({ missing }) => missing.length === 0)
  const best = complete ?? readings.toSorted((a, b) => b.header.columnAt.size - a.header.columnAt.size)[0]
  if (!best || best.header.columnAt.size < fewestToBeAHeader) throw headerMissing(sheetName)
  const { header, missing, repeated } = best
  if (missing.length > 0) throw columnMissing(header, missing, sheetName)
  if (repeated) throw columnRepeated(header, repeated, sheetName)
  return header
}

interface Reading {
  header: Header
  missing: string[]
  repeated?: { column: number; text: string }
}

function readHeader({ rowNumber, texts }: HeaderRow, sheetName: string): Reading {
  const free = new Set(columns)
  const columnAt = new Map<number, Column>()
  const warnings: FileWarning[] = []
  let repeated: Reading['repeated']
  for (const [column, text] of texts) {
    const name = comparable(text)
    const known = columns.filter((column) => namesOf(column).includes(name))
    const taken = known.find((candidate) => free.has(candidate))
    if (taken) {
      free.delete(taken)
      columnAt.set(column, taken)
    } else if (known.length > 0) repeated ??= { column, text }
    else if (!ownNames.has(name)) warnings.push(unknownColumn(column, rowNumber, text, sheetName))
  }
  return { header: { rowNumber, columnAt, warnings }, missing: missingColumns(columnAt), repeated }
}

function missingColumns(columnAt: ReadonlyMap<number, Column>): string[] {
  const found = new Set([...columnAt.values()].map(({ key }) => key))
  const missing = columns.filter(({ key, required }) => required && !found.has(key)).map(({ header }) => header)
  const awardsCredit = found.has('cmeCredits') || found.has('totalBoardCredits')
  return awardsCredit ? missing : [...missing, 'Number of CME Credits (or Total Board Credits)']
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

function namesOf({ header, aliases }: Column): string[] {
  return [header, ...aliases].map(comparable)
}

const ownNames = new Set(resultHeaders.map(comparable))
const fewestToBeAHeader = 3

function headerMissing(sheetName: string): FileRefusal {
  const message = `Row 2 of ${sheetName} does not hold the column names (Record Action, ACCME Activity ID, …). Start from the template.`
  return new FileRefusal('HEADER_MISSING', message, cellPlace(sheetName, 1, 2))
}

function columnMissing({ rowNumber }: Header, missing: string[], sheetName: string): FileRefusal {
  const what = missing.length === 1 ? 'column' : 'columns'
  const message = `Row ${rowNumber} of ${sheetName} lacks the ${what} ${missing.join(', ')}. Add what is missing and send the file again.`
  return new FileRefusal('COLUMN_MISSING', message, cellPlace(sheetName, 1, rowNumber))
}

function columnRepeated({ rowNumber }: Header, { column, text }: { column: number; text: string }, sheetName: string) {
  const place = cellPlace(sheetName, column, rowNumber)
  const message = `${place} names the column ${shortened(text)} once more than a file may have it. Remove one of them.`
  return new FileRefusal('COLUMN_REPEATED', message, place)
}

function unknownColumn(column: number, rowNumber: number, text: string, sheetName: string): FileWarning {
  const place = cellPlace(sheetName, column, rowNumber)
  const message = `Column ${columnLetters(column)} (${shortened(text)}) is none that we know; it was not read.`
  return { code: 'COLUMN_UNKNOWN', message, place }
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
