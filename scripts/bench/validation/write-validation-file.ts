import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import ExcelJS from 'exceljs'
import { validationForm } from '../../../subgraphs/learners/validation/validation-form.js'
import { parseCertifyingBoard } from '../../../subgraphs/reference/certifying-boards.js'
import type { MadeRow } from '../matching/rows/row-maker.js'

/** In which form the file is sent. */
export const formats = ['csv', 'xlsx'] as const
export type Format = (typeof formats)[number]

const headers = validationForm.columns.map(({ header }) => header)

/** Saves rows in the layout of the validation file, as a provider would send them. */
export async function writeValidationFile(path: string, format: Format, rows: Iterable<MadeRow>): Promise<void> {
  if (format === 'csv') await pipeline(Readable.from(csvPieces(rows)), createWriteStream(path))
  else await writeWorkbook(path, rows)
}

function* csvPieces(rows: Iterable<MadeRow>): Generator<string> {
  let many: string[][] = [headers]
  for (const row of rows) {
    many.push(cellsOf(row))
    if (many.length < 1_000) continue
    yield stringify(many)
    many = []
  }
  yield stringify(many)
}

async function writeWorkbook(path: string, rows: Iterable<MadeRow>): Promise<void> {
  const stream = createWriteStream(path)
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: true })
  const sheet = workbook.addWorksheet('Sheet1')
  sheet.addRow(validationForm.columns.map(({ guidance }) => guidance)).commit()
  sheet.addRow(headers).commit()
  for (const row of rows) sheet.addRow(cellsOf(row)).commit()
  sheet.commit()
  await workbook.commit()
  if (!stream.closed) await once(stream, 'close')
}

function cellsOf({ cells, subject }: MadeRow): string[] {
  const board = cells.board_id ? subject.boards.find(({ board }) => parseCertifyingBoard(board))?.board : undefined
  const born = cells.birth_month || cells.birth_day ? `${cells.birth_month}/${cells.birth_day}` : ''
  return [
    cells.first,
    cells.middle,
    cells.last,
    cells.suffix,
    born,
    cells.state,
    cells.license || cells.npi,
    board ?? '',
    board ? cells.board_id : '',
  ]
}
