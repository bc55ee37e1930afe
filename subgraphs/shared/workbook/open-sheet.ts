import { randomUUID } from 'node:crypto'
import { type Cell, toCell } from './cell.js'
import { readDateStyles } from './date-styles.js'
import type { WorkbookLimits } from './limits.js'
import { openPackage } from './package.js'
import { FileRefusal } from './refusal.js'
import { readSharedStrings } from './shared-strings.js'
import { cellPlace, type RawCell, type RawRow, readSheetRows } from './sheet-rows.js'
import { findParts } from './workbook-parts.js'

/** Reads a raw cell of a place; a number in a column of days is a day however the sheet shows it. */
export type ReadCell = (cell: RawCell, place: () => string, meansDay: boolean) => Cell | undefined

/** The sheet of a workbook that holds the list, open for reading. */
export interface OpenSheet {
  name: string
  /** The rows in order, with bounded memory. */
  rows(): AsyncGenerator<RawRow[]>
  read: ReadCell
  /** A place in it as people find it. */
  place(column: number, rowNumber: number): string
  /** True where rows of a form may stand without names of columns above them (B04). */
  mayLackHeader: boolean
  close(): void
}

/** Opens the sheet `Sheet1` of a workbook, or its first visible one. Throws FileRefusal when the file cannot be read. */
export async function openSheet(path: string, limits: WorkbookLimits): Promise<OpenSheet> {
  const source = await openPackage(path, limits)
  try {
    const parts = await findParts(source, limits)
    const dateStyles = await readDateStyles(source, parts.styles, limits)
    const texts = await readSharedStrings(source, parts.sharedStrings, `${path}.${randomUUID()}.texts`, limits)
    const context = { sharedString: (index: number) => texts.get(index), dateStyles, epoch1904: parts.epoch1904 }
    return {
      name: parts.sheetName,
      mayLackHeader: false,
      place: (column, rowNumber) => cellPlace(parts.sheetName, column, rowNumber),
      rows: () => readSheetRows(source, { part: parts.sheet, name: parts.sheetName }, limits),
      read(raw, place, meansDay) {
        const cell = toCell(raw, context, meansDay)
        if (cell === 'BROKEN') throw brokenCell(place())
        return cell
      },
      close() {
        texts.close()
        source.close()
      },
    }
  } catch (error) {
    source.close()
    throw error
  }
}

function brokenCell(place: string): FileRefusal {
  const message = `${place} refers to a text that the workbook does not hold. Save it again in your spreadsheet program and send that.`
  return new FileRefusal('FILE_FORMAT', message, place)
}
