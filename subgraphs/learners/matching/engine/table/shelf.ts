import { cellsOf } from './cells.js'
import { Records } from './records.js'
import { Table } from './table.js'

const [ITEM, HASH, NEXT] = [0, 1, 2]

/** A hash index over numbers that stand under several keys each; number, hash and the way to the next one side by side. */
export class Shelf extends Table {
  private heads: Int32Array
  private readonly spots: Records
  private mask: number

  constructor(expectedSpots: number) {
    super()
    const buckets = 2 ** Math.ceil(Math.log2(Math.max(expectedSpots, 16)))
    this.heads = cellsOf(Int32Array, buckets).fill(-1)
    this.mask = buckets - 1
    this.spots = new Records(4, expectedSpots)
  }

  add(hash: number, item: number): void {
    const spot = this.spots.add()
    this.spots.set(spot, ITEM, item)
    this.spots.set(spot, HASH, hash)
    if (spot > 2 * this.heads.length) this.spread()
    else this.hang(spot)
  }

  itemAt(spot: number): number {
    return this.spots.get(spot, ITEM)
  }

  /** The latest spot of this hash, or -1. */
  first(hash: number): number {
    return this.seek(this.heads[hash & this.mask] as number, hash | 0)
  }

  /** The spot of the same hash that was filled before this one, or -1. */
  after(spot: number): number {
    return this.seek(this.spots.get(spot, NEXT), this.spots.get(spot, HASH))
  }

  private seek(from: number, hash: number): number {
    let spot = from
    while (spot >= 0 && this.spots.get(spot, HASH) !== hash) spot = this.spots.get(spot, NEXT)
    return spot
  }

  private hang(spot: number): void {
    const bucket = this.spots.get(spot, HASH) & this.mask
    this.spots.set(spot, NEXT, this.heads[bucket] as number)
    this.heads[bucket] = spot
  }

  /** Hangs every spot anew on twice as many buckets. */
  private spread(): void {
    this.heads = cellsOf(Int32Array, this.heads.length * 2).fill(-1)
    this.mask = this.heads.length - 1
    for (let spot = 0; spot < this.spots.size; spot++) this.hang(spot)
  }
}
