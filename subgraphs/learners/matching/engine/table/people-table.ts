import { NameTable } from '../names/name-table.js'
import type { Person } from '../types.js'
import { Aliases } from './aliases.js'
import { cellsOf } from './cells.js'
import { ChainIndex } from './chain-index.js'
import { stateCount } from './codes.js'
import { hashOf, hashText } from './hash.js'
import { aliasKinds, keysOfPerson } from './keys-of-person.js'
import { LicenseTerms } from './license-terms.js'
import { NumberTable } from './number-table.js'
import { PairCounts } from './pair-counts.js'
import { PersonIds } from './person-ids.js'
import { personColumns as at, PersonRecords } from './person-records.js'

/** Month and day in one number below 512; 0 is “not given”, and days that no calendar has are none either. */
export function dayNumber(month: number | null | undefined, day: number | null | undefined): number {
  if (!month || !day || !Number.isInteger(month) || !Number.isInteger(day)) return 0
  if (month < 1 || month > 12 || day < 1) return 0
  return day <= (monthLengths[month] as number) ? month * 32 + day : 0
}

const monthLengths = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * The physicians of the file: a row each, append-only. Whoever changes gets a new row and the old one is marked as gone,
 * so that loading and following changes are one path.
 */
export class PeopleTable extends PersonRecords {
  readonly names: NameTable
  readonly pairs: PairCounts
  readonly cities = new NameTable(4_096)
  readonly licenses: NumberTable
  readonly terms: LicenseTerms
  readonly certifications: NumberTable
  readonly aliases: Aliases
  readonly ids: PersonIds
  /** People per state, by license, and per day of birth, without those who are gone. */
  readonly licensesIn = cellsOf(Uint32Array, stateCount)
  readonly bornOn = cellsOf(Uint32Array, 512)
  licenseCount = 0
  population = 0
  private readonly byNpi: ChainIndex
  private readonly byEmail: ChainIndex
  private readonly byFirstAndDay: ChainIndex

  constructor(expectedPeople: number) {
    const rows = Math.max(64, expectedPeople)
    super(rows)
    this.names = new NameTable(Math.ceil(rows * 0.25))
    this.pairs = new PairCounts(rows)
    this.licenses = new NumberTable(Math.ceil(rows * 1.5))
    this.terms = new LicenseTerms(Math.ceil(rows * 1.5))
    this.certifications = new NumberTable(Math.ceil(rows * 0.9))
    this.aliases = new Aliases(Math.ceil(rows * 1.3))
    this.ids = new PersonIds(rows)
    this.byNpi = new ChainIndex(rows)
    this.byEmail = new ChainIndex(64)
    this.byFirstAndDay = new ChainIndex(rows)
  }

  personId(row: number): string {
    return this.ids.of(row)
  }

  /** The row of a person, or -1. */
  rowOf(personId: string): number {
    let row = this.ids.first(personId)
    while (row >= 0 && this.isGone(row)) row = this.ids.after(row, personId)
    return row
  }

  /** Puts a person on file, in place of what was there under the same id. */
  put(person: Person): void {
    this.remove(person.personId)
    const keys = keysOfPerson(person)
    const { names } = this
    this.ids.add(person.personId)
    const row = this.addRow()
    const first = names.intern(keys.first)
    const day = dayNumber(person.birthMonth, person.birthDay)
    this.set(row, at.FIRST, first)
    this.set(row, at.GIVEN, keys.given === keys.first ? first : names.intern(keys.given))
    this.set(row, at.MIDDLE, names.intern(keys.middle))
    this.set(row, at.DAY, day)
    this.set(row, at.SUFFIX, keys.suffix)
    this.set(row, at.NPI, keys.npi)
    this.set(row, at.CITY, this.cities.intern(keys.city))
    if (keys.npi) this.byNpi.add(row, hashOf(keys.npi, 0))
    if (keys.email) {
      const email = hashText(keys.email)
      this.set(row, at.EMAIL, email)
      this.byEmail.add(row, email)
    }
    this.byFirstAndDay.add(row, hashOf(first, day))
    this.set(row, at.FAMILY, -1)
    this.set(row, at.ALIASES_FROM, this.aliases.size)
    for (const { key, kind } of keys.aliases) {
      const name = names.intern(key)
      if (kind === aliasKinds.CURRENT) this.set(row, at.FAMILY, name)
      this.aliases.add(name, kind, row, first, day)
    }
    this.set(row, at.ALIASES_UNTIL, this.aliases.size)
    this.set(row, at.LICENSES_FROM, this.licenses.size)
    for (const { issuer, key, from, until } of keys.licenses) {
      this.terms.set(this.licenses.size, from, until)
      this.licenses.add(issuer, key, row)
    }
    this.set(row, at.LICENSES_UNTIL, this.licenses.size)
    this.set(row, at.CERTIFICATIONS_FROM, this.certifications.size)
    for (const { issuer, key } of keys.certifications) this.certifications.add(issuer, key, row)
    this.set(row, at.CERTIFICATIONS_UNTIL, this.certifications.size)
    this.tally(row, 1)
  }

