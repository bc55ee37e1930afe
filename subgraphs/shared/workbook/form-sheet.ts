import type { FormColumn, SheetForm } from './sheet-form.js'
import type { OutputRow, OutputSheet } from './sheet-xml.js'

/** The sheet of a form: guidance in row 1, the header in row 2, data from row 3 on. */
export function formSheet(
  shown: readonly FormColumn[],
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
export function templateColumns<Key extends string>(
  { columns }: SheetForm<Key>,
  keys: readonly Key[],
): FormColumn<Key>[] {
  return columns.filter(({ key }) => keys.includes(key))
}

const styles = { text: 'text', birthday: 'text', day: 'day', amount: 'amount' } as const
