import type { Cell } from '../workbook/cell.js'
import { openSheet } from '../workbook/open-sheet.js'
import { cellPlace } from '../workbook/sheet-rows.js'
import type { TableLimits } from './limits.js'
import type { IsDay, TableRow } from './table-row.js'

/** The rows of the sheet that holds the list, header and guidance included, without blank ones; memory stays bounded. */
export async function* readSheet(path: string, limits: TableLimits, isDay: IsDay): AsyncGenerator<TableRow> {
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
