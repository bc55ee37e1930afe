import { type FileColumn, sureEnough } from '../../shared/column/column-matcher.js'
import { fileColumns, findHeaderRow, firstRowAsHeader } from '../../shared/column/find-header-row.js'
import { FileFormat } from '../../shared/table/file-format.js'
import { openTable } from '../../shared/table/open-table.js'
import { readTable } from '../../shared/table/read-table.js'
import { findLayout, type TableLayout } from '../../shared/table/table-layout.js'
import type { TableRow } from '../../shared/table/table-row.js'
import { readForm } from '../../shared/workbook/read-form.js'
import { FileRefusal } from '../../shared/workbook/refusal.js'
import { learnerForm } from '../batch/columns.js'
import { learnerLimits } from '../intake/limits.js'
import { shortHeader } from './column-mapping.js'
import { headerSearch } from './recognize-columns.js'

/** A file as it looks before anybody has said what its columns are. */
export interface FileLook {
  layout: TableLayout
  /** True where its columns are those of the template, or it names its fields itself. */
  isTemplate: boolean
  /** The row of the header; 0 where there is none. */
  headerRow: number
  /** Its columns with their first values; none for the template’s own layout. */
  columns: FileColumn[]
  /** The first rows below the header, more than are shown: dates are looked for in them. */
  rows: TableRow[]
}

const rowsLookedAt = 500
const rowsSampled = 25

/** Looks at the first rows of a file. Throws FileRefusal for one that cannot be read whatever its columns are. */
export async function lookAtFile(path: string): Promise<FileLook> {
  const layout = await findLayout(path)
  const template = { layout, isTemplate: true, headerRow: 0, columns: [], rows: [] }
  if (layout.format === FileFormat.XML || layout.format === FileFormat.JSON) return template
  const why = await whyNotTemplate(path, layout)
  if (!why) return template
  const rows = await firstRows(path, layout)
  const sampled = rows.slice(0, rowsSampled)
  const header = findHeaderRow(sampled, headerSearch) ?? firstRowAsHeader(sampled, headerSearch)
  if (!header) throw why
  const below = rows.filter(({ rowNumber }) => rowNumber > header.headerRow)
  const headed = sampled.find(({ rowNumber }) => rowNumber === header.headerRow)
  if (!headed || !below.length || headed.cells.some((cell) => cell && looksLikeData(cell.text))) throw why
  return { layout, isTemplate: false, headerRow: header.headerRow, columns: columnsOf(headed, sampled), rows: below }
}

/** Whether something was surely recognized, rather than only the first row taken for the header. */
export const isSure = ({ key, confidence }: { key: string | null; confidence: number }): boolean =>
  key !== null && confidence >= sureEnough

/** The refusal that a file has for its header as a file of the template; undefined where it is one. */
async function whyNotTemplate(path: string, layout: TableLayout): Promise<FileRefusal | undefined> {
  try {
    for await (const _row of readForm(() => openTable(path, learnerLimits, layout), learnerForm, learnerLimits)) break
    return undefined
  } catch (error) {
    if (error instanceof FileRefusal && ofHeader.has(error.code)) return error
    throw error
  }
}

const ofHeader = new Set(['HEADER_MISSING', 'COLUMN_MISSING', 'COLUMN_REPEATED'])

/** Whether a refusal is about the header, so that somebody could say what the columns are. */
export const isOfHeader = (refusal: FileRefusal): boolean => ofHeader.has(refusal.code)

async function firstRows(path: string, layout: TableLayout): Promise<TableRow[]> {
  const rows: TableRow[] = []
  for await (const row of readTable(path, layout, learnerLimits)) {
    rows.push(row)
    if (rows.length === rowsLookedAt) break
  }
  return rows
}

/** Columns that have a header, and those without one in which something stands. */
function columnsOf(header: TableRow, rows: readonly TableRow[]): FileColumn[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  const named = fileColumns(header, rows)
  const unnamed = fileColumns(
    { ...header, cells: Array.from({ length: width }, (_, i) => (header.cells[i] ? undefined : blank)) },
    rows,
  )
  return [...named, ...unnamed.filter(({ samples }) => samples.length)]
    .toSorted((a, b) => a.position - b.position)
    .map((column) => ({ ...column, header: shortHeader(column.header) }))
}

/** A day, a number or an address: where one stands, a row is no header but a learner, of whom nothing may be kept as a name. */
const looksLikeData = (text: string) => /^\d{1,4}[-/.]\d{1,2}\b|^\d{5,}$|@/.test(text.trim())

const blank = { text: '', kind: 'text' } as const
