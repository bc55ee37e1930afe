import { DataTable, type SheetRow } from './data-table.js'
import type { FileWarning, Header } from './header.js'
import type { WorkbookLimits } from './limits.js'
import type { OpenSheet } from './open-sheet.js'
import type { SheetForm } from './sheet-form.js'

/** What a file with the columns of a form holds, known once it has been read to its end. */
export interface FormSummary<Key extends string = string> {
  sheetName: string
  /** 0 where the rows stand without names of columns. */
  headerRow: number
  /** Our columns in the order of the file. */
  columns: Key[]
  warnings: FileWarning[]
  /** Data rows, without blank ones. */
  rowCount: number
}

type Open = () => Promise<OpenSheet>

/** The data rows of a file in order, below the header that is known or found, with bounded memory; leaving the loop early closes the file. */
export async function* readForm<Key extends string>(
  open: Open,
  form: SheetForm<Key>,
  limits: WorkbookLimits,
  known?: Header<Key>,
): AsyncGenerator<SheetRow<Key>> {
  const sheet = await open()
  try {
    for await (const rows of tableRows(sheet, new DataTable(form, sheet, limits, known))) yield* rows
  } finally {
    sheet.close()
  }
}

/**
 * Reads a file once to its end and keeps nothing of it, so that what must refuse the whole file does so first. Whoever wants to see
 * the rows meanwhile may have to forget them again.
 */
export async function inspectForm<Key extends string>(
  open: Open,
  form: SheetForm<Key>,
  limits: WorkbookLimits,
  known?: Header<Key>,
  see?: (rows: SheetRow<Key>[]) => void,
): Promise<FormSummary<Key>> {
  const sheet = await open()
  try {
    const table = new DataTable(form, sheet, limits, known)
    for await (const rows of tableRows(sheet, table)) see?.(rows)
    return summarize(sheet, table)
  } finally {
    sheet.close()
  }
}

async function* tableRows<Key extends string>(sheet: OpenSheet, table: DataTable<Key>) {
  for await (const rows of sheet.rows()) yield table.take(rows)
  yield table.end()
}

const summarize = <Key extends string>(
  { name }: OpenSheet,
  { header, rowCount }: DataTable<Key>,
): FormSummary<Key> => ({
  sheetName: name,
  headerRow: header?.rowNumber ?? 0,
  columns: [...(header?.columnAt.values() ?? [])].map(({ key }) => key),
  warnings: header?.warnings ?? [],
  rowCount,
})
