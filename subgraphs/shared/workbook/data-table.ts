import { birthdayCell } from './birthday-text.js'
import type { Cell } from './cell.js'
import { parseBirthday, parseDay } from './day-text.js'
import { findHeader, type Header, type HeaderRow } from './header.js'
import type { WorkbookLimits } from './limits.js'
import type { OpenSheet } from './open-sheet.js'
import { FileRefusal } from './refusal.js'
import type { ColumnKind, FormCells, FormColumn, SheetForm } from './sheet-form.js'
import type { RawCell, RawRow } from './sheet-rows.js'

/** One data row under the names of our columns, with the number that the spreadsheet shows for it. */
export interface SheetRow<Key extends string = string> {
  rowNumber: number
  /** The line of a text file on which it begins. */
  line?: number
  cells: FormCells<Key>
}

/** Turns rows of a sheet into rows of a form: finds the header among the first two unless it is known, then names the cells by it. */
export class DataTable<Key extends string> {
  header: Header<Key> | undefined
  rowCount = 0
  private firstRows: RawRow[] = []

  constructor(
    private readonly form: SheetForm<Key>,
    private readonly sheet: Pick<OpenSheet, 'name' | 'place' | 'read' | 'mayLackHeader'>,
    private readonly limits: WorkbookLimits,
    private readonly known?: Header<Key>,
  ) {}

  take(rows: RawRow[]): SheetRow<Key>[] {
    if (this.header) return this.dataRows(rows, this.header)
    this.firstRows.push(...rows)
    return rows.some(({ rowNumber }) => rowNumber > (this.known?.rowNumber ?? lastHeaderRow)) ? this.start() : []
  }

  /** To be called after the last row; a table without data is refused. */
  end(): SheetRow<Key>[] {
    const rows = this.header ? [] : this.start()
    if (this.rowCount === 0) {
      const place = this.sheet.place(1, (this.header?.rowNumber ?? lastHeaderRow) + 1)
      throw new FileRefusal('FILE_EMPTY', `The file has no ${this.form.rowIs}: nothing stands from ${place} on.`, place)
    }
    return rows
  }

  private start(): SheetRow<Key>[] {
    const candidates = this.firstRows.filter(({ rowNumber }) => rowNumber <= lastHeaderRow)
    const texts = candidates.map((row) => this.headerRow(row))
    const header = this.known ?? this.withoutHeader(texts[0]) ?? findHeader(texts, this.sheet, this.form)
    const data = this.firstRows.filter(({ rowNumber }) => rowNumber > header.rowNumber)
    this.header = header
    this.firstRows = []
    return this.dataRows(data, header)
  }

  /** The order of columns without names in which the first row reads as data: its days and birthdays are such. */
  private withoutHeader(first: HeaderRow | undefined): Header<Key> | undefined {
    if (!first || !this.sheet.mayLackHeader) return undefined
    for (const keys of this.form.withoutHeader ?? []) {
      const columns = keys.flatMap((key) => this.form.columns.filter((column) => column.key === key))
      if (columns.every((column, i) => readsAs(column, first.texts.get(i + 1)))) {
        return { rowNumber: 0, columnAt: new Map(columns.map((column, i) => [i + 1, column])), warnings: [] }
      }
    }
    return undefined
  }

  private headerRow({ rowNumber, cells }: RawRow): HeaderRow {
    const texts = cells.flatMap((cell) => {
      const text = this.readAt(cell, rowNumber)?.text
      return text === undefined ? [] : [[cell.column, text] as const]
    })
    return { rowNumber, texts: new Map(texts) }
  }

  private dataRows(rows: RawRow[], { columnAt }: Header<Key>): SheetRow<Key>[] {
    const found: SheetRow<Key>[] = []
    for (const { rowNumber, line, cells } of rows) {
      const row: FormCells<Key> = {}
      let blank = true
      for (const raw of cells) {
        const column = columnAt.get(raw.column)
        const cell = column && this.readAt(raw, rowNumber, column.kind)
        if (!column || !cell) continue
        row[column.key] = column.kind === 'birthday' ? birthdayCell(cell) : cell
        blank = false
      }
      if (!blank)
        found.push(this.counted(line === undefined ? { rowNumber, cells: row } : { rowNumber, line, cells: row }))
    }
    return found
  }

  private counted(row: SheetRow<Key>): SheetRow<Key> {
    this.rowCount += 1
    if (this.rowCount > this.limits.rows) {
      const place = this.sheet.place(1, row.rowNumber)
      const message = `The file has more than ${this.limits.rows} rows (from ${place} on). Send it in parts.`
      throw new FileRefusal('FILE_TOO_MANY_ROWS', message, place)
    }
    return row
  }

  private readAt(cell: RawCell, rowNumber: number, kind: ColumnKind = 'text'): Cell | undefined {
    return this.sheet.read(cell, () => this.sheet.place(cell.column, rowNumber), kind === 'day' || kind === 'birthday')
  }
}

const lastHeaderRow = 2

function readsAs({ kind }: FormColumn, text: string | undefined): boolean {
  if (kind === 'birthday') return parseBirthday(text ?? '', 'text') !== undefined
  return kind !== 'day' || parseDay(text ?? '', 'text') !== undefined
}
