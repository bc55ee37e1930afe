import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, type Info, type Options, parse } from 'csv-parse'
import type { Cell } from '../workbook/cell.js'
import { restoreFormulaText } from '../workbook/formula-text.js'
import { FileRefusal } from '../workbook/refusal.js'
import { type Encoding, textOf } from './encoding.js'
import type { TableLimits } from './limits.js'
import type { TableRow } from './table-row.js'

/** How the records of a text file are parted. */
export interface CsvLayout {
  encoding: Encoding
  delimiter: ',' | ';' | '\t'
  /** Whether blanks around a value belong to it: in tab files a space is not blank (B05). */
  keepsBlanks: boolean
}

interface CsvRecord {
  record: string[]
  info: Info
}

/** The records of a text file with columns, blank ones left out; memory stays bounded. */
export async function* readCsv(path: string, layout: CsvLayout, limits: TableLimits): AsyncGenerator<TableRow> {
  const parser = parse(optionsFor(layout, limits))
  const reading = pipeline(
    Readable.from(textOf(path, layout.encoding), { objectMode: false, encoding: 'utf8' }),
    parser,
  )
  // What goes wrong on the way surfaces where the records are read.
  reading.catch(() => undefined)
  let lines = 0
  let records = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<CsvRecord>) {
      records += 1
      const row = { rowNumber: records, line: lines + 1, cells: cellsOf(record, layout, limits, records) }
      lines = info.lines
      if (row.cells.some(Boolean)) yield row
    }
  } catch (cause) {
    throw cause instanceof CsvError ? unreadable(cause, records) : cause
  } finally {
    parser.destroy()
  }
}

const optionsFor = ({ delimiter }: CsvLayout, limits: TableLimits): Options => ({
  bom: true,
  delimiter,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  max_record_size: limits.recordCharacters,
  info: true,
})

function cellsOf(record: string[], { keepsBlanks }: CsvLayout, limits: TableLimits, row: number) {
  if (record.length > limits.columns) {
    throw new FileRefusal(
      'FILE_TOO_WIDE',
      `Row ${row} has ${record.length} columns; ${limits.columns} may be there. Take out those that are about something else.`,
      `row ${row}`,
    )
  }
  return record.map((text): Cell | undefined => {
    if (text.length > limits.cellCharacters) {
      const message = `Row ${row} holds a text of more than ${limits.cellCharacters} characters. Shorten it.`
      throw new FileRefusal('CELL_TOO_LONG', message, `row ${row}`)
    }
    const value = keepsBlanks ? text : text.trim()
    if (value === '') return undefined
    return { text: restoreFormulaText(value), kind: 'text' }
  })
}

function unreadable(cause: CsvError, records: number): FileRefusal {
  const place = `row ${records + 1}`
  if (cause.code === 'CSV_MAX_RECORD_SIZE') {
    return new FileRefusal(
      'CELL_TOO_LONG',
      `From ${place} on stands a record without end. Check its quotation marks.`,
      place,
    )
  }
  return new FileRefusal('FILE_FORMAT', `The file cannot be read from ${place} on. Check its quotation marks.`, place, {
    cause,
  })
}
