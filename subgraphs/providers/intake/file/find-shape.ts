import { findHeaderRow, firstRowAsHeader } from '../../../shared/column/find-header-row.js'
import { normalHeader } from '../../../shared/column/header-words.js'
import { FileFormat } from '../../../shared/table/file-format.js'
import { readTable } from '../../../shared/table/read-table.js'
import { findLayout } from '../../../shared/table/table-layout.js'
import type { TableRow } from '../../../shared/table/table-row.js'
import { FileRefusal } from '../../../shared/workbook/refusal.js'
import { type Choices, headerSearch } from '../column/match-columns.js'
import type { IntakeLimits } from '../format/limits.js'
import { templateOf } from '../legacy/legacy-layout.js'
import type { FileShape } from './file-shape.js'

/** What is done where no row is recognized as the header. */
export type WithoutHeader = 'REFUSE' | 'TAKE_FIRST_ROW'

/** How a file is to be read. Throws FileRefusal for a file that is none of those we read. */
export async function findShape(
  path: string,
  choices: Choices,
  limits: IntakeLimits,
  otherwise: WithoutHeader = 'REFUSE',
): Promise<FileShape> {
  const shape: FileShape = { ...(await findLayout(path)), template: null, headerRow: 0, columns: [] }
  const { format } = shape
  if (format === FileFormat.XML || format === FileFormat.JSON) return shape
  return format === FileFormat.TAB
    ? tabShape(shape, path, choices, limits)
    : withHeader(shape, path, choices, limits, otherwise)
}

/** The first rows of a file, enough to see what its columns are. */
export async function firstRowsOf(path: string, shape: FileShape, limits: IntakeLimits): Promise<TableRow[]> {
  const rows: TableRow[] = []
  for await (const row of readTable(path, shape, limits)) {
    rows.push(row)
    if (rows.length === rowsLookedAt) break
  }
  return rows
}

const rowsLookedAt = 25

async function withHeader(
  shape: FileShape,
  path: string,
  choices: Choices,
  limits: IntakeLimits,
  otherwise: WithoutHeader,
): Promise<FileShape> {
  const rows = await firstRowsOf(path, shape, limits)
  const search = headerSearch(choices)
  const header =
    findHeaderRow(rows, search) ?? (otherwise === 'TAKE_FIRST_ROW' ? firstRowAsHeader(rows, search) : undefined)
  if (!header) throw headerMissing()
  return { ...shape, headerRow: header.headerRow, columns: header.columns }
}

/** A tab-delimited file is one of the legacy templates, without a header, or columns with a header. */
async function tabShape(shape: FileShape, path: string, choices: Choices, limits: IntakeLimits): Promise<FileShape> {
  const rows = await firstRowsOf(path, shape, limits)
  const [first] = rows
  if (!first) throw new FileRefusal('FILE_EMPTY', 'The file has no activity.', 'row 1')
  if (isLegacyHeader(first)) {
    throw new FileRefusal(
      'FILE_FORMAT',
      'Row 1 holds the column names of the template. Delete that row (B04).',
      'row 1',
    )
  }
  const header = findHeaderRow(rows, headerSearch(choices))
  if (header) return { ...shape, headerRow: header.headerRow, columns: header.columns }
  const template = templateOf(withoutResult(first.cells.map((cell) => cell?.text)).length)
  if (template === 'OLDEST') throw oldest()
  if (!template) throw columnCount(first.cells.length)
  return { ...shape, template }
}

/** A row without the columns that a result file has added. */
export function withoutResult<Value extends string | undefined>(texts: readonly Value[]): readonly Value[] {
  return outcomes.has(texts.at(-3) ?? '') ? texts.slice(0, -3) : texts
}

const outcomes = new Set(['ACCEPTED', 'REJECTED', 'DUPLICATE'])

function isLegacyHeader({ cells }: TableRow): boolean {
  const names = cells.slice(0, 11).map((cell) => normalHeader(cell?.text ?? ''))
  return names.includes('reporting year') && (names.includes('activity title') || names.includes('activity type'))
}

const headerMissing = () =>
  new FileRefusal(
    'HEADER_MISSING',
    'No row among the first five holds column names that we know (Title, Start Date, …). Start from the template.',
    'row 1',
  )
const oldest = () =>
  new FileRefusal(
    'FILE_FORMAT',
    'The rows have the 43 columns of the oldest template, which is no longer read. Copy them into the activity workbook, or into template D.',
    'row 1',
  )
const columnCount = (count: number) =>
  new FileRefusal(
    'FILE_FORMAT',
    `Row 1 has ${count} columns. Template C has 58 and template D has 47, and 8 more for each supporter; other files need a row of column names.`,
    'row 1',
  )
