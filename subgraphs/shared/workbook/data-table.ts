import { birthdayCell } from './birthday-text.js'
import type { Cell } from './cell.js'
import { findHeader, type Header } from './header.js'
import type { WorkbookLimits } from './limits.js'
import type { ReadCell } from './open-sheet.js'
import { FileRefusal } from './refusal.js'
import type { ColumnKind, FormCells, SheetForm } from './sheet-form.js'
import { cellPlace, type RawCell, type RawRow } from './sheet-rows.js'

/** One data row under the names of our columns, with the number that the spreadsheet shows for it. */
export interface SheetRow<Key extends string = string> {
  rowNumber: number
  cells: FormCells<Key>
}

/** Turns rows of a sheet into rows of a form: finds the header among the first two, then names the cells by it. */
export class DataTable<Key extends string> {
  header: Header<Key> | undefined
  rowCount = 0
  private firstRows: RawRow[] = []

  constructor(
    private readonly form: SheetForm<Key>,
    private readonly sheetName: string,
    private readonly limits: WorkbookLimits,
    private readonly read: ReadCell,
  ) {}

  take(rows: RawRow[]): SheetRow<Key>[] {
    if (this.header) return this.dataRows(rows, this.header)
    this.firstRows.push(...rows)
    return rows.some(({ rowNumber }) => rowNumber > lastHeaderRow) ? this.start() : []
  }

  /** To be called after the last row; a table without data is refused. */
  end(): SheetRow<Key>[] {
    const rows = this.header ? [] : this.start()
    if (this.rowCount === 0) {
      const place = cellPlace(this.sheetName, 1, (this.header?.rowNumber ?? lastHeaderRow) + 1)
      throw new FileRefusal('FILE_EMPTY', `The file has no ${this.form.rowIs}: nothing stands from ${place} on.`, place)
    }
    return rows
  }

  private start(): SheetRow<Key>[] {
    const candidates = this.firstRows.filter(({ rowNumber }) => rowNumber <= lastHeaderRow)
    const header = findHeader(
      candidates.map((row) => this.headerRow(row)),
      this.sheetName,
      this.form,
    )
    const data = this.firstRows.filter(({ rowNumber }) => rowNumber > header.rowNumber)
    this.header = header
    this.firstRows = []
    return this.dataRows(data, header)
  }

  private headerRow({ rowNumber, cells }: RawRow) {
    const texts = cells.flatMap((cell) => {
      const text = this.readAt(cell, rowNumber)?.text
      return text === undefined ? [] : [[cell.column, text] as const]
    })
    return { rowNumber, texts: new Map(texts) }
  }

  private dataRows(rows: RawRow[], { columnAt }: Header<Key>): SheetRow<Key>[] {
    const found: SheetRow<Key>[] = []
    for (const { rowNumber, cells } of rows) {
      const row: FormCells<Key> = {}
      let blank = true
      for (const raw of cells) {
        const column = columnAt.get(raw.column)
        const cell = column && this.readAt(raw, rowNumber, column.kind)
        if (!column || !cell) continue
        row[column.key] = column.kind === 'birthday' ? birthdayCell(cell) : cell
        blank = false
      }
      if (!blank) found.push(this.counted({ rowNumber, cells: row }))
    }
    return found
  }

  private counted(row: SheetRow<Key>): SheetRow<Key> {
    this.rowCount += 1
    if (this.rowCount > this.limits.rows) {
      const place = cellPlace(this.sheetName, 1, row.rowNumber)
      const message = `The file has more than ${this.limits.rows} rows (from ${place} on). Send it in parts.`
      throw new FileRefusal('FILE_TOO_MANY_ROWS', message, place)
    }
    return row
  }

  private readAt(cell: RawCell, rowNumber: number, kind: ColumnKind = 'text'): Cell | undefined {
    return this.read(
      cell,
      () => cellPlace(this.sheetName, cell.column, rowNumber),
      kind === 'day' || kind === 'birthday',
    )
  }
}

const lastHeaderRow = 2
