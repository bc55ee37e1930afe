import { textOf } from '../../shared/table/encoding.js'
import { FileFormat } from '../../shared/table/file-format.js'
import { openTable } from '../../shared/table/open-table.js'
import { findLayout, type TableLayout } from '../../shared/table/table-layout.js'
import type { Issue } from '../../shared/upload/issue.js'
import { readJson } from '../../shared/wire/read-json.js'
import { readXml } from '../../shared/wire/read-xml.js'
import { xmlEncoding } from '../../shared/wire/xml-encoding.js'
import type { FileWarning } from '../../shared/workbook/header.js'
import { inspectForm, readForm } from '../../shared/workbook/read-form.js'
import { FileRefusal } from '../../shared/workbook/refusal.js'
import { type ColumnKey, columns, learnerForm, type RowCells } from '../batch/columns.js'
import type { ColumnMapping } from '../column-mapping/column-mapping.js'
import { inspectMapped, readMapped } from '../column-mapping/mapped-file.js'
import { learnerLimits as limits } from './limits.js'
import { reportRows } from './report-cells.js'
import { reportLayout } from './report-layout.js'

/** A row of learner credit as a file has it. */
export interface LearnerRow {
  rowNumber: number
  /** The line of a text file on which it stands. */
  line?: number
  cells: RowCells
  /** What is wrong with it beside its cells. */
  issues?: Issue[]
}

/** What a file of learner credit holds, known once it has been read to its end. */
export interface LearnerFileSummary {
  layout: TableLayout
  columns: ColumnKey[]
  warnings: FileWarning[]
  rowCount: number
}

/** How files were read before there were others than workbooks. */
export const workbookLayout: TableLayout = { format: FileFormat.XLSX, encoding: 'utf-8', delimiter: ',' }

/** Values in one report: far more than one learner’s credit of one activity has. */
const recordValues = 500

/** Reads a file once to its end and keeps nothing of it, so that what must refuse the whole file does so first. Throws FileRefusal. */
export async function inspectLearnerFile(
  path: string,
  providerId: string,
  mapping?: ColumnMapping | null,
): Promise<LearnerFileSummary> {
  const layout = await findLayout(path)
  if (mapping) return { layout, ...(await inspectMapped(path, layout, mapping)) }
  if (!isDocument(layout)) {
    return { layout, ...(await inspectForm(() => openTable(path, limits, layout), learnerForm, limits)) }
  }
  let rowCount = 0
  for await (const _row of documentRows(path, layout, providerId)) {
    rowCount += 1
    if (rowCount > limits.rows)
      throw new FileRefusal('FILE_TOO_MANY_ROWS', `The file has more than ${limits.rows} rows. Send it in parts.`)
  }
  if (rowCount === 0) throw new FileRefusal('FILE_EMPTY', 'The file has no learner: it holds no ActivityReport.')
  return { layout, columns: columns.map(({ key }) => key), warnings: [], rowCount }
}

/** The rows of a file in order, with bounded memory; leaving the loop early closes the file. */
export function readLearnerFile(
  path: string,
  layout: TableLayout,
  providerId: string,
  mapping?: ColumnMapping | null,
): AsyncIterable<LearnerRow> {
  if (mapping) return readMapped(path, layout, mapping)
  return isDocument(layout)
    ? documentRows(path, layout, providerId)
    : readForm(() => openTable(path, limits, layout), learnerForm, limits)
}

const isDocument = ({ format }: TableLayout) => format === FileFormat.XML || format === FileFormat.JSON

async function* documentRows(
  path: string,
  { format, encoding }: TableLayout,
  providerId: string,
): AsyncGenerator<LearnerRow> {
  const wire = { ...limits, recordValues }
  const records =
    format === FileFormat.XML
      ? readXml(textOf(path, await xmlEncoding(path)), reportLayout, wire)
      : readJson(textOf(path, encoding), reportLayout, wire)
  let rowNumber = 0
  for await (const { line, record } of records) {
    for (const row of reportRows(record, providerId)) {
      rowNumber += 1
      yield { rowNumber, line, ...row }
    }
  }
}
