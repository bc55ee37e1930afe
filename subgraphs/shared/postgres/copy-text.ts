import { arrayText } from './array-text.js'

/** What stands in one column of one row; a list is a Postgres array of texts. */
export type Cell = string | number | boolean | null | readonly string[]

const special = /[\\\n\r\t\b\f\v]/
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
  '\v': '\\v',
}

/** One row in the text format of COPY, with its line end. */
export function copyLine(cells: readonly Cell[]): string {
  let line = ''
  for (const cell of cells) line += `${copyText(cell)}\t`
  return `${line.slice(0, -1)}\n`
}

function copyText(cell: Cell): string {
  if (cell === null) return '\\N'
  if (typeof cell === 'string') return escaped(cell)
  return typeof cell === 'object' ? escaped(arrayText(cell)) : String(cell)
}

const escaped = (text: string) =>
  special.test(text) ? text.replace(/[\\\n\r\t\b\f\v]/g, (character) => escapes[character] ?? character) : text
