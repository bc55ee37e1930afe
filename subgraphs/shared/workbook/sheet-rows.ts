import { columnLetters, lastRow, parseCellRef, rowNumber } from './cell-ref.js'
import type { WorkbookLimits } from './limits.js'
import type { Package } from './package.js'
import { FileRefusal } from './refusal.js'
import { xmlFeed } from './xml.js'

/** One cell as the sheet writes it: the text may still be the number of a shared one. */
export interface RawCell {
  column: number
  type: string
  style: number
  text: string
}

/** A row with the number that the spreadsheet shows for it; cells without a value are left out. */
export interface RawRow {
  rowNumber: number
  /** The line of a text file on which it begins. */
  line?: number
  cells: RawCell[]
}

/** Reads the rows of a sheet in order, a chunk of the file at a time; refuses formulas and whatever lies outside the table. */
export async function* readSheetRows(
  source: Package,
  sheet: { part: string; name: string },
  limits: WorkbookLimits,
): AsyncGenerator<RawRow[]> {
  const scanner = new SheetScanner(sheet.name, limits)
  const feed = xmlFeed(sheet.part, limits, scanner, () => scanner.place())
  for await (const chunk of source.read(sheet.part)) {
    feed.write(chunk)
    if (scanner.rows.length > 0) yield scanner.takeRows()
  }
  feed.end()
}

const cellTypes = new Set(['n', 's', 'str', 'inlineStr', 'b', 'e', 'd'])

class SheetScanner {
  rows: RawRow[] = []
  private inData = false
  private row: RawRow | undefined
  private cell: RawCell | undefined
  private lastRowNumber = 0
  private lastColumn = 0
  private collecting = false
  private inReadingAid = false

  constructor(
    private readonly sheetName: string,
    private readonly limits: WorkbookLimits,
  ) {}

  /** The cell being read, or the last one that was. */
  place(): string {
    return cellPlace(this.sheetName, Math.max(this.lastColumn, 1), Math.max(this.lastRowNumber, 1))
  }

  takeRows(): RawRow[] {
    const { rows } = this
    this.rows = []
    return rows
  }

  open = (name: string, attributes: Record<string, string>): void => {
    if (this.cell) this.openInCell(name)
    else if (name === 'c' && this.row) this.openCell(attributes)
    else if (name === 'row' && this.inData) this.openRow(attributes)
    else if (name === 'sheetData') this.inData = true
  }

  text = (piece: string): void => {
    if (!this.collecting || !this.cell) return
    this.cell.text += piece
    if (this.cell.text.length > this.limits.cellCharacters) {
      const message = `${this.place()} holds more than ${this.limits.cellCharacters} characters. Shorten that cell.`
      throw new FileRefusal('CELL_TOO_LONG', message, this.place())
    }
  }

  close = (name: string): void => {
    if (name === 'c' && this.cell) this.closeCell(this.cell)
    else if (name === 'v' || name === 't') this.collecting = false
    else if (name === 'rPh') this.inReadingAid = false
    else if (name === 'row' && this.row) {
      this.rows.push(this.row)
      this.row = undefined
    } else if (name === 'sheetData') this.inData = false
  }

  private openInCell(name: string): void {
    if (name === 'v' || name === 't') this.collecting = !this.inReadingAid
    else if (name === 'rPh') this.inReadingAid = true
    else if (name === 'f') {
      const message = `${this.place()} holds a formula. Copy the sheet, paste it as values only, and send that.`
      throw new FileRefusal('CELL_FORMULA', message, this.place())
    }
  }

  private openRow({ r }: Record<string, string>): void {
    const number = r === undefined ? this.lastRowNumber + 1 : rowNumber(r)
    if (number === undefined || number > lastRow) throw this.broken('is followed by a row that no sheet can have')
    if (number <= this.lastRowNumber)
      throw this.broken(`is followed by row ${number}, which is twice there or out of order`)
    this.lastRowNumber = number
    this.lastColumn = 0
    this.row = { rowNumber: number, cells: [] }
  }

  private openCell({ r, t = 'n', s }: Record<string, string>): void {
    const ref = r === undefined ? { column: this.lastColumn + 1, row: this.lastRowNumber } : parseCellRef(r)
    if (ref?.row !== this.lastRowNumber || !cellTypes.has(t))
      throw this.broken('or the cell after it is not one a sheet can have')
    if (ref.column <= this.lastColumn) throw this.broken('is followed by a cell that is twice there or out of order')
    this.lastColumn = ref.column
    this.cell = { column: ref.column, type: t, style: s === undefined ? 0 : Number(s), text: '' }
  }

  private closeCell(cell: RawCell): void {
    this.cell = undefined
    this.collecting = false
    if (cell.text === '') return
    if (cell.column > this.limits.columns) {
      const last = columnLetters(this.limits.columns)
      const message = `${this.place()} lies outside the table, whose last column may be ${last}. Clear what stands there.`
      throw new FileRefusal('FILE_TOO_WIDE', message, this.place())
    }
    this.row?.cells.push(cell)
  }

  private broken(what: string): FileRefusal {
    const message = `${this.place()} ${what}. Save the workbook again in your spreadsheet program and send that.`
    return new FileRefusal('FILE_FORMAT', message, this.place())
  }
}

/** A place as people find it in their spreadsheet program: `Sheet1!E14`. */
export function cellPlace(sheetName: string, column: number, row: number): string {
  const name = /^\w+$/.test(sheetName) ? sheetName : `'${sheetName}'`
  return `${name}!${columnLetters(column)}${row}`
}
