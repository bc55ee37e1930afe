import { type RowCodeName, rowCodes } from '../../reference/row-codes.js'
import type { Issue } from '../../shared/upload/issue.js'
import { IssueSeverity } from '../../shared/upload/issue.js'
import { type ColumnKey, columns } from '../batch/columns.js'

const headers = new Map(columns.map((column) => [column.key, column.header]))

/** An issue of the catalogue, with the blanks of its sentences filled in. */
export function issue(code: RowCodeName, column?: ColumnKey, words: Record<string, string | number> = {}): Issue {
  const { severity, message, fix }: { severity: string; message: string; fix?: string } = rowCodes[code]
  const header = column ? headers.get(column) : undefined
  const fill = (sentence: string) =>
    sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(name === 'column' ? header : words[name]))
  return {
    code,
    severity: severity === 'ERROR' ? IssueSeverity.ERROR : IssueSeverity.WARNING,
    column: header ?? null,
    message: fill(message),
    fix: fix ? fill(fix) : null,
  }
}

/** Quarters as people write credits: 7, 0.5, 1.25 (P04). */
export const printQuarters = (quarters: number) => String(quarters / 4)

export const isError = ({ severity }: Issue) => severity === IssueSeverity.ERROR
