import type { Cell } from '../../../shared/workbook/cell.js'
import { parseDay } from '../../../shared/workbook/day-text.js'
import { type CellKey, cellKey } from '../column/column.js'
import { joinList } from '../column/list-text.js'
import { type IntakeCells, textCell } from '../row/intake-row.js'
import { type RowIssue, rowIssue } from '../row/row-issue.js'
import { type LegacyTemplate, legacyColumns, supporterHeaders } from './legacy-layout.js'

/** What a legacy type says of delivery; the others say nothing. */
const deliveryOf: Readonly<Record<string, string>> = {
  C: 'In-Person',
  IL: 'Live-Streamed',
  RSS: 'In-Person',
  EM: 'Print/Other',
  IEM: 'Online',
}
/** Types that take place somewhere; of the others the place is not read. */
const placed = new Set(['C', 'RSS'])
/** Types that last a day, so that their date is their last day too; the others last until the year is over. */
const ofOneDay = new Set(['C', 'IL'])

/** The keys of which a legacy row always speaks; what else we keep of an activity it leaves as it is. */
export const legacyKeys: readonly CellKey[] = [
  ...legacyColumns.TEMPLATE_D.flatMap(({ key }) => key ?? []),
  'endsOn',
  'deliveryMethods',
  'supporter',
  'supportAmount',
  'inKindSupporters',
]

/** A row of a legacy template under our names (5.4), and what could not be taken over. */
export function legacyCells(
  row: readonly (Cell | undefined)[],
  template: LegacyTemplate,
): { cells: IntakeCells; issues: RowIssue[] } {
  const layout = legacyColumns[template]
  const cells: IntakeCells = {}
  const issues: RowIssue[] = []
  const said = (header: string) => row[layout.findIndex((column) => column.header === header)]?.text.trim()
  const type = said('Activity Type')?.toUpperCase() ?? ''
  for (const [i, { header, key, role }] of layout.entries()) {
    const cell = row[i]
    if (role === 'EVALUATED' && isYes(cell)) {
      issues.push(rowIssue('OUTCOME_WAY_UNKNOWN', 'measuredOutcomes', { value: header.slice(11, -11).toLowerCase() }))
    }
    if (key && cell && (role !== 'PLACE' || placed.has(type))) cells[key] = cell
  }
  const startsOn = parseDay(cells.startsOn?.text ?? '', 'text')
  if (startsOn) cells.endsOn = textCell(ofOneDay.has(type) ? startsOn : lastDay(startsOn, said('Reporting Year')))
  const delivery = deliveryOf[type]
  if (delivery) cells.deliveryMethods = textCell(delivery)
  return { cells: { ...cells, ...supporterCells(row.slice(layout.length)) }, issues }
}

function supporterCells(groups: readonly (Cell | undefined)[]): IntakeCells {
  const cells: IntakeCells = {}
  const inKind: string[] = []
  const size = supporterHeaders.length
  for (let start = 0, repetition = 1; start < groups.length; start += size, repetition += 1) {
    const [source, amount, ...kinds] = groups.slice(start, start + size)
    if (source && (amount || !kinds.some(isSaid))) cells[cellKey('supporter', repetition)] = source
    if (amount) cells[cellKey('supportAmount', repetition)] = amount
    if (source && kinds.some(isSaid)) inKind.push(source.text.trim())
  }
  if (inKind.length) cells.inKindSupporters = textCell(joinList(inKind))
  return cells
}

const isYes = (cell: Cell | undefined) => /^(?:y|yes|true)$/i.test(cell?.text.trim() ?? '')
const isSaid = (cell: Cell | undefined) =>
  Boolean(cell?.text.trim()) && !/^(?:n|no|false|0)$/i.test(cell?.text.trim() ?? '')

function lastDay(startsOn: string, reportingYear: string | undefined): string {
  const end = /^\d{4}$/.test(reportingYear ?? '') ? `${reportingYear}-12-31` : startsOn
  return end > startsOn ? end : startsOn
}
