import { openTable } from '../../shared/table/open-table.js'
import type { TableLayout } from '../../shared/table/table-layout.js'
import { parseDay } from '../../shared/workbook/day-text.js'
import type { Header } from '../../shared/workbook/header.js'
import type { OpenSheet } from '../../shared/workbook/open-sheet.js'
import { inspectForm, readForm } from '../../shared/workbook/read-form.js'
import type { FormCells, SheetForm } from '../../shared/workbook/sheet-form.js'
import { type ColumnKey, columns, learnerForm, type RowCells, resultHeaders } from '../batch/columns.js'
import { learnerLimits } from '../intake/limits.js'
import type { ColumnMapping, EveryRow } from './column-mapping.js'
import { DayOrder, swapDayAndMonth } from './day-order.js'

/** Reads a file with columns of its own once to its end and keeps nothing of it. Throws FileRefusal. */
export const inspectMapped = (path: string, layout: TableLayout, mapping: ColumnMapping) =>
  inspectForm(() => openMapped(path, layout, mapping), learnerForm, learnerLimits, headerOf(mapping))

/** The rows of a file with columns of its own, under our names. */
export async function* readMapped(path: string, layout: TableLayout, mapping: ColumnMapping) {
  const everyRow = cellsOf(mapping.everyRow)
  const header = headerOf(mapping)
  for await (const row of readForm(() => openMapped(path, layout, mapping), learnerForm, learnerLimits, header))
    yield { ...row, cells: { ...everyRow, ...row.cells } }
}

const cellsOf = (everyRow: EveryRow): FormCells<ColumnKey> =>
  Object.fromEntries(Object.entries(everyRow).map(([key, text]) => [key, { text, kind: 'text' }]))

/** A table whose dates begin with the month: they are turned around as they are read, before a year is left out (L06). */
async function openMapped(path: string, layout: TableLayout, { dayOrder }: ColumnMapping): Promise<OpenSheet> {
  const sheet = await openTable(path, learnerLimits, layout)
  if (dayOrder === DayOrder.MONTH_FIRST) return sheet
  const read: OpenSheet['read'] = (raw, place, meansDay) => {
    const cell = sheet.read(raw, place, meansDay)
    return meansDay && cell?.kind === 'text' ? { ...cell, text: swapDayAndMonth(cell.text) } : cell
  }
  return { ...sheet, read }
}

function headerOf({ headerRow, columns: mapped }: ColumnMapping): Header<ColumnKey> {
  const columnAt = mapped.flatMap(({ position, key }) =>
    columns.flatMap((column) => (column.key === key ? [[position, column] as const] : [])),
  )
  return { rowNumber: headerRow, columnAt: new Map(columnAt), warnings: notRead(mapped, headerRow) }
}

const named = 12

function notRead(mapped: ColumnMapping['columns'], headerRow: number): Header['warnings'] {
  const names = mapped.flatMap(({ key, header, position }) =>
    key || ownHeaders.has(header) ? [] : [header.slice(0, 60) || `column ${position}`],
  )
  if (!names.length) return []
  const more = names.length > named ? ` and ${names.length - named} more` : ''
  const message = `Columns that were not read: ${names.slice(0, named).join(', ')}${more}.`
  return [{ code: 'COLUMN_UNKNOWN', message, place: `row ${headerRow}` }]
}

const ownHeaders = new Set<string>(resultHeaders)

/** The form of a result in the layout of its upload: the same headers in the same order; what was not read is blank. */
export function resultFormOf({ columns: mapped }: ColumnMapping): SheetForm<string> {
  const shown = mapped
    .filter(({ header }) => !ownHeaders.has(header))
    .map(({ position, header, key }) => {
      const column = columns.find((candidate) => candidate.key === key)
      const kind = column?.kind ?? ('text' as const)
      const rest = { aliases: [], guidance: '', required: false, maxLength: 100 }
      return { ...rest, key: key ?? `${position}`, header, kind }
    })
  return { columns: shown, rowIs: learnerForm.rowIs, resultHeaders }
}

/** Cells as they stand in the layout of the upload: days cannot be mistaken, and birthdays have the order of the file. */
export function inOrderOf({ dayOrder }: ColumnMapping, cells: RowCells): RowCells {
  const { completionDate, dateOfBirth } = cells
  if (dayOrder === DayOrder.MONTH_FIRST) return cells
  const day = completionDate && parseDay(completionDate.text, completionDate.kind)
  return {
    ...cells,
    ...(completionDate && {
      completionDate: day
        ? { text: day, kind: 'date' }
        : { ...completionDate, text: swapDayAndMonth(completionDate.text) },
    }),
    ...(dateOfBirth && { dateOfBirth: { ...dateOfBirth, text: swapDayAndMonth(dateOfBirth.text) } }),
  }
}
