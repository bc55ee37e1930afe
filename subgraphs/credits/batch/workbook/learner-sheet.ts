import { type Column, type ColumnKey, columns } from '../columns.js'
import type { OutputRow, OutputSheet } from './sheet-xml.js'

/** The sheet of learners: guidance in row 1, the header in row 2, data from row 3 on. */
export function learnerSheet(
  shown: readonly Column[],
  data: AsyncIterable<OutputRow> | Iterable<OutputRow>,
  extraHeaders: readonly string[] = [],
): OutputSheet {
  return {
    name: 'Sheet1',
    columns: [
      ...shown.map(({ header, kind }) => ({ width: Math.max(12, header.length + 2), style: styles[kind] })),
      ...extraHeaders.map((header) => ({ width: Math.max(14, header.length * 4) })),
    ],
    frozenRows: 2,
    rows: (async function* () {
      yield { values: shown.map(({ guidance }) => guidance), style: 'guidance' }
      yield { values: [...shown.map(({ header }) => header), ...extraHeaders], style: 'header' }
      yield* data
    })(),
  }
}

/** The columns of these keys in the order of the template. */
export function templateColumns(keys: readonly ColumnKey[]): Column[] {
  return columns.filter(({ key }) => keys.includes(key))
}

const styles = { text: 'text', birthday: 'text', day: 'day', amount: 'amount' } as const
