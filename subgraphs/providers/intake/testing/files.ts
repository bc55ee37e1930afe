import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FileRefusal } from '../../../shared/workbook/refusal.js'
import type { OutputValue } from '../../../shared/workbook/sheet-xml.js'
import { writeWorkbook } from '../../../shared/workbook/write-workbook.js'
import type { Choices } from '../column/match-columns.js'
import { findShape } from '../file/find-shape.js'
import { readRows } from '../file/read-rows.js'
import { type IntakeLimits, intakeLimits } from '../format/limits.js'
import type { IntakeRow } from '../row/intake-row.js'

/** A folder of a test for the files it sends. */
export async function filesFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'creditgraph-intake-'))
  let count = 0
  const fresh = () => {
    count += 1
    return join(folder, `${count}.upload`)
  }
  return {
    async text(content: string | Uint8Array) {
      const path = fresh()
      await writeFile(path, content)
      return path
    },
    async book(rows: readonly (readonly OutputValue[])[]) {
      const path = fresh()
      await writeWorkbook(createWriteStream(path), [
        { name: 'Sheet1', columns: [], frozenRows: 0, rows: rows.map((values) => ({ values })) },
      ])
      return path
    },
    remove: () => rm(folder, { recursive: true }),
  }
}

/** All rows of a file, and how it was taken. */
export async function readAll(path: string, limits: IntakeLimits = intakeLimits, choices: Choices = new Map()) {
  const shape = await findShape(path, choices, limits)
  const rows: IntakeRow[] = []
  for await (const row of readRows(path, shape, limits)) rows.push(row)
  return { shape, rows }
}

/** The texts of a row by our names. */
export const textsIn = ({ cells }: IntakeRow): Record<string, string> =>
  Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, cell?.text ?? '']))

/** Why a file is refused. */
export async function refusalOf(path: string, limits: IntakeLimits = intakeLimits) {
  try {
    await readAll(path, limits)
    return 'taken'
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error
    return { code: error.code, message: error.message, place: error.place }
  }
}
