import type { Writable } from 'node:stream'
import { parseDay } from '../../../shared/workbook/day-text.js'
import type { OutputRow, OutputValue } from '../../../shared/workbook/sheet-xml.js'
import { writeWorkbook } from '../../../shared/workbook/write-workbook.js'
import { type ColumnKind, partsOfKey } from '../column/column.js'
import { columnOf } from '../column/columns.js'
import type { FileShape } from '../file/file-shape.js'
import { readColumns } from '../file/read-rows.js'
import { resultLayout } from './result-layout.js'
import { type ResultRow, resultTexts } from './result-rows.js'

/** Writes a result as a workbook: days and numbers of the columns we know are days and numbers again. */
export async function writeResultSheet(
  stream: Writable,
  shape: FileShape,
  rows: AsyncIterable<ResultRow>,
): Promise<void> {
  const { positions, header = [], rowsAbove } = resultLayout(shape, 0)
  const kinds = new Map(readColumns(shape).map(({ key, position }) => [position, columnOf(partsOfKey(key).key)]))
  const kindAt = (position: number) => kinds.get(position)?.kind ?? 'text'
  await writeWorkbook(stream, [
    {
      name: 'Sheet1',
      frozenRows: rowsAbove + 1,
      columns: header.map((name, i) => ({
        width: Math.max(12, name.length + 2),
        style: styles[kindAt(positions[i] ?? 0)] ?? 'text',
      })),
      rows: (async function* (): AsyncGenerator<OutputRow> {
        for (let row = 0; row < rowsAbove; row += 1) {
          yield { values: positions.map((position) => kinds.get(position)?.guidance), style: 'guidance' }
        }
        yield { values: header, style: 'header' }
        for await (const row of rows) {
          const given = Array.isArray(row.submitted) ? row.submitted : []
          const values = positions.map((position) => outputValue(given[position - 1], kindAt(position)))
          yield { values: [...values, ...resultTexts(row)] }
        }
      })(),
    },
  ])
}

const styles: Partial<Record<ColumnKind, 'day' | 'amount'>> = { day: 'day', amount: 'amount' }

function outputValue(text: string | null | undefined, kind: ColumnKind): OutputValue {
  if (text === null || text === undefined) return undefined
  const day = kind === 'day' ? parseDay(text, 'text') : undefined
  if (day !== undefined && day >= firstSafeDay) return { day }
  return (kind === 'amount' || kind === 'count') && /^\d{1,9}(?:\.\d{1,4})?$/.test(text) ? Number(text) : text
}

/** Earlier days have two serial numbers, depending on who believes in 29 February 1900. */
const firstSafeDay = '1900-03-01'
