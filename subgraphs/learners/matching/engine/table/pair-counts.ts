import { hashOf } from './hash.js'

/**
 * How many people bear a family name and a first name together. Pairs are kept as they are, not by their hash: two of one hash
 * would be counted together, and which names share one depends on the order in which people were read.
 */
export class PairCounts {
  /** Number of the family name, plus one; 0 marks an empty place. */
  private families: Uint32Array
  private firsts: Uint32Array
  private counts: Int32Array
  private mask: number
  private used = 0

  constructor(expectedPairs: number) {
    const places = 2 ** Math.ceil(Math.log2(Math.max(expectedPairs, 16) * 1.5))
    this.families = new Uint32Array(places)
    this.firsts = new Uint32Array(places)
    this.counts = new Int32Array(places)
    this.mask = places - 1
  }

  of(family: number, first: number): number {
    return this.counts[this.placeOf(family, first)] as number
  }

  count(family: number, first: number, change: 1 | -1): void {
    if (family < 0 || first < 0) return
    const place = this.placeOf(family, first)
    if (this.families[place] === 0) {
      this.take(place, family, first)
      this.used++
    }
    this.counts[place] = (this.counts[place] as number) + change
    if (this.used > this.families.length * 0.75) this.spread()
  }

  private take(place: number, family: number, first: number): void {
    this.families[place] = family + 1
    this.firsts[place] = first
  }

  private placeOf(family: number, first: number): number {
    let place = hashOf(family, first) & this.mask
    while (this.families[place] !== 0 && !(this.families[place] === family + 1 && this.firsts[place] === first))
      place = (place + 1) & this.mask
    return place
  }

  private spread(): void {
    const { families, firsts, counts } = this
    this.families = new Uint32Array(families.length * 2)
    this.firsts = new Uint32Array(families.length * 2)
    this.counts = new Int32Array(families.length * 2)
    this.mask = this.families.length - 1
    families.forEach((kept, old) => {
      if (kept === 0) return
      const first = firsts[old] as number
      const place = this.placeOf(kept - 1, first)
      this.take(place, kept - 1, first)
      this.counts[place] = counts[old] as number
    })
  }
}
