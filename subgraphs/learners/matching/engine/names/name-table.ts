import { ChainIndex } from '../table/chain-index.js'
import { grown } from '../table/grown.js'
import { hashOf } from '../table/hash.js'
import { slipBetween } from './distance.js'

/** In which place names are counted. */
export type NamePlace = 'FAMILY' | 'GIVEN' | 'MIDDLE'

/**
 * Every name on file under a number, how many people bear it in which place, and which names lie one slip apart: those
 * that become equal when each loses at most one letter.
 */
export class NameTable {
  private readonly idByName = new Map<string, number>()
  private readonly names: string[] = []
  private readonly counts: Record<NamePlace, Uint32Array>
  private readonly reduced: ChainIndex
  private reducedTo: Int32Array
  private reducedCount = 0

  constructor(expectedNames: number) {
    const zeros = () => new Uint32Array(expectedNames)
    this.counts = { FAMILY: zeros(), GIVEN: zeros(), MIDDLE: zeros() }
    this.reduced = new ChainIndex(expectedNames * 8)
    this.reducedTo = new Int32Array(expectedNames * 8)
  }

  get size(): number {
    return this.names.length
  }

  /** The number of a name, or -1 when nobody on file bears it. */
  find(name: string): number {
    return this.idByName.get(name) ?? -1
  }

  nameOf(id: number): string {
    return this.names[id] as string
  }

  /** The number of a name, which is given one if it has none; -1 for an empty name. */
  intern(name: string): number {
    if (!name) return -1
    const known = this.idByName.get(name)
    if (known !== undefined) return known
    const id = this.names.length
    this.idByName.set(name, id)
    this.names.push(name)
    if (id >= this.counts.FAMILY.length) {
      for (const place of ['FAMILY', 'GIVEN', 'MIDDLE'] as const) this.counts[place] = grown(this.counts[place], id)
    }
    for (const hash of reductionsOf(name)) this.addReduced(id, hash)
    return id
  }

  count(place: NamePlace, id: number, change: 1 | -1): void {
    if (id >= 0) this.counts[place][id] = (this.counts[place][id] as number) + change
  }

  /** How many people bear the name there; 0 for -1. */
  bearers(place: NamePlace, id: number): number {
    return id < 0 ? 0 : (this.counts[place][id] as number)
  }

  /** The names on file that one slip turns into this one. */
  neighboursOf(name: string): number[] {
    const found = new Set<number>()
    for (const hash of reductionsOf(name)) {
      for (let row = this.reduced.first(hash); row >= 0; row = this.reduced.after(row)) {
        const id = this.reducedTo[row] as number
        if (!found.has(id) && slipBetween(name, this.nameOf(id))) found.add(id)
      }
    }
    return [...found].sort((one, other) => one - other)
  }

  private addReduced(id: number, hash: number): void {
    const row = this.reducedCount++
    if (row >= this.reducedTo.length) this.reducedTo = grown(this.reducedTo, row)
    this.reducedTo[row] = id
    this.reduced.add(row, hash)
  }
}

/** Longer names are compared as they stand: the cost of a slip in them is not worth a place for each letter. */
const maxReducedLength = 24

/** Hashes of a name as it stands and with each letter left out. */
function reductionsOf(name: string): number[] {
  if (name.length < 2 || name.length > maxReducedLength) return []
  const hashes = new Set<number>()
  for (let without = -1; without < name.length; without++) {
    let hash = 0x811c9dc5
    for (let index = 0; index < name.length; index++) {
      if (index !== without) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193)
    }
    hashes.add(hashOf(hash, without < 0 ? name.length : name.length - 1))
  }
  return [...hashes]
}
