import { cellsOf } from './cells.js'
import { hashOf, markOf } from './hash.js'
import { Table } from './table.js'

/** Number of the family name, plus one, where 0 marks an empty place; number of the first name; how many bear both. */
const [FAMILY, FIRST, COUNT] = [0, 1, 2]
/** A place takes four numbers, so that none lies across two lines of the cache. */
const placeBits = 2

/**
 * How many people bear a family name and a first name together. Pairs are kept as they are, not by their hash: two of one hash
 * would be counted together, and which names share one depends on the order in which people were read.
 */
export class PairCounts extends Table {
  private cells: Int32Array
  /** A bit for each hash: most pairs that are asked about nobody bears. */
  private marks: Uint8Array
  private mask: number
  private used = 0

  constructor(expectedPairs: number) {
    super()
    const places = 2 ** Math.ceil(Math.log2(Math.max(expectedPairs, 16) * 1.5))
    this.cells = cellsOf(Int32Array, places << placeBits)
    this.marks = cellsOf(Uint8Array, places)
    this.mask = places - 1
  }

  of(family: number, first: number): number {
    const hash = hashOf(family, first)
    if (((this.marks[hash & this.mask] as number) & markOf(hash)) === 0) return 0
    return this.cells[this.cellOf(hash, family, first) + COUNT] as number
  }

  count(family: number, first: number, change: 1 | -1): void {
    if (family < 0 || first < 0) return
    const hash = hashOf(family, first)
    const cell = this.cellOf(hash, family, first)
    if (this.cells[cell] === 0) {
      this.take(hash, cell, family, first)
      this.used++
    }
    this.cells[cell + COUNT] = (this.cells[cell + COUNT] as number) + change
    if (this.used > (this.mask + 1) * 0.75) this.spread()
  }

  private take(hash: number, cell: number, family: number, first: number): void {
    this.marks[hash & this.mask] = (this.marks[hash & this.mask] as number) | markOf(hash)
    this.cells[cell + FAMILY] = family + 1
    this.cells[cell + FIRST] = first
  }

  /** Where the numbers of a pair stand, or will stand. */
  private cellOf(hash: number, family: number, first: number): number {
    const { cells, mask } = this
    let place = hash & mask
    for (;;) {
      const cell = place << placeBits
      const kept = cells[cell + FAMILY]
      if (kept === 0 || (kept === family + 1 && cells[cell + FIRST] === first)) return cell
      place = (place + 1) & mask
    }
  }

  private spread(): void {
    const old = this.cells
    this.cells = cellsOf(Int32Array, old.length * 2)
    this.mask = 2 * this.mask + 1
    this.marks = cellsOf(Uint8Array, this.mask + 1)
    for (let from = 0; from < old.length; from += 1 << placeBits) {
      const kept = old[from + FAMILY] as number
      if (kept === 0) continue
      const first = old[from + FIRST] as number
      const hash = hashOf(kept - 1, first)
      const cell = this.cellOf(hash, kept - 1, first)
      this.take(hash, cell, kept - 1, first)
      this.cells[cell + COUNT] = old[from + COUNT] as number
    }
  }
}
