import type { Physician } from '../population/physician.js'
import type { Cells } from '../rows/cells.js'
import type { Label } from '../rows/labels.js'

/** One row of a file. */
export interface TestRow {
  cells: Cells
  /** Undefined where nobody has told the truth. */
  label: Label | undefined
  /** Whom the row is about, as far as that is known, so that a question can be answered. */
  subject: Physician | undefined
}

/** Physicians on file and rows about them, from wherever they come. */
export interface TestData {
  /** What this is, in words. */
  words: string
  /** Everybody on file, once and in order. Rows come after it. */
  people(): AsyncIterable<Physician>
  rows(): AsyncIterable<TestRow>
  /** The physician with an id, where that is known afterwards. */
  find(id: string): Physician | undefined
  /** How many on file bear the family name of the physician with an id. */
  bearersOf(id: string): number
}
