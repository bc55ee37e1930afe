import { cellsOf, grown } from './cells.js'
import { ChainIndex } from './chain-index.js'
import { hashOf } from './hash.js'
import { Records } from './records.js'
import { Table } from './table.js'

const [NAME, OWNER, FIRST, KIND_AND_DAY, BEFORE] = [0, 1, 2, 3, 4]
const dayBits = 9

/** The family names under which people are found, current, former and in part, with day of birth and first name of each. */
export class Aliases extends Table {
  private readonly records: Records
  private readonly byDay: ChainIndex
  private readonly byFirst: ChainIndex
  /** One more than the latest alias of each name; those before hang on it. */
  private latest: Int32Array

  constructor(expected: number) {
    super()
    this.records = new Records(5, expected)
    this.latest = cellsOf(Int32Array, Math.ceil(expected / 4))
    this.byDay = new ChainIndex(expected)
    this.byFirst = new ChainIndex(expected)
  }

  get size(): number {
    return this.records.size
  }

  add(name: number, kind: number, owner: number, first: number, day: number): void {
    const { records } = this
    const alias = records.add()
    records.set(alias, NAME, name)
    records.set(alias, OWNER, owner)
    records.set(alias, FIRST, first)
    records.set(alias, KIND_AND_DAY, (kind << dayBits) | day)
    if (name >= this.latest.length) this.latest = grown(this.latest, name)
    records.set(alias, BEFORE, (this.latest[name] as number) - 1)
    this.latest[name] = alias + 1
    this.byDay.add(alias, hashOf(name, day))
    this.byFirst.add(alias, hashOf(name, first))
  }

  /** The number of the name. */
  name(alias: number): number {
    return this.records.get(alias, NAME)
  }

  /** One of `aliasKinds`. */
  kind(alias: number): number {
    return this.records.get(alias, KIND_AND_DAY) >> dayBits
  }

  /** The row of the person. */
  owner(alias: number): number {
    return this.records.get(alias, OWNER)
  }

  /** The day of birth of the person. */
  day(alias: number): number {
    return this.records.get(alias, KIND_AND_DAY) & ((1 << dayBits) - 1)
  }

  /** The first name of the person. */
  first(alias: number): number {
    return this.records.get(alias, FIRST)
  }

  /** The latest alias of this name, or -1. */
  latestOf(name: number): number {
    return (this.latest[name] ?? 0) - 1
  }

  /** The alias of the same name before this one, or -1. */
  before(alias: number): number {
    return this.records.get(alias, BEFORE)
  }

  /** The latest alias of this name whose owner was born on this day, or -1. */
  firstBorn(name: number, day: number): number {
    return this.seekBorn(this.byDay.first(hashOf(name, day)), name, day)
  }

  /** The alias before, of the same name and day, or -1. */
  nextBorn(alias: number): number {
    return this.seekBorn(this.byDay.after(alias), this.name(alias), this.day(alias))
  }

  /** The latest alias of this name whose owner bears this first name, or -1. */
  firstNamed(name: number, first: number): number {
    return this.seekNamed(this.byFirst.first(hashOf(name, first)), name, first)
  }

  /** The alias before, of the same family and first name, or -1. */
  nextNamed(alias: number): number {
    return this.seekNamed(this.byFirst.after(alias), this.name(alias), this.first(alias))
  }

  private seekBorn(from: number, name: number, day: number): number {
    let alias = from
    while (alias >= 0 && (this.name(alias) !== name || this.day(alias) !== day)) alias = this.byDay.after(alias)
    return alias
  }

  private seekNamed(from: number, name: number, first: number): number {
    let alias = from
    while (alias >= 0 && (this.name(alias) !== name || this.first(alias) !== first)) alias = this.byFirst.after(alias)
    return alias
  }
}
