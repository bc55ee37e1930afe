import { ChainIndex } from '../table/chain-index.js'
import { hashOf, hashText } from '../table/hash.js'
import { Records } from '../table/records.js'
import { Shelf } from '../table/shelf.js'
import { Table } from '../table/table.js'
import { Texts } from '../table/texts.js'
import { slipBetween } from './distance.js'

/** In which place names are counted. */
export type NamePlace = 'FAMILY' | 'GIVEN' | 'MIDDLE' | 'ALIAS'

const columns: Record<NamePlace, number> = { FAMILY: 0, GIVEN: 1, MIDDLE: 2, ALIAS: 3 }

/**
 * Every name on file under a number, how many people bear it in which place, and which names lie one slip apart: those
 * that become equal when each loses at most one letter.
 */
export class NameTable extends Table {
  private readonly texts: Texts
  private readonly index: ChainIndex
  private readonly counts: Records
  /** Names by what is left of them without one letter. */
  private readonly reduced: Shelf
  private changes = 0

  constructor(expectedNames: number) {
    super()
    this.texts = new Texts(expectedNames)
    this.index = new ChainIndex(expectedNames)
    this.counts = new Records(4, expectedNames)
    this.reduced = new Shelf(expectedNames * 9)
  }

  get size(): number {
    return this.texts.size
  }

  /** Another number whenever a name comes, or is borne for the first time or no more in some place. */
  get state(): number {
    return this.changes
  }

  /** The number of a name, or -1 when nobody on file bears it. */
  find(name: string): number {
    const { index, texts } = this
    let id = index.first(hashText(name))
    while (id >= 0 && !texts.is(id, name)) id = index.after(id)
    return id
  }

  nameOf(id: number): string {
    return this.texts.of(id)
  }

  /** The number of a name, which is given one if it has none; -1 for an empty name. */
  intern(name: string): number {
    if (!name) return -1
    const known = this.find(name)
    if (known >= 0) return known
    this.changes++
    const id = this.texts.add(name)
    this.index.add(id, hashText(name))
    this.counts.add()
    const count = reduce(name)
    for (let index = 0; index < count; index++) this.reduced.add(reductions[index] as number, id)
    return id
  }

  count(place: NamePlace, id: number, change: 1 | -1): void {
    if (id < 0) return
    const before = this.counts.get(id, columns[place])
    this.counts.set(id, columns[place], before + change)
    if (before === 0 || before + change === 0) this.changes++
  }

  /** How many people bear the name there; 0 for -1. */
  bearers(place: NamePlace, id: number): number {
    return id < 0 ? 0 : this.counts.get(id, columns[place])
  }

  /** The names on file, borne in that place, that are one slip away from this one; in an order that the file has no part in. */
  neighboursOf(name: string, place: NamePlace): number[] {
    const own = this.find(name)
    const found: number[] = []
    const seen: number[] = []
    const count = reduce(name)
    for (let index = 0; index < count; index++) {
      const hash = reductions[index] as number
      for (let spot = this.reduced.first(hash); spot >= 0; spot = this.reduced.after(spot)) {
        const id = this.reduced.itemAt(spot)
        if (id === own || seen.includes(id)) continue
        seen.push(id)
        if (this.bearers(place, id) !== 0 && slipBetween(name, this.nameOf(id))) found.push(id)
      }
    }
    return found.sort((one, other) => (this.nameOf(one) < this.nameOf(other) ? -1 : 1))
  }
}

/** Longer names are compared as they stand: the cost of a slip in them is not worth a place for each letter. */
const maxReducedLength = 24

const reductions = new Uint32Array(maxReducedLength + 1)

/** Puts hashes of a name as it stands and with each letter left out into `reductions`, each once; returns how many. */
function reduce(name: string): number {
  if (name.length < 2 || name.length > maxReducedLength) return 0
  let count = 0
  for (let without = -1; without < name.length; without++) {
    const isRepeated = without > 0 && name.charCodeAt(without) === name.charCodeAt(without - 1)
    if (isRepeated) continue
    let hash = 0x811c9dc5
    for (let index = 0; index < name.length; index++) {
      if (index !== without) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193)
    }
    reductions[count++] = hashOf(hash, without < 0 ? name.length : name.length - 1)
  }
  return count
}
