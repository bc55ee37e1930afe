import type { TranscriptEntry } from '../transcript-document.js'
import { creditUnit, pointsText, shortDay } from '../wording.js'
import { Flow, type Line, line } from './flow.js'
import { color, type Style, sheet, style } from './style.js'

/** Where the columns of the table begin, and how wide they are. */
export const columns = [
  { title: 'Completion Date', x: sheet.left, width: 84 },
  { title: 'Activity', x: sheet.left + 90, width: 206 },
  { title: 'Credits Earned', x: sheet.left + 304, width: 200 },
] as const
export const inset = 6
const padding = 6

/** One entry of a transcript: measured when it is made, drawn where its page has room. */
export class EntryRow {
  readonly height: number
  private readonly cells: Flow[]

  constructor(
    private readonly pdf: PDFKit.PDFDocument,
    entry: TranscriptEntry,
  ) {
    const content = [[line(shortDay(entry.completedOn), style.body)], activityLines(entry), creditLines(entry)]
    this.cells = columns.map(({ width }, index) => new Flow(pdf, content[index] ?? [], width - inset))
    this.height = Math.max(...this.cells.map(({ height }) => height)) + 2 * padding
  }

  /** Draws it as a row of `table`. */
  draw(table: PDFKit.PDFStructureElement, y: number): void {
    const { pdf } = this
    const cells = this.cells.map((cell, index) =>
      pdf.struct('TD', {}, cell.tags((columns[index]?.x ?? 0) + inset, y + padding)),
    )
    table.add(pdf.struct('TR', {}, cells))
    pdf.markContent('Artifact', { type: 'Layout' })
    const bottom = y + this.height
    pdf.moveTo(sheet.left, bottom).lineTo(sheet.right, bottom).lineWidth(0.5).stroke(color.line)
    pdf.endMarkedContent()
  }
}

const activityLines = ({ activityTitle, providerName }: TranscriptEntry): Line[] => [
  line(activityTitle, style.strong),
  line(providerName, style.small, { above: 1 }),
]

/** The CME line first, then the points of each board with its credit types beneath (P02). */
function creditLines({ cme, moc }: TranscriptEntry): Line[] {
  const follows = cme?.followsFrom
    ? [line(`follows from ${cme.followsFrom} MOC credit`, style.small, { indent: 10 })]
    : []
  const cmeLines: Line[] = cme ? [{ runs: creditRuns(cme.credits) }, ...follows] : []
  const boardLines = moc.flatMap(({ board, points, lines }) => [
    line(pointsText(points, board), style.body, { above: 1 }),
    ...lines.map((type) => line(`${type.points} ${type.label}`, style.small, { indent: 10 })),
  ])
  return [...cmeLines, ...boardLines]
}

/** “7 AMA PRA Category 1 Credits™”; the American Medical Association asks for italics. */
export const creditRuns = (credits: number, amount: Style = style.body) => [
  { text: `${credits} `, style: amount },
  { text: creditUnit(credits), style: style.italic },
]
