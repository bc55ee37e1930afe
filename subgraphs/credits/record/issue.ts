import type { RowCodeName } from '../../reference/row-codes.js'
import { rowIssue } from '../../reference/row-issue.js'
import { type Issue, IssueSeverity } from '../../shared/upload/issue.js'
import { type ColumnKey, columns } from '../batch/columns.js'

const headers = new Map(columns.map((column) => [column.key, column.header]))

/** An issue of the catalogue, with the blanks of its sentences filled in. */
export const issue = (code: RowCodeName, column?: ColumnKey, words?: Record<string, string | number>): Issue =>
  rowIssue(code, column && headers.get(column), words)

/** Quarters as people write credits: 7, 0.5, 1.25 (P04). */
export const printQuarters = (quarters: number) => String(quarters / 4)

export const isError = ({ severity }: Issue) => severity === IssueSeverity.ERROR

const boardHeaders = new Set(
  columns.flatMap(({ key, header }) =>
    /^(certifyingBoard|totalBoard|creditType|additional)/.test(key) ? [header] : [],
  ),
)

/** The issue of a board beyond the first of its record, in the column of that board. */
export const ofBoard = (found: Issue, code: string): Issue =>
  found.column && boardHeaders.has(found.column) ? { ...found, column: `${found.column} (${code})` } : found
