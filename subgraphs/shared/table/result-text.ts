import type { ResultRow } from '../workbook/result-workbook.js'
import type { FormColumn, SheetForm } from '../workbook/sheet-form.js'
import { delimitedLine } from './delimited-line.js'
import type { TableLayout } from './table-layout.js'

/** How the text file was laid out to which a result belongs. */
export interface TextLayout<Key extends string> {
  delimiter: TableLayout['delimiter']
  /** The row of the names of the columns; 0 where there is none. */
  headerRow: number
  /** Our columns in the order of the file. */
  columns: readonly Key[]
}

/** Rows as text in the layout of the upload plus the result columns, so that it can be corrected and sent again. */
export async function* resultText<Key extends string>(
  form: SheetForm<Key>,
  { delimiter, headerRow, columns }: TextLayout<Key>,
  rows: AsyncIterable<ResultRow<Key>>,
): AsyncGenerator<string> {
  yield textHead(form, { delimiter, headerRow, columns })
  let piece = ''
  for await (const { cells, result } of rows) {
    piece += delimitedLine([...columns.map((key) => cells[key]?.text ?? ''), ...result], delimiter)
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  yield piece
}

/** What stands above the rows of a text file: its mark, guidance where the upload had it, and the names of the columns. */
function textHead<Key extends string>(form: SheetForm<Key>, { delimiter, headerRow, columns }: TextLayout<Key>) {
  const shown = columns.flatMap((key) => form.columns.filter((column) => column.key === key))
  const texts = (of: (column: FormColumn<Key>) => string) => shown.map(of)
  const guidance =
    headerRow > 1
      ? delimitedLine(
          texts((column) => column.guidance),
          delimiter,
        )
      : ''
  const names = [...texts(({ header }) => header), ...form.resultHeaders]
  return `${mark}${guidance}${headerRow > 0 ? delimitedLine(names, delimiter) : ''}`
}

/** Tells spreadsheet programs that the text is UTF-8. */
const mark = '\uFEFF'
const pieceLength = 64 * 1024

/** The empty text file that people start from. */
export const templateText = <Key extends string>({ columns }: SheetForm<Key>, delimiter: TableLayout['delimiter']) =>
  `${mark}${delimitedLine(
    columns.map(({ header }) => header),
    delimiter,
  )}`
