import { columnLetters } from './cell-ref.js'
import { guardFormulaText } from './formula-text.js'
import { daySerial } from './serial-day.js'
import { type StyleName, styleNumber } from './styles.js'
import { escapeXml, escapeXmlText } from './xml-text.js'

/** What we write into a cell; text never becomes a formula, whatever it begins with. */
export type OutputValue = string | number | { day: string } | undefined

export interface OutputRow {
  values: readonly OutputValue[]
  /** Where the row looks other than its columns do. */
  style?: StyleName
}

export interface OutputSheet {
  name: string
  columns: readonly { width: number; style?: StyleName }[]
  /** The rows that stay in view while one scrolls. */
  frozenRows: number
  rows: AsyncIterable<OutputRow> | Iterable<OutputRow>
}

/** The XML of a sheet in pieces of some size, made as its rows come. */
export async function* sheetXml({ columns, frozenRows, rows }: OutputSheet): AsyncGenerator<string> {
  const cols = columns.map(
    ({ width, style = 'plain' }, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${width}" style="${styleNumber(style)}" customWidth="1"/>`,
  )
  const cellStyles = columns.map(({ style = 'plain' }) => styleNumber(style))
  let piece = `${opening(frozenRows)}<cols>${cols.join('')}</cols><sheetData>`
  let rowNumber = 0
  for await (const { values, style } of rows) {
    rowNumber += 1
    const cells = values.map((value, i) =>
      cellXml(value, i + 1, rowNumber, style ? styleNumber(style) : (cellStyles[i] ?? 0)),
    )
    piece += `<row r="${rowNumber}">${cells.join('')}</row>`
    if (piece.length > pieceLength) {
      yield piece
      piece = ''
    }
  }
  yield `${piece}</sheetData></worksheet>`
}

const pieceLength = 64 * 1024

function opening(frozenRows: number): string {
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
}

function cellXml(value: OutputValue, column: number, row: number, style: number): string {
  if (value === undefined || value === '') return ''
  const start = `<c r="${columnLetters(column)}${row}" s="${style}"`
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`
  if (typeof value === 'object') return `${start}><v>${daySerial(value.day)}</v></c>`
  const text = escapeXml(escapeXmlText(guardFormulaText(value)))
  return `${start} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}
