import type { Cell } from '../../../shared/workbook/cell.js'
import { openSheet } from '../../../shared/workbook/open-sheet.js'
import { cellPlace } from '../../../shared/workbook/sheet-rows.js'
import type { IntakeLimits } from '../format/limits.js'
import type { IsDay, TableRow } from './table-row.js'

/** The rows of an activity workbook, header and guidance included, without blank ones; memory stays bounded. */
export async function* readSheet(path: string, limits: IntakeLimits, isDay: IsDay): AsyncGenerator<TableRow> {
  const sheet = await openSheet(path, limits)
  try {
    for await (const rows of sheet.rows()) {
      for (const { rowNumber, cells: raw } of rows) {
        const cells: (Cell | undefined)[] = []
        for (const cell of raw) {
          const place = () => cellPlace(sheet.name, cell.column, rowNumber)
          cells[cell.column - 1] = sheet.read(cell, place, isDay(cell.column))
        }
        if (cells.some(Boolean)) yield { rowNumber, line: null, cells }
      }
    }
  } finally {
    sheet.close()
  }
}
