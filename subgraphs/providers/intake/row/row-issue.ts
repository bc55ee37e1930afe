import { type CellKey, partsOfKey } from '../column/column.js'
import { columnOf } from '../column/columns.js'
import { type IntakeCodeName, intakeCodes } from './intake-codes.js'

/** What is wrong with a row, or worth knowing about it, and where. */
export interface RowIssue {
  code: string
  severity: 'ERROR' | 'WARNING'
  /** The column that it is about, as our template names it. */
  column: string | null
  message: string
  fix: string
  rule: string | null
}

type Words = Readonly<Record<string, string | number>>

/** An issue of the catalogue, with the blanks of its sentences filled in. */
export function rowIssue(name: IntakeCodeName, key: CellKey | null, words: Words = {}): RowIssue {
  const { severity, message, fix, rule } = intakeCodes[name]
  const column = key === null ? null : columnName(key)
  const all: Words = column === null ? words : { column, ...words }
  const fill = (sentence: string) => sentence.replace(/\{(\w+)\}/g, (_, word: string) => shown(all[word]))
  return { code: name, severity, column, message: fill(message), fix: fill(fix), rule }
}

/** The name of a column as the template writes it, with the number of its repetition. */
export function columnName(cellKey: CellKey): string {
  const { key, repetition } = partsOfKey(cellKey)
  const { header, group } = columnOf(key)
  return group && repetition > 1 ? `${header} ${repetition}` : header
}

const longest = 100
function shown(word: string | number | undefined): string {
  const text = String(word ?? '')
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

/** True for what stops a row. */
export const stops = ({ severity }: Pick<RowIssue, 'severity'>): boolean => severity === 'ERROR'
