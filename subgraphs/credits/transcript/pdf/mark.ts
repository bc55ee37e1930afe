import { color } from './style.js'

/** CreditGraph’s mark, as the apps show it. */
export function drawMark(pdf: PDFKit.PDFDocument, x: number, y: number, size: number): void {
  pdf
    .save()
    .translate(x, y)
    .scale(size / 32)
  pdf.roundedRect(0, 0, 32, 32, 8).fill(color.accent)
  pdf.lineWidth(2.2).lineCap('round').lineJoin('round')
  pdf.path('m8.5 16.5 5 5.6 7.2-9.8').stroke('#fff')
  pdf.circle(22.4, 10, 3.3).stroke('#fff')
  pdf.circle(8.3, 16.3, 2.5).fill('#fff')
  pdf.circle(13.5, 22.2, 2.5).fill('#fff')
  pdf.restore()
}
