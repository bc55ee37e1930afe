import { grown } from './grown.js'

/**
 * A hash index over row numbers: rows of one hash hang on a list in two typed arrays, so that adding a row is two
 * writes, at load time and later alike. Rows are told apart by the caller where two keys share all 32 bits.
 */
export class ChainIndex {
  private heads: Int32Array
  private next: Int32Array
  private hashes: Uint32Array
  private mask: number
  private size = 0

  constructor(expectedRows: number) {
    const buckets = 2 ** Math.ceil(Math.log2(Math.max(expectedRows, 16)))
    this.heads = new Int32Array(buckets).fill(-1)
    this.mask = buckets - 1
    this.next = new Int32Array(expectedRows)
    this.hashes = new Uint32Array(expectedRows)
  }

  add(row: number, hash: number): void {
    if (row >= this.next.length) {
      this.next = grown(this.next, row)
      this.hashes = grown(this.hashes, row)
    }
    this.hashes[row] = hash
    if (++this.size > 2 * this.heads.length) this.spread()
    const bucket = hash & this.mask
    this.next[row] = this.heads[bucket] as number
    this.heads[bucket] = row
  }

  /** The latest row of this hash, or -1. */
  first(hash: number): number {
    return this.seek(this.heads[hash & this.mask] as number, hash >>> 0)
  }

  /** The row of the same hash that was added before this one, or -1. */
  after(row: number): number {
    return this.seek(this.next[row] as number, this.hashes[row] as number)
  }

  private seek(from: number, hash: number): number {
    let row = from
    while (row >= 0 && this.hashes[row] !== hash) row = this.next[row] as number
    return row
  }

  /** Hangs every list anew on twice as many buckets, in the order in which rows were added. */
  private spread(): void {
    const old = this.heads
    this.heads = new Int32Array(old.length * 2).fill(-1)
    this.mask = this.heads.length - 1
    for (const head of old) {
      const rows: number[] = []
      for (let row = head; row >= 0; row = this.next[row] as number) rows.push(row)
      for (let index = rows.length - 1; index >= 0; index--) {
        const row = rows[index] as number
        const bucket = (this.hashes[row] as number) & this.mask
        this.next[row] = this.heads[bucket] as number
        this.heads[bucket] = row
      }
    }
  }
}
