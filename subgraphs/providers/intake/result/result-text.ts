import { stringify } from 'csv-stringify/sync'
import { guardFormulaText } from '../../../shared/workbook/formula-text.js'
import type { FileShape } from '../file/file-shape.js'
import { resultLayout } from './result-layout.js'
import { type ResultRow, resultTexts } from './result-rows.js'

/** A result as delimited text: nothing in it is taken for a formula (B09). Rows of a template keep their own length. */
export async function* delimitedText(shape: FileShape, rows: AsyncIterable<ResultRow>): AsyncGenerator<string> {
  const { positions, header, rowsAbove } = resultLayout(shape, 0)
  yield '\uFEFF'
  for (let row = 0; row < rowsAbove; row += 1) yield '\r\n'
  if (header) yield line(header, shape)
  for await (const row of rows) {
    const given = Array.isArray(row.submitted) ? row.submitted : []
    const texts = shape.template ? given : positions.map((position) => given[position - 1])
    yield line([...texts.map((text) => text ?? ''), ...resultTexts(row)], shape)
  }
}

const line = (texts: readonly string[], { delimiter }: FileShape): string =>
  stringify([texts.map(guardFormulaText)], { delimiter, record_delimiter: '\r\n' })
