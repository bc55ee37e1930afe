import { sureEnough } from '../../../shared/column/column-matcher.js'
import { FileRefusal } from '../../../shared/workbook/refusal.js'
import type { ColumnKey } from '../column/column.js'
import type { Choices } from '../column/match-columns.js'
import type { FileShape } from '../file/file-shape.js'
import { findShape } from '../file/find-shape.js'
import { readRows } from '../file/read-rows.js'
import { speaksOf } from '../file/speaks-of.js'
import type { IntakeLimits } from '../format/limits.js'
import { columnName } from '../row/row-issue.js'

/** What is known of a file once it was read to its end. */
export interface InspectedFile {
  shape: FileShape
  rowCount: number
  warnings: string[]
}

/** Reads a file once whole, so that what must refuse it does so before a row is judged. Throws FileRefusal. */
export async function inspectFile(path: string, choices: Choices, limits: IntakeLimits): Promise<InspectedFile> {
  const shape = await findShape(path, choices, limits)
  refuseWithoutName(speaksOf(shape))
  let rowCount = 0
  for await (const { rowNumber } of readRows(path, shape, limits)) {
    rowCount += 1
    if (rowCount > limits.rows) throw tooManyRows(limits.rows, rowNumber)
  }
  if (rowCount === 0) throw new FileRefusal('FILE_EMPTY', 'The file has no activity.')
  return { shape, rowCount, warnings: warningsOf(shape) }
}

/** What a provider should know about the columns of a file (B02). */
function warningsOf({ columns }: FileShape): string[] {
  return columns.flatMap(({ position, header, key, confidence, isChosen, isOurs }) => {
    if (isOurs || (isChosen && !key) || (key && confidence >= sureEnough)) return []
    const name = `Column ${position} (${header.slice(0, 60)})`
    if (!key) return [`${name} is none that we know; it was not read.`]
    return [`${name} may be ${columnName(key)}; it was not read. Look at the preview of the upload and say what it is.`]
  })
}

const names: readonly ColumnKey[] = ['activityId', 'providerActivityId', 'title']

function refuseWithoutName(keys: ReadonlySet<ColumnKey>): void {
  if (names.some((key) => keys.has(key))) return
  throw new FileRefusal(
    'COLUMN_MISSING',
    'The file lacks a column that says which activity a row is about: ACCME Activity ID, Provider Activity ID or Title.',
  )
}

const tooManyRows = (rows: number, rowNumber: number) =>
  new FileRefusal('FILE_TOO_MANY_ROWS', `The file has more than ${rows} rows. Send it in parts.`, `row ${rowNumber}`)
