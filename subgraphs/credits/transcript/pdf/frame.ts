import type { TranscriptDocument } from '../transcript-document.js'
import { longDay, memberName, shortDay } from '../wording.js'
import { Flow, line } from './flow.js'
import { drawMark } from './mark.js'
import { color, sheet, sheetWidth, style } from './style.js'

/** What stands on every page of a transcript beside its content. */
export interface Frame {
  document: TranscriptDocument
  publishedOn: string
  hash: string
  verificationCode: string
  verifyAddress: string
}

export const transcriptTitle = 'Accredited Continuing Education Transcript'

/** Below the letterhead of the first page, and below the running head of the others. */
export const contentTop = { first: 96, next: 78 } as const

/** Draws letterhead or running head, and the footer with its page number (P08); decoration to a screen reader. */
export function drawFrame(pdf: PDFKit.PDFDocument, frame: Frame, page: number, pages: number): void {
  pdf.markContent('Artifact', { type: 'Pagination' })
  if (page === 1) drawLetterhead(pdf)
  else drawRunningHead(pdf, frame.document)
  drawFooter(pdf, frame, page, pages)
  pdf.endMarkedContent()
}

function drawLetterhead(pdf: PDFKit.PDFDocument): void {
  drawMark(pdf, sheet.left, sheet.top, 28)
  new Flow(pdf, [line('CreditGraph', style.brand)], 200).draw(sheet.left + 37, sheet.top + 4)
  drawRight(pdf, 'OFFICIAL TRANSCRIPT', sheet.top + 8)
  rule(pdf, 82, color.accent, 1.4)
}

function drawRunningHead(pdf: PDFKit.PDFDocument, { member, period }: TranscriptDocument): void {
  drawMark(pdf, sheet.left, sheet.top, 18)
  const dates = `${shortDay(period.from)} – ${shortDay(period.to)}`
  const lines = [line(transcriptTitle, style.seal), line(`${memberName(member)}, ${dates}`, style.fine)]
  new Flow(pdf, lines, sheetWidth - 26).draw(sheet.left + 26, sheet.top - 2)
  rule(pdf, 68, color.accent, 0.8)
}

function drawFooter(pdf: PDFKit.PDFDocument, frame: Frame, page: number, pages: number): void {
  const top = sheet.footerTop
  rule(pdf, top, color.accent, 0.8)
  const lines = [
    line('OFFICIAL TRANSCRIPT', style.seal),
    line(`Published ${longDay(frame.publishedOn)}`, style.fine, { above: 1 }),
    line('The listed activities and credit were reported by accredited providers.', style.fine),
    line(`Verification code ${frame.verificationCode} at ${frame.verifyAddress}`, style.fine),
    line(`SHA-256 ${frame.hash}`, style.fine),
  ]
  new Flow(pdf, lines, sheetWidth).draw(sheet.left, top + 7)
  drawRight(pdf, `Page ${page} of ${pages}`, top + 7)
}

function drawRight(pdf: PDFKit.PDFDocument, text: string, y: number): void {
  const { font, size, color: fill } = style.seal
  pdf.font(font).fontSize(size).fillColor(fill)
  pdf.text(text, sheet.left, y, { width: sheetWidth, align: 'right' })
}

function rule(pdf: PDFKit.PDFDocument, y: number, stroke: string, width: number): void {
  pdf.moveTo(sheet.left, y).lineTo(sheet.right, y).lineWidth(width).stroke(stroke)
}
