import { sureEnough } from '../../../shared/column/column-matcher.js'
import { textOf } from '../../../shared/table/encoding.js'
import { FileFormat } from '../../../shared/table/file-format.js'
import { readTable } from '../../../shared/table/read-table.js'
import type { TableRow } from '../../../shared/table/table-row.js'
import { readJson } from '../../../shared/wire/read-json.js'
import { readXml } from '../../../shared/wire/read-xml.js'
import { xmlEncoding } from '../../../shared/wire/xml-encoding.js'
import type { Cell } from '../../../shared/workbook/cell.js'
import { partsOfKey } from '../column/column.js'
import { columnOf } from '../column/columns.js'
import type { IntakeLimits } from '../format/limits.js'
import { legacyCells } from '../legacy/legacy-cells.js'
import { type LegacyTemplate, legacyColumns, templateOf } from '../legacy/legacy-layout.js'
import type { IntakeCells, IntakeRow } from '../row/intake-row.js'
import { rowIssue } from '../row/row-issue.js'
import { activityLayout } from '../wire/activity-layout.js'
import { wireCells } from '../wire/wire-cells.js'
import type { FileShape } from './file-shape.js'
import { withoutResult } from './find-shape.js'

/** The rows of a file of activities under our names, in order; memory stays bounded. */
export async function* readRows(path: string, shape: FileShape, limits: IntakeLimits): AsyncGenerator<IntakeRow> {
  if (shape.format === FileFormat.XML || shape.format === FileFormat.JSON) {
    yield* recordRows(path, shape, limits)
    return
  }
  const { template } = shape
  const toRow = template ? (row: TableRow) => legacyRow(row, template) : columnRow(shape)
  const days = new Set(readColumns(shape).flatMap(({ position, key }) => (isDayKey(key) ? [position] : [])))
  for await (const row of readTable(path, shape, limits, (position) => days.has(position))) {
    if (row.rowNumber > shape.headerRow) yield toRow(row)
  }
}

async function* recordRows(path: string, { format, encoding }: FileShape, limits: IntakeLimits) {
  const records =
    format === FileFormat.XML
      ? readXml(textOf(path, await xmlEncoding(path)), activityLayout, limits)
      : readJson(textOf(path, encoding), activityLayout, limits)
  let rowNumber = 0
  for await (const { line, record } of records) {
    rowNumber += 1
    yield { rowNumber, line, submitted: record, ...wireCells(record) }
  }
}

/** The columns that are read: those we are sure of, and those the provider has chosen. */
export const readColumns = ({ columns }: FileShape) =>
  columns.flatMap(({ key, confidence, position }) => (key && confidence >= sureEnough ? [{ key, position }] : []))

const isDayKey = (key: Parameters<typeof partsOfKey>[0]) => columnOf(partsOfKey(key).key).kind === 'day'

function columnRow(shape: FileShape): (row: TableRow) => IntakeRow {
  const keyed = readColumns(shape)
  return ({ rowNumber, line, cells: given }) => {
    const cells: IntakeCells = {}
    for (const { key, position } of keyed) {
      const cell = given[position - 1]
      if (cell) cells[key] = cell
    }
    return { rowNumber, line, submitted: textsOf(given), cells, issues: [] }
  }
}

function legacyRow({ rowNumber, line, cells: all }: TableRow, template: LegacyTemplate): IntakeRow {
  const count = withoutResult(all.map((cell) => cell?.text)).length
  const row = { rowNumber, line, submitted: textsOf(all.slice(0, count)) }
  if (templateOf(count) !== template) {
    const words = {
      count,
      template: template.replace('_', ' ').toLowerCase(),
      expected: legacyColumns[template].length,
    }
    return { ...row, cells: {}, issues: [rowIssue('COLUMN_COUNT', null, words)] }
  }
  return { ...row, ...legacyCells(all.slice(0, count), template) }
}

const textsOf = (cells: readonly (Cell | undefined)[]) => Array.from(cells, (cell) => cell?.text ?? null)
