import type { Writable } from 'node:stream'
import { formSheet } from './form-sheet.js'
import type { SheetForm } from './sheet-form.js'
import type { OutputRow, OutputSheet } from './sheet-xml.js'
import { writeWorkbook } from './write-workbook.js'

/** A list of values that a column accepts, for the second sheet of a template. */
export interface ValueList {
  header: string
  width: number
  values: readonly string[]
}

/** Writes the empty file that people start from, with the values that its lists accept on a second sheet. */
export async function writeTemplateWorkbook(
  stream: Writable,
  form: SheetForm,
  lists: readonly ValueList[],
): Promise<void> {
  await writeWorkbook(stream, [formSheet(form.columns, []), validValuesSheet(lists)])
}

function validValuesSheet(lists: readonly ValueList[]): OutputSheet {
  const length = Math.max(...lists.map(({ values }) => values.length))
  const rows = Array.from({ length }, (_, i): OutputRow => ({ values: lists.map(({ values }) => values[i]) }))
  return {
    name: 'ValidValues',
    columns: lists.map(({ width }) => ({ width })),
    frozenRows: 1,
    rows: [{ values: lists.map(({ header }) => header), style: 'header' }, ...rows],
  }
}