  /** Takes a person off the file; nothing happens when there is none. */
  remove(personId: string): void {
    const row = this.rowOf(personId)
    if (row < 0) return
    this.set(row, at.IS_GONE, 1)
    this.tally(row, -1)
  }

  /** True when a person holds a certification of a board. */
  isCertified(row: number, board: number): boolean {
    const until = this.certificationsUntil(row)
    for (let held = this.certificationsFrom(row); held < until; held++) {
      if (this.certifications.issuerOf(held) === board) return true
    }
    return false
  }

  /** True when a person has licenses in a state, and all of them are known to be in force on a day. */
  isLicensed(row: number, state: number, day: number): boolean {
    let isAny = false
    const until = this.licensesUntil(row)
    for (let held = this.licensesFrom(row); held < until; held++) {
      if (this.licenses.issuerOf(held) !== state) continue
      if (!this.terms.covers(held, day)) return false
      isAny = true
    }
    return isAny
  }

  forEachWithNpi(npi: number, visit: Visit): void {
    for (let row = this.byNpi.first(hashOf(npi, 0)); row >= 0; row = this.byNpi.after(row)) {
      if (this.npi(row) === npi && !this.isGone(row) && !visit(row)) return
    }
  }

  forEachWithEmail(email: number, visit: Visit): void {
    for (let row = this.byEmail.first(email); row >= 0; row = this.byEmail.after(row)) {
      if (!this.isGone(row) && !visit(row)) return
    }
  }

  /** Everybody born on that day whose first name it is. */
  forEachWithFirst(first: number, day: number, visit: Visit): void {
    const { byFirstAndDay } = this
    for (let row = byFirstAndDay.first(hashOf(first, day)); row >= 0; row = byFirstAndDay.after(row)) {
      const isSame = this.first(row) === first && this.day(row) === day
      if (isSame && !this.isGone(row) && !visit(row)) return
    }
  }

  /** Everybody born on that day who answers to that family name, in any of its forms. */
  forEachWithFamily(family: number, day: number, visit: Visit): void {
    const { aliases } = this
    for (let alias = aliases.firstBorn(family, day); alias >= 0; alias = aliases.nextBorn(alias)) {
      const row = aliases.owner(alias)
      if (!this.isGone(row) && !visit(row)) return
    }
  }

  /** Everybody who answers to that family name and whose first name it is, born on one of the days that are marked. */
  forEachNamed(family: number, first: number, days: Uint8Array, visit: Visit): void {
    const { aliases } = this
    for (let alias = aliases.firstNamed(family, first); alias >= 0; alias = aliases.nextNamed(alias)) {
      if (days[aliases.day(alias)] === 0) continue
      const row = aliases.owner(alias)
      if (!this.isGone(row) && !visit(row)) return
    }
  }

  /** Everybody who answers to that family name and bears one of these first names. */
  forEachOfFamily(family: number, isFirst: (first: number) => boolean, visit: Visit): void {
    const { aliases } = this
    for (let alias = aliases.latestOf(family); alias >= 0; alias = aliases.before(alias)) {
      if (!isFirst(aliases.first(alias))) continue
      const row = aliases.owner(alias)
      if (!this.isGone(row) && !visit(row)) return
    }
  }

  private tally(row: number, change: 1 | -1): void {
    this.population += change
    this.names.count('FAMILY', this.family(row), change)
    this.pairs.count(this.family(row), this.first(row), change)
    this.names.count('GIVEN', this.first(row), change)
    this.names.count('MIDDLE', this.middle(row), change)
    this.cities.count('FAMILY', this.city(row), change)
    const day = this.day(row)
    this.bornOn[day] = (this.bornOn[day] as number) + change
    for (let alias = this.aliasesFrom(row); alias < this.aliasesUntil(row); alias++) {
      this.names.count('ALIAS', this.aliases.name(alias), change)
    }
    for (let license = this.licensesFrom(row); license < this.licensesUntil(row); license++) {
      const state = this.licenses.issuerOf(license)
      this.licensesIn[state] = (this.licensesIn[state] as number) + change
      this.licenseCount += change
    }
  }
}

/** Is given one row after the other, until it answers that it has seen enough. */
type Visit = (row: number) => boolean
