import { NameTable } from '../names/name-table.js'
import type { Person } from '../types.js'
import { ChainIndex } from './chain-index.js'
import { stateCount } from './codes.js'
import { grown } from './grown.js'
import { hashOf, hashText } from './hash.js'
import { aliasKinds, keysOfPerson } from './keys-of-person.js'
import { NumberTable } from './number-table.js'
import { PairCounts } from './pair-counts.js'

/** Month and day in one number below 512; 0 is “not given”, and days that no calendar has are none either. */
export function dayNumber(month: number | null | undefined, day: number | null | undefined): number {
  if (!month || !day || !Number.isInteger(month) || !Number.isInteger(day)) return 0
  if (month < 1 || month > 12 || day < 1) return 0
  return day <= (monthLengths[month] as number) ? month * 32 + day : 0
}

const monthLengths = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * The physicians of the file in columns: a row each, append-only. Whoever changes gets a new row and the old one is
 * marked as gone, so that loading and following changes are one path.
 */
export class PeopleTable {
  readonly names: NameTable
  readonly pairs: PairCounts
  readonly cities = new NameTable(4_096)
  readonly licenses: NumberTable
  readonly certifications: NumberTable
  readonly personIds: string[] = []
  given: Int32Array
  first: Int32Array
  middle: Int32Array
  family: Int32Array
  suffix: Uint8Array
  day: Uint16Array
  npi: Uint32Array
  city: Int32Array
  email: Uint32Array
  isGone: Uint8Array
  /** Where the licenses, certifications and aliases of a row begin; they end where those of the next row begin. */
  licensesFrom: Int32Array
  certificationsFrom: Int32Array
  aliasesFrom: Int32Array
  aliasName: Int32Array
  aliasKind: Uint8Array
  private aliasOwner: Int32Array
  private aliasCount = 0
  /** People per state, by license, and per day of birth, without those who are gone. */
  readonly licensesIn = new Uint32Array(stateCount)
  readonly bornOn = new Uint32Array(512)
  licenseCount = 0
  population = 0

  private readonly byPersonId: ChainIndex
  private readonly byNpi: ChainIndex
  private readonly byEmail: ChainIndex
  private readonly byFirstAndDay: ChainIndex
  private readonly byAliasAndDay: ChainIndex
  private readonly byAliasAndFirst: ChainIndex

  constructor(expectedPeople: number) {
    const rows = Math.max(64, expectedPeople)
    const ints = (length = rows) => new Int32Array(length)
    this.names = new NameTable(Math.ceil(rows * 0.4))
    this.pairs = new PairCounts(rows)
    this.licenses = new NumberTable(Math.ceil(rows * 1.5))
    this.certifications = new NumberTable(Math.ceil(rows * 0.9))
    this.given = ints()
    this.first = ints()
    this.middle = ints()
    this.family = ints()
    this.suffix = new Uint8Array(rows)
    this.day = new Uint16Array(rows)
    this.npi = new Uint32Array(rows)
    this.city = ints()
    this.email = new Uint32Array(rows)
    this.isGone = new Uint8Array(rows)
    this.licensesFrom = ints(rows + 1)
    this.certificationsFrom = ints(rows + 1)
    this.aliasesFrom = ints(rows + 1)
    const aliases = Math.ceil(rows * 1.3)
    this.aliasName = ints(aliases)
    this.aliasKind = new Uint8Array(aliases)
    this.aliasOwner = ints(aliases)
    this.byPersonId = new ChainIndex(rows)
    this.byNpi = new ChainIndex(rows)
    this.byEmail = new ChainIndex(rows)
    this.byFirstAndDay = new ChainIndex(rows)
    this.byAliasAndDay = new ChainIndex(aliases)
    this.byAliasAndFirst = new ChainIndex(aliases)
  }

  get rows(): number {
    return this.personIds.length
  }

  /** The row of a person, or -1. */
  rowOf(personId: string): number {
    for (let row = this.byPersonId.first(hashText(personId)); row >= 0; row = this.byPersonId.after(row)) {
      if (this.isGone[row] === 0 && this.personIds[row] === personId) return row
    }
    return -1
  }

  /** Puts a person on file, in place of what was there under the same id. */
  put(person: Person): void {
    this.remove(person.personId)
    const keys = keysOfPerson(person)
    const row = this.rows
    this.makeRoom(row)
    this.personIds.push(person.personId)
    this.byPersonId.add(row, hashText(person.personId))
    const { names } = this
    this.given[row] = names.intern(keys.given)
    this.first[row] = names.intern(keys.first)
    this.middle[row] = names.intern(keys.middle)
    this.suffix[row] = keys.suffix
    this.day[row] = dayNumber(person.birthMonth, person.birthDay)
    this.npi[row] = keys.npi
    this.city[row] = this.cities.intern(keys.city)
    this.email[row] = keys.email ? hashText(keys.email) : 0
    if (keys.npi) this.byNpi.add(row, hashOf(keys.npi, 0))
    if (keys.email) this.byEmail.add(row, this.email[row] as number)
    this.byFirstAndDay.add(row, hashOf(this.first[row] as number, this.day[row] as number))
    this.family[row] = -1
    for (const { key, kind } of keys.aliases) {
      const id = names.intern(key)
      if (kind === aliasKinds.CURRENT) this.family[row] = id
      this.addAlias(row, id, kind)
    }
    this.aliasesFrom[row + 1] = this.aliasCount
    for (const { issuer, key } of keys.licenses) this.licenses.add(issuer, key, row)
    this.licensesFrom[row + 1] = this.licenses.size
    for (const { issuer, key } of keys.certifications) this.certifications.add(issuer, key, row)
    this.certificationsFrom[row + 1] = this.certifications.size
    this.tally(row, 1)
  }

