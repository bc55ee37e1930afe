import { delimitedLine } from '../../../shared/table/delimited-line.js'
import type { FileShape } from '../file/file-shape.js'
import { resultLayout } from './result-layout.js'
import { type ResultRow, resultTexts } from './result-rows.js'

/** A result as delimited text: nothing in it is taken for a formula (B09). Rows of a template keep their own length. */
export async function* delimitedText(shape: FileShape, rows: AsyncIterable<ResultRow>): AsyncGenerator<string> {
  const { positions, header, rowsAbove } = resultLayout(shape, 0)
  yield '\uFEFF'
  for (let row = 0; row < rowsAbove; row += 1) yield '\r\n'
  if (header) yield delimitedLine(header, shape.delimiter)
  for await (const row of rows) {
    const given = Array.isArray(row.submitted) ? row.submitted : []
    const texts = shape.template ? given : positions.map((position) => given[position - 1])
    yield delimitedLine([...texts.map((text) => text ?? ''), ...resultTexts(row)], shape.delimiter)
  }
}
