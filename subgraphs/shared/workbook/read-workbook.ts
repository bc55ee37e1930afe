import { randomUUID } from 'node:crypto'
import { toCell } from './cell.js'
import { DataTable, type ReadCell, type SheetRow } from './data-table.js'
import { readDateStyles } from './date-styles.js'
import type { FileWarning } from './header.js'
import { type WorkbookLimits, workbookLimits } from './limits.js'
import { openPackage, type Package } from './package.js'
import { FileRefusal } from './refusal.js'
import { readSharedStrings } from './shared-strings.js'
import type { SheetForm } from './sheet-form.js'
import { readSheetRows } from './sheet-rows.js'
import { findParts, type WorkbookParts } from './workbook-parts.js'

/** What a workbook holds, known once it has been read to its end. */
export interface WorkbookSummary<Key extends string = string> {
  sheetName: string
  headerRow: number
  /** Our columns in the order of the file. */
  columns: Key[]
  warnings: FileWarning[]
  /** Data rows, without blank ones. */
  rowCount: number
}

/** The data rows of a workbook in order, with bounded memory; leaving the loop early closes the file. */
export async function* readWorkbook<Key extends string>(
  path: string,
  form: SheetForm<Key>,
  limits: WorkbookLimits = workbookLimits,
): AsyncGenerator<SheetRow<Key>> {
  const workbook = await openWorkbook(path, form, limits)
  try {
    for await (const rows of workbook.rows()) yield* rows
  } finally {
    workbook.close()
  }
}

/** Reads a workbook once to its end and keeps nothing of it, so that what must refuse the whole file does so first. */
export async function inspectWorkbook<Key extends string>(
  path: string,
  form: SheetForm<Key>,
  limits: WorkbookLimits = workbookLimits,
): Promise<WorkbookSummary<Key>> {
  const workbook = await openWorkbook(path, form, limits)
  try {
    for await (const _rows of workbook.rows());
    return workbook.summary()
  } finally {
    workbook.close()
  }
}

async function openWorkbook<Key extends string>(path: string, form: SheetForm<Key>, limits: WorkbookLimits) {
  const source = await openPackage(path, limits)
  try {
    const parts = await findParts(source, limits)
    const dateStyles = await readDateStyles(source, parts.styles, limits)
    const texts = await readSharedStrings(source, parts.sharedStrings, `${path}.${randomUUID()}.texts`, limits)
    const context = { sharedString: (index: number) => texts.get(index), dateStyles, epoch1904: parts.epoch1904 }
    const table = new DataTable(form, parts.sheetName, limits, readCell)

    function readCell(...[raw, place, meansDay]: Parameters<ReadCell>) {
      const cell = toCell(raw, context, meansDay)
      if (cell === 'BROKEN') throw brokenCell(place())
      return cell
    }

    return {
      rows: () => tableRows(source, parts, table, limits),
      summary: () => summarize(parts, table),
      close: () => {
        texts.close()
        source.close()
      },
    }
  } catch (error) {
    source.close()
    throw error
  }
}

async function* tableRows<Key extends string>(
  source: Package,
  parts: WorkbookParts,
  table: DataTable<Key>,
  limits: WorkbookLimits,
) {
  for await (const rows of readSheetRows(source, { part: parts.sheet, name: parts.sheetName }, limits))
    yield table.take(rows)
  yield table.end()
}

function summarize<Key extends string>(
  { sheetName }: WorkbookParts,
  { header, rowCount }: DataTable<Key>,
): WorkbookSummary<Key> {
  return {
    sheetName,
    headerRow: header?.rowNumber ?? 0,
    columns: [...(header?.columnAt.values() ?? [])].map(({ key }) => key),
    warnings: header?.warnings ?? [],
    rowCount,
  }
}

function brokenCell(place: string): FileRefusal {
  const message = `${place} refers to a text that the workbook does not hold. Save it again in your spreadsheet program and send that.`
  return new FileRefusal('FILE_FORMAT', message, place)
}
