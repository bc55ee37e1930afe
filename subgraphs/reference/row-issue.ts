import { type Issue, IssueSeverity } from '../shared/upload/issue.js'
import { type RowCodeName, rowCodes } from './row-codes.js'

/** An issue of the catalogue of rows, with the blanks of its sentences filled in; the header is that of the column it is about. */
export function rowIssue(code: RowCodeName, header?: string, words: Record<string, string | number> = {}): Issue {
  const { severity, message, fix }: { severity: string; message: string; fix?: string } = rowCodes[code]
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
