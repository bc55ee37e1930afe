import { columns, type EntryRow, inset } from './entry-row.js'
import { Flow, line } from './flow.js'
import { color, sheet, sheetWidth, style } from './style.js'

type Tag = PDFKit.PDFStructureElement

export const tableHeadHeight = 22

/** The entries of a transcript as one tagged table, which may go on over many pages. */
export class EntryTable {
  private body: Tag | undefined

  constructor(
    private readonly pdf: PDFKit.PDFDocument,
    private readonly parent: Tag,
  ) {}

  /** Draws the rows of one page under the column titles and returns where they end. */
  draw(rows: readonly EntryRow[], top: number): number {
    const { pdf } = this
    pdf.markContent('Artifact', { type: 'Layout' })
    pdf.rect(sheet.left, top, sheetWidth, tableHeadHeight).fill(color.tint)
    pdf.endMarkedContent()
    if (this.body) this.repeatTitles(top)
    else this.body = this.begin(top)
    let y = top + tableHeadHeight
    for (const row of rows) {
      row.draw(this.body, y)
      y += row.height
    }
    return y
  }

  private begin(top: number): Tag {
    const { pdf } = this
    const titles = columns.map((column) => {
      // The types of the library do not know the scope; it ties cells to their title.
      const options = { title: column.title, scope: 'Column' }
      return pdf.struct('TH', options, () => this.drawTitle(column, top))
    })
    const body = pdf.struct('TBody')
    const table = pdf.struct('Table')
    this.parent.add(table)
    table.add(pdf.struct('THead', {}, pdf.struct('TR', {}, titles)))
    table.add(body)
    return body
  }

  private repeatTitles(top: number): void {
    this.pdf.markContent('Artifact', { type: 'Pagination' })
    for (const column of columns) this.drawTitle(column, top)
    this.pdf.endMarkedContent()
  }

  private drawTitle({ title, x, width }: (typeof columns)[number], top: number): void {
    new Flow(this.pdf, [line(title, style.columnHead)], width).draw(x + inset, top + 5)
  }
}
