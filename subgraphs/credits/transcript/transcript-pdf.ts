import type { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import { centralDay } from '../../reference/central-day.js'
import { closingLines } from './pdf/closing.js'
import { EntryRow } from './pdf/entry-row.js'
import { EntryTable, tableHeadHeight } from './pdf/entry-table.js'
import { Flow } from './pdf/flow.js'
import { contentTop, drawFrame, type Frame, transcriptTitle } from './pdf/frame.js'
import { Masthead } from './pdf/masthead.js'
import { paginate } from './pdf/paginate.js'
import { registerFonts, sheet, sheetWidth } from './pdf/style.js'
import type { TranscriptDocument, TranscriptEntry } from './transcript-document.js'

/** Space around the table. */
const gap = 14

/** What proves a transcript genuine. */
export type Seal = Pick<Frame, 'hash' | 'verificationCode' | 'verifyAddress'>

/** The PDF of a transcript, page after page. The same document gives the same bytes. */
export function renderTranscript(document: TranscriptDocument, seal: Seal): Readable {
  const publishedAt = new Date(document.publishedAt)
  const pdf = new PDFDocument({
    size: 'LETTER',
    // Everything is placed by hand; with margins the library would turn pages on its own.
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-US',
    displayTitle: true,
    info: {
      Title: transcriptTitle,
      Author: 'CreditGraph',
      Creator: 'CreditGraph',
      CreationDate: publishedAt,
      ModDate: publishedAt,
    },
  })
  registerFonts(pdf)
  draw(pdf, { document, ...seal, publishedOn: centralDay(publishedAt) }).catch((error: Error) => pdf.destroy(error))
  return pdf
}

async function draw(pdf: PDFKit.PDFDocument, frame: Frame): Promise<void> {
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  const masthead = new Masthead(pdf, frame.document)
  const rows = await measure(pdf, frame.document.entries)
  const end = new Flow(pdf, closingLines(frame), sheetWidth)
  const firstTop = contentTop.first + masthead.height + gap
  const bottom = sheet.footerTop - gap - tableHeadHeight
  const room = { first: bottom - firstTop, next: bottom - contentTop.next }
  const heights = rows.map(({ height }) => height)
  const counts = paginate(heights, room, end.height)
  const table = new EntryTable(pdf, root)

  let y = firstTop
  for (const [index, count] of counts.entries()) {
    if (index > 0) {
      await nextTurn()
      if (pdf.destroyed) return
      pdf.addPage()
      y = contentTop.next
    }
    drawFrame(pdf, frame, index + 1, counts.length)
    if (index === 0) masthead.draw(root, contentTop.first)
    if (count > 0) y = table.draw(rows.splice(0, count), y)
  }
  for (const tag of end.tags(sheet.left, y)) root.add(tag)
  root.end()
  pdf.end()
}

// Thousands of rows take a while: other requests get their turn in between.
async function measure(pdf: PDFKit.PDFDocument, entries: readonly TranscriptEntry[]): Promise<EntryRow[]> {
  const rows: EntryRow[] = []
  for (const entry of entries) {
    if (rows.length % 50 === 0) await nextTurn()
    rows.push(new EntryRow(pdf, entry))
  }
  return rows
}
