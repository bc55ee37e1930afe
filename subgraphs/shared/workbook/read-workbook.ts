import { DataTable, type SheetRow } from './data-table.js'
import type { FileWarning } from './header.js'
import { type WorkbookLimits, workbookLimits } from './limits.js'
import { type OpenSheet, openSheet } from './open-sheet.js'
import type { SheetForm } from './sheet-form.js'

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
  const sheet = await openSheet(path, limits)
  const table = new DataTable(form, sheet.name, limits, sheet.read)
  return { rows: () => tableRows(sheet, table), summary: () => summarize(sheet, table), close: sheet.close }
}

async function* tableRows<Key extends string>(sheet: OpenSheet, table: DataTable<Key>) {
  for await (const rows of sheet.rows()) yield table.take(rows)
  yield table.end()
}

function summarize<Key extends string>(
  { name }: OpenSheet,
  { header, rowCount }: DataTable<Key>,
): WorkbookSummary<Key> {
  return {
    sheetName: name,
    headerRow: header?.rowNumber ?? 0,
    columns: [...(header?.columnAt.values() ?? [])].map(({ key }) => key),
    warnings: header?.warnings ?? [],
    rowCount,
  }
}
