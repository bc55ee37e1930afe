import { resultHeaders } from '../column/columns.js'
import type { FileShape } from '../file/file-shape.js'
import { legacyHeaders } from '../legacy/legacy-layout.js'

/** The columns of a file by position, those of an earlier result left out. */
export interface ResultLayout {
  /** Positions in the file, from 1, in their order. */
  positions: readonly number[]
  /** The row of names, with ours at its end; undefined where a file has none. */
  header: readonly string[] | undefined
  /** Rows above the row of names. */
  rowsAbove: number
}

/** How the result of a file is laid out: as the file, with three columns behind. */
export function resultLayout({ columns, headerRow, template }: FileShape, widest: number): ResultLayout {
  if (template) {
    const width = Math.max(widest, legacyHeaders(template, 0).length)
    return { positions: Array.from({ length: width }, (_, i) => i + 1), header: undefined, rowsAbove: 0 }
  }
  const kept = columns.filter(({ isOurs }) => !isOurs)
  return {
    positions: kept.map(({ position }) => position),
    header: [...kept.map(({ header }) => header), ...resultHeaders],
    rowsAbove: Math.max(0, headerRow - 1),
  }
}
