import type { SheetRow } from './data-table.js'
import { type WorkbookLimits, workbookLimits } from './limits.js'
import { openSheet } from './open-sheet.js'
import { type FormSummary, inspectForm, readForm } from './read-form.js'
import type { SheetForm } from './sheet-form.js'

/** The data rows of a workbook in order, with bounded memory; leaving the loop early closes the file. */
export const readWorkbook = <Key extends string>(
  path: string,
  form: SheetForm<Key>,
  limits: WorkbookLimits = workbookLimits,
): AsyncGenerator<SheetRow<Key>> => readForm(() => openSheet(path, limits), form, limits)

/** Reads a workbook once to its end and keeps nothing of it, so that what must refuse the whole file does so first. */
export const inspectWorkbook = <Key extends string>(
  path: string,
  form: SheetForm<Key>,
  limits: WorkbookLimits = workbookLimits,
): Promise<FormSummary<Key>> => inspectForm(() => openSheet(path, limits), form, limits)
