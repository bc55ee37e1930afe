import type { TranscriptDocument } from '../transcript-document.js'
import { longDay, memberName } from '../wording.js'
import { Flow, line } from './flow.js'
import { transcriptTitle } from './frame.js'
import { sheet, sheetWidth, style } from './style.js'

const labelWidth = 96

/** Whose transcript it is and for which period, on the first page. */
export class Masthead {
  readonly height: number
  private readonly head: Flow
  private readonly facts: { label: Flow; value: Flow; height: number }[]

  constructor(
    private readonly pdf: PDFKit.PDFDocument,
    document: TranscriptDocument,
  ) {
    const { member } = document
    const lines = [
      line(transcriptTitle, style.title, { tag: 'H1' }),
      line(memberName(member), style.name, { above: 6 }),
    ]
    this.head = new Flow(pdf, lines, sheetWidth)
    this.facts = factsOf(document).map(([name, text]) => {
      const label = new Flow(pdf, [line(`${name}: `, style.label, { above: 2 })], labelWidth)
      const value = new Flow(pdf, [line(text, style.body, { above: 2 })], sheetWidth - labelWidth)
      return { label, value, height: Math.max(label.height, value.height) }
    })
    this.height = this.facts.reduce((total, { height }) => total + height, this.head.height + 4)
  }

  /** Draws it as part of `parent`. */
  draw(parent: PDFKit.PDFStructureElement, y: number): void {
    for (const tag of this.head.tags(sheet.left, y)) parent.add(tag)
    let top = y + this.head.height + 4
    for (const { label, value, height } of this.facts) {
      const at = top
      parent.add(
        this.pdf.struct('P', {}, () => {
          label.draw(sheet.left, at)
          value.draw(sheet.left + labelWidth, at)
        }),
      )
      top += height
    }
  }
}

function factsOf({ member, period }: TranscriptDocument): [label: string, value: string][] {
  const { npi, licenses, certifications } = member
  const facts: [string, string][] = [
    ['Transcript Dates', `${longDay(period.from)} – ${longDay(period.to)}`],
    ['NPI', npi ?? ''],
    ['Licenses', licenses.map(({ boardName, licenseNumber }) => `${boardName} ${licenseNumber}`).join('; ')],
    ['Certifications', certifications.map(({ boardName, boardId }) => `${boardName} ${boardId}`).join('; ')],
  ]
  return facts.filter(([, value]) => value !== '')
}
