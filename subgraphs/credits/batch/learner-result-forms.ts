import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { xlsxType } from '../../shared/http/file-routes.js'
import { FileFormat } from '../../shared/table/file-format.js'
import { resultText } from '../../shared/table/result-text.js'
import type { TableLayout } from '../../shared/table/table-layout.js'
import type { Issue } from '../../shared/upload/issue.js'
import type { RowOutcome } from '../../shared/upload/upload-enums.js'
import { elementXml } from '../../shared/wire/xml-text.js'
import { writeResultWorkbook } from '../../shared/workbook/result-workbook.js'
import type { FormCells, SheetForm } from '../../shared/workbook/sheet-form.js'

/** A row as it was sent, and what became of it. */
export interface LearnerResult {
  rowNumber: number
  cells: FormCells<string>
  outcome: RowOutcome
  issues: Issue[]
}

/** How a result is laid out: which columns, under which names, parted by what. */
export interface ResultShape {
  form: SheetForm<string>
  columns: readonly string[]
  delimiter: TableLayout['delimiter']
}

/** A form in which a result can be had. */
export interface ResultForm {
  type: string
  /** How the name of the file ends. */
  ending: string
  /** Writes rows while they come; what the reader cannot take yet is not made yet. */
  write(stream: Writable, shape: ResultShape, rows: AsyncIterable<LearnerResult>): Promise<void>
}

/** Every form in which a result can be had; an upload gets its own unless another one is asked for. */
export const resultForms: Readonly<Record<FileFormat, ResultForm>> = {
  XLSX: {
    type: xlsxType,
    ending: 'xlsx',
    write: (stream, { form, columns }, rows) => writeResultWorkbook(stream, form, columns, inColumns(rows)),
  },
  CSV: {
    type: 'text/csv; charset=utf-8',
    ending: 'csv',
    write: (stream, shape, rows) =>
      writeText(stream, { ...shape, delimiter: shape.delimiter === ';' ? ';' : ',' }, rows),
  },
  TAB: {
    type: 'text/tab-separated-values; charset=utf-8',
    ending: 'txt',
    write: (stream, shape, rows) => writeText(stream, { ...shape, delimiter: '\t' }, rows),
  },
  JSON: {
    type: 'application/json; charset=utf-8',
    ending: 'json',
    write: (stream, shape, rows) => send(stream, jsonPieces(shape, rows)),
  },
  XML: {
    type: 'application/xml; charset=utf-8',
    ending: 'xml',
    write: (stream, shape, rows) => send(stream, xmlPieces(shape, rows)),
  },
}

/** The form that goes by a name such as csv, in any case; undefined where none does. */
export function parseResultForm(name: string): FileFormat | undefined {
  return Object.values(FileFormat).find((format) => format === name.toUpperCase())
}

const writeText = (stream: Writable, { form, columns, delimiter }: ResultShape, rows: AsyncIterable<LearnerResult>) =>
  send(stream, resultText(form, { delimiter, headerRow: 1, columns }, inColumns(rows)))

async function* inColumns(rows: AsyncIterable<LearnerResult>) {
  for await (const { cells, outcome, issues } of rows) yield { cells, result: resultTexts(outcome, issues) }
}

/** Outcome, reason and fix of a row, in words. */
const resultTexts = (outcome: RowOutcome, issues: readonly Issue[]) => [
  outcome,
  issues.map(({ code, message }) => `${code}: ${message}`).join(' '),
  issues.flatMap(({ fix }) => fix ?? []).join(' '),
]

async function* jsonPieces(shape: ResultShape, rows: AsyncIterable<LearnerResult>): AsyncGenerator<string> {
  let before = '{"results":['
  for await (const piece of joined(rows, (row) => `\n${JSON.stringify(recordOf(shape, row))}`, ',')) {
    yield before + piece
    before = ''
  }
  yield `${before}\n]}\n`
}

async function* xmlPieces(shape: ResultShape, rows: AsyncIterable<LearnerResult>): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<results>\n'
  yield* joined(rows, (row) => elementXml('result', recordOf(shape, row)), '\n')
  yield '\n</results>\n'
}

/** One record of a result: what became of it, why, and the cells as they were sent. */
const recordOf = ({ form }: ResultShape, { rowNumber, cells, outcome, issues }: LearnerResult) => ({
  rowNumber,
  outcome,
  issue: issues.map(({ code, severity, column = null, message, fix = null }) => ({
    code,
    severity,
    column,
    message,
    fix,
  })),
  cell: form.columns.flatMap(({ key, header }) => {
    const text = cells[key]?.text.replace(controls, '')
    return text ? [{ column: header, text }] : []
  }),
})

/** What no XML may hold. */
const controls = /[^\P{Cc}\t\n\r]/gu

/** Rows as text, many to a piece. */
async function* joined(
  rows: AsyncIterable<LearnerResult>,
  print: (row: LearnerResult) => string,
  between: string,
): AsyncGenerator<string> {
  let piece = ''
  let isFirst = true
  for await (const row of rows) {
    piece += `${isFirst ? '' : between}${print(row)}`
    isFirst = false
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  if (piece) yield piece
}

const pieceLength = 64 * 1024
const send = (stream: Writable, pieces: AsyncIterable<string>) => pipeline(Readable.from(pieces), stream)
