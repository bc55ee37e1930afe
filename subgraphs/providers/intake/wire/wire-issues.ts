import { at, textOf, type WireRecord } from '../../../shared/wire/wire-value.js'
import { parseDay } from '../../../shared/workbook/day-text.js'
import type { IntakeCells } from '../row/intake-row.js'
import { type RowIssue, rowIssue } from '../row/row-issue.js'

const reported = [
  ['ReportingStartDate', 'startsOn', 'begins'],
  ['ReportingEndDate', 'endsOn', 'ends'],
] as const

/** What is wrong with a record as such: its reporting period is in the years of the activity (A14). */
export function wireIssues(record: WireRecord, cells: IntakeCells): RowIssue[] {
  return reported.flatMap(([name, key, which]) => {
    const year = textOf(at(record, 'ReportDescription', name))?.slice(0, 4)
    const ofActivity = parseDay(cells[key]?.text ?? '', 'text')?.slice(0, 4)
    if (!year || !ofActivity || year === ofActivity) return []
    return [rowIssue('REPORTING_YEAR', key, { value: year, which, year: ofActivity })]
  })
}

/** The provider that a record says it is of (W02); undefined when it says nothing. */
export const providerOf = (record: WireRecord): string | undefined => textOf(at(record, 'XtensibleInfo', 'ProviderID'))
