import { cellsOf, grown } from './cells.js'
import { Table } from './table.js'

/**
 * Whole numbers of 32 bits, a few for each row, side by side: whoever reads one of them has fetched the others of that
 * row from memory too.
 */
export class Records extends Table {
  private cells: Int32Array
  private count = 0

  constructor(
    private readonly width: number,
    expectedRows: number,
  ) {
    super()
    this.cells = cellsOf(Int32Array, width * expectedRows)
  }

  get size(): number {
    return this.count
  }

  /** The number of a new row, all zero. */
  add(): number {
    const row = this.count++
    const end = this.count * this.width
    if (end > this.cells.length) this.cells = grown(this.cells, end)
    return row
  }

  get(row: number, column: number): number {
    return this.cells[row * this.width + column] as number
  }

  set(row: number, column: number, value: number): void {
    this.cells[row * this.width + column] = value
  }
}
