import type { SheetRow } from '../../../../shared/workbook/data-table.js'
import { type ValidationCells, type ValidationKey, validationForm } from '../../validation-form.js'

/** A row of a validation file under the names of our columns. */
export type ValidationRow = SheetRow<ValidationKey>

const keys = validationForm.columns.map(({ key }) => key)

/**
 * Rows as a text that another thread can be handed at once, and that is a tenth of their size in memory. How a cell was
 * written is left out: only days and birthdays depend on it, and they have been read.
 */
export const textOfRows = (rows: readonly ValidationRow[]): string =>
  JSON.stringify(
    rows.map(({ rowNumber, line, cells }) => [rowNumber, line ?? 0, ...keys.map((key) => cells[key]?.text ?? '')]),
  )

/** The rows of such a text. */
export const rowsOfText = (text: string): ValidationRow[] => JSON.parse(text).map(rowOf)

function rowOf([rowNumber, line, ...texts]: [rowNumber: number, line: number, ...texts: string[]]): ValidationRow {
  const cells: ValidationCells = {}
  for (const [place, key] of keys.entries()) {
    const text = texts[place]
    if (text) cells[key] = { text, kind: 'text' }
  }
  return line ? { rowNumber, line, cells } : { rowNumber, cells }
}
