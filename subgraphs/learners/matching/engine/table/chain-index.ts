import { cellsOf } from './cells.js'
import { markOf } from './hash.js'
import { Records } from './records.js'
import { Table } from './table.js'

const [NEXT, HASH] = [0, 1]

/**
 * A hash index over row numbers: rows of one hash hang on a list, so that adding a row is three writes, at load time and
 * later alike. Rows are told apart by the caller where two keys share all 32 bits. Most of what is looked for is not
 * there; a bit for each hash, small enough to stay near the processor, says so without a look at the lists.
 */
export class ChainIndex extends Table {
  private heads: Int32Array
  private marks: Uint8Array
  private readonly links: Records
  private mask: number
  private size = 0

  constructor(expectedRows: number) {
    super()
    const buckets = 2 ** Math.ceil(Math.log2(Math.max(expectedRows, 16)))
    this.heads = cellsOf(Int32Array, buckets).fill(-1)
    this.marks = cellsOf(Uint8Array, buckets)
    this.mask = buckets - 1
    this.links = new Records(2, expectedRows)
  }

  add(row: number, hash: number): void {
    while (this.links.size <= row) this.links.add()
    this.links.set(row, HASH, hash)
    if (++this.size > 2 * this.heads.length) this.spread()
    this.hang(row, hash)
  }

  /** The latest row of this hash, or -1. */
  first(hash: number): number {
    if (!this.mayHave(hash)) return -1
    return this.seek(this.heads[hash & this.mask] as number, hash | 0)
  }

  /** The row of the same hash that was added before this one, or -1. */
  after(row: number): number {
    return this.seek(this.links.get(row, NEXT), this.links.get(row, HASH))
  }

  /** The hash of a row that was added. */
  hashOf(row: number): number {
    return this.links.get(row, HASH) >>> 0
  }

  private seek(from: number, hash: number): number {
    let row = from
    while (row >= 0 && this.links.get(row, HASH) !== hash) row = this.links.get(row, NEXT)
    return row
  }

  /** False only for a hash that no row has. */
  private mayHave(hash: number): boolean {
    return ((this.marks[hash & this.mask] as number) & markOf(hash)) !== 0
  }

  private hang(row: number, hash: number): void {
    const bucket = hash & this.mask
    this.marks[bucket] = (this.marks[bucket] as number) | markOf(hash)
    this.links.set(row, NEXT, this.heads[bucket] as number)
    this.heads[bucket] = row
  }

  /** Hangs every list anew on twice as many buckets, in the order in which rows were added. */
  private spread(): void {
    const old = this.heads
    this.heads = cellsOf(Int32Array, old.length * 2).fill(-1)
    this.marks = cellsOf(Uint8Array, this.heads.length)
    this.mask = this.heads.length - 1
    for (const head of old) {
      const rows: number[] = []
      for (let row = head; row >= 0; row = this.links.get(row, NEXT)) rows.push(row)
      for (let index = rows.length - 1; index >= 0; index--) {
        const row = rows[index] as number
        this.hang(row, this.links.get(row, HASH))
      }
    }
  }
}
