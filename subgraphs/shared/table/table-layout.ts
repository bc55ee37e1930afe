import { type Encoding, encodingOf, textOf } from './encoding.js'
import { detectFormat, FileFormat } from './file-format.js'

/** How the bytes of a file are to be read. */
export interface TableLayout {
  format: FileFormat
  encoding: Encoding
  delimiter: ',' | ';' | '\t'
}

/** Finds out how a file is to be read, by its bytes alone. Throws FileRefusal for an empty one. */
export async function findLayout(path: string): Promise<TableLayout> {
  const format = await detectFormat(path)
  if (format === FileFormat.XLSX) return { format, encoding: 'utf-8', delimiter: ',' }
  const encoding = await encodingOf(path)
  return { format, encoding, delimiter: await delimiterOf(path, format, encoding) }
}

async function delimiterOf(path: string, format: FileFormat, encoding: Encoding): Promise<TableLayout['delimiter']> {
  if (format === FileFormat.TAB) return '\t'
  return format === FileFormat.CSV ? csvDelimiter(path, encoding) : ','
}

/** Spreadsheet programs of some countries part by semicolons. */
async function csvDelimiter(path: string, encoding: Encoding): Promise<',' | ';'> {
  for await (const piece of textOf(path, encoding)) {
    const lines = piece.split(/\r?\n/, 5).join('\n')
    return lines.split(';').length > lines.split(',').length ? ';' : ','
  }
  return ','
}
