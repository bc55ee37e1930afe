import { hashOf } from './hash.js'

/**
 * How many people bear a family name and a first name together, by a 32-bit hash of the two: seldom another pair is
 * counted with it, which makes a name a person more common than it is.
 */
export class PairCounts {
  private keys: Uint32Array
  private counts: Int32Array
  private mask: number
  private used = 0

  constructor(expectedPairs: number) {
    const places = 2 ** Math.ceil(Math.log2(Math.max(expectedPairs, 16) * 1.5))
    this.keys = new Uint32Array(places)
    this.counts = new Int32Array(places)
    this.mask = places - 1
  }

  of(family: number, first: number): number {
    return this.counts[this.placeOf(keyOf(family, first))] as number
  }

  count(family: number, first: number, change: 1 | -1): void {
    if (family < 0 || first < 0) return
    const key = keyOf(family, first)
    const place = this.placeOf(key)
    if (this.keys[place] === 0) {
      this.keys[place] = key
      this.used++
    }
    this.counts[place] = (this.counts[place] as number) + change
    if (this.used > this.keys.length * 0.75) this.spread()
  }

  private placeOf(key: number): number {
    let place = key & this.mask
    while (this.keys[place] !== 0 && this.keys[place] !== key) place = (place + 1) & this.mask
    return place
  }

  private spread(): void {
    const [keys, counts] = [this.keys, this.counts]
    this.keys = new Uint32Array(keys.length * 2)
    this.counts = new Int32Array(keys.length * 2)
    this.mask = this.keys.length - 1
    keys.forEach((key, old) => {
      if (key === 0) return
      const place = this.placeOf(key)
      this.keys[place] = key
      this.counts[place] = counts[old] as number
    })
  }
}

/** 0 marks an empty place. */
const keyOf = (family: number, first: number) => hashOf(family, first) || 1