  /** Takes a person off the file; nothing happens when there is none. */
  remove(personId: string): void {
    const row = this.rowOf(personId)
    if (row < 0) return
    this.isGone[row] = 1
    this.tally(row, -1)
  }

  /** True when a person holds a certification of a board. */
  isCertified(row: number, board: number): boolean {
    const until = this.certificationsFrom[row + 1] as number
    for (let at = this.certificationsFrom[row] as number; at < until; at++) {
      if (this.certifications.issuerOf(at) === board) return true
    }
    return false
  }

  forEachWithNpi(npi: number, visit: (row: number) => void): void {
    for (let row = this.byNpi.first(hashOf(npi, 0)); row >= 0; row = this.byNpi.after(row)) {
      if (this.npi[row] === npi && this.isGone[row] === 0) visit(row)
    }
  }

  forEachWithEmail(email: number, visit: (row: number) => void): void {
    for (let row = this.byEmail.first(email); row >= 0; row = this.byEmail.after(row)) {
      if (this.isGone[row] === 0) visit(row)
    }
  }

  /** Everybody born on that day whose first name it is; seldom somebody else too, since only hashes are compared. */
  forEachWithFirst(first: number, day: number, visit: (row: number) => void): void {
    const { byFirstAndDay } = this
    for (let row = byFirstAndDay.first(hashOf(first, day)); row >= 0; row = byFirstAndDay.after(row)) {
      if (this.isGone[row] === 0) visit(row)
    }
  }

  /** Everybody born on that day who answers to that family name, in any of its forms; seldom somebody else too. */
  forEachWithFamily(family: number, day: number, visit: (row: number) => void): void {
    const { byAliasAndDay, aliasOwner } = this
    for (let alias = byAliasAndDay.first(hashOf(family, day)); alias >= 0; alias = byAliasAndDay.after(alias)) {
      const row = aliasOwner[alias] as number
      if (this.isGone[row] === 0) visit(row)
    }
  }

  /** Everybody who answers to that family name and whose first name it is, whenever born. */
  forEachNamed(family: number, first: number, visit: (row: number) => void): void {
    const { byAliasAndFirst, aliasName, aliasOwner } = this
    for (let alias = byAliasAndFirst.first(hashOf(family, first)); alias >= 0; alias = byAliasAndFirst.after(alias)) {
      const row = aliasOwner[alias] as number
      if (aliasName[alias] === family && this.first[row] === first && this.isGone[row] === 0) visit(row)
    }
  }

  private addAlias(row: number, name: number, kind: number): void {
    const alias = this.aliasCount++
    if (alias >= this.aliasName.length) {
      this.aliasName = grown(this.aliasName, alias)
      this.aliasKind = grown(this.aliasKind, alias)
      this.aliasOwner = grown(this.aliasOwner, alias)
    }
    this.aliasName[alias] = name
    this.aliasKind[alias] = kind
    this.aliasOwner[alias] = row
    this.byAliasAndDay.add(alias, hashOf(name, this.day[row] as number))
    this.byAliasAndFirst.add(alias, hashOf(name, this.first[row] as number))
  }

  private tally(row: number, change: 1 | -1): void {
    this.population += change
    this.names.count('FAMILY', this.family[row] as number, change)
    this.pairs.count(this.family[row] as number, this.first[row] as number, change)
    this.names.count('GIVEN', this.first[row] as number, change)
    this.names.count('MIDDLE', this.middle[row] as number, change)
    this.cities.count('FAMILY', this.city[row] as number, change)
    const day = this.day[row] as number
    this.bornOn[day] = (this.bornOn[day] as number) + change
    for (let alias = this.aliasesFrom[row] as number; alias < (this.aliasesFrom[row + 1] as number); alias++) {
      this.names.count('ALIAS', this.aliasName[alias] as number, change)
    }
    for (let at = this.licensesFrom[row] as number; at < (this.licensesFrom[row + 1] as number); at++) {
      const state = this.licenses.issuerOf(at)
      this.licensesIn[state] = (this.licensesIn[state] as number) + change
      this.licenseCount += change
    }
  }

  private makeRoom(row: number): void {
    if (row < this.given.length) return
    this.given = grown(this.given, row)
    this.first = grown(this.first, row)
    this.middle = grown(this.middle, row)
    this.family = grown(this.family, row)
    this.suffix = grown(this.suffix, row)
    this.day = grown(this.day, row)
    this.npi = grown(this.npi, row)
    this.city = grown(this.city, row)
    this.email = grown(this.email, row)
    this.isGone = grown(this.isGone, row)
    this.licensesFrom = grown(this.licensesFrom, row + 1)
    this.certificationsFrom = grown(this.certificationsFrom, row + 1)
    this.aliasesFrom = grown(this.aliasesFrom, row + 1)
  }
}
