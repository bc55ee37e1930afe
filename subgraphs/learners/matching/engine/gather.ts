import type { FamilyToken, NameTokens } from './names/name-token.js'
import type { ReadClaim } from './read-claim.js'
import { cellsOf, grown } from './table/cells.js'
import { anyDay, nearDays } from './table/day-slips.js'
import type { PeopleTable } from './table/people-table.js'

/** A number that more people than this hold says nothing about who is meant. */
const maxHolders = 200
/** Names, or a name and a birthday, that more people than this share say nothing either. */
const maxAlike = 1_000
/** At most this many people are weighed for one claim. */
const maxGathered = 4_000

/**
 * Collects the rows that a claim may be about, each once, by several keys at a time. A key that too many people share is
 * left out as a whole, so that whom it finds does not depend on the order of the file; `isCut` tells that it was.
 */
export class Gathering {
  readonly rows: number[] = []
  /** True when somebody who may be meant is missing. */
  isCut = false
  /** True when one of those is missing whom numbers, or names and birthday, point at. */
  isCrowd = false
  licenseHolders = 0
  /** Rows that hold a number which was given, in the state or at the board that was given. */
  readonly npiHolders: number[] = []
  readonly licenseHoldersThere: number[] = []
  readonly boardHolders: number[] = []
  private readonly licenseHoldersElsewhere: number[] = []
  private marks = cellsOf(Uint32Array, 1024)
  private round = 0
  private keyFrom = 0
  private keyCount = 0

  constructor(
    private readonly people: PeopleTable,
    private readonly tokens: NameTokens,
  ) {}

  /** Everybody who holds a number that was given, or has the e-mail address. */
  identified(claim: ReadClaim): void {
    this.reset()
    if (claim.npi) this.byNpi(claim.npi)
    if (claim.licenseKeys.length > 0) this.byLicense(claim)
    if (claim.boardKey) this.byBoardId(claim)
    if (claim.email) {
      this.beginKey()
      this.people.forEachWithEmail(claim.email, this.add)
    }
  }

  /** Everybody whom names and birthday may point at, slips of one letter or digit included. */
  likely({ readings, day }: ReadClaim): void {
    for (const { family, given } of readings) {
      if (!family) continue
      if (day) this.byFamilyAndDay(family, day)
      if (given && given.firstId >= 0) this.byNames(family, given.firstId, nearDays(day))
    }
    this.isCrowd = this.isCut
  }

  /** Everybody else who may be meant where two fields are off; only for claims that are undecided otherwise. */
  possible({ readings, day }: ReadClaim): void {
    for (const { family, given } of readings) {
      if (!given) continue
      const firsts = this.tokens.meanings(given)
      if (day) for (const first of firsts) this.byFirstAndDay(first, day)
      if (!family) continue
      for (const name of this.familyNames(family)) {
        if (!day && given.name.first.length === 1) this.byInitial(name, given.name.first)
        else this.byFamilyAndFirsts(name, firsts)
      }
    }
  }

  private reset(): void {
    this.rows.length = 0
    this.npiHolders.length = 0
    this.licenseHoldersThere.length = 0
    this.licenseHoldersElsewhere.length = 0
    this.boardHolders.length = 0
    this.licenseHolders = 0
    this.isCut = false
    this.isCrowd = false
    this.round++
  }

  private beginKey(): void {
    this.keyFrom = this.rows.length
    this.keyCount = 0
  }

  /** Takes one of the people whom a key finds; false when there are too many of them. */
  private readonly add = (row: number): boolean => {
    if (++this.keyCount > maxAlike) return this.leaveOut()
    if (row >= this.marks.length) this.marks = grown(this.marks, this.people.rows)
    if (this.marks[row] === this.round) return true
    if (this.rows.length >= maxGathered) return this.leaveOut()
    this.marks[row] = this.round
    this.rows.push(row)
    return true
  }

  private leaveOut(): false {
    for (let place = this.keyFrom; place < this.rows.length; place++) this.marks[this.rows[place] as number] = 0
    this.rows.length = this.keyFrom
    this.isCut = true
    return false
  }

  private addHolders(holders: readonly number[]): void {
    if (holders.length > maxHolders) {
      this.isCut = true
      return
    }
    this.beginKey()
    for (const row of holders) this.add(row)
  }

  private byNpi(npi: number): void {
    const { npiHolders } = this
    this.people.forEachWithNpi(npi, (row) => npiHolders.push(row) <= maxHolders)
    this.addHolders(npiHolders)
  }

  private byLicense({ licenseKeys, state }: ReadClaim): void {
    const { people, licenseHoldersThere, licenseHoldersElsewhere } = this
    for (const key of licenseKeys) {
      people.licenses.forEach(key, (license) => {
        const row = people.licenses.holderOf(license)
        if (people.isGone(row)) return true
        const isThere = state === 0 || people.licenses.issuerOf(license) === state
        const holders = isThere ? licenseHoldersThere : licenseHoldersElsewhere
        if (holders.length <= maxHolders) holders.push(row)
        return ++this.licenseHolders <= maxAlike
      })
    }
    this.addHolders(licenseHoldersThere)
    this.addHolders(licenseHoldersElsewhere)
  }

  private byBoardId({ boardKey, board }: ReadClaim): void {
    const { people, boardHolders } = this
    people.certifications.forEach(boardKey, (certification) => {
      const row = people.certifications.holderOf(certification)
      const isThere = board === 0 || people.certifications.issuerOf(certification) === board
      return people.isGone(row) || !isThere || boardHolders.push(row) <= maxHolders
    })
    this.addHolders(boardHolders)
  }

  private byFamilyAndDay(family: FamilyToken, day: number): void {
    if (family.id >= 0) this.bornOn(family.id, day)
    for (const part of family.partIds) this.bornOn(part, day)
    for (const neighbour of this.tokens.familyNeighbours(family)) this.bornOn(neighbour, day)
  }

  private bornOn(name: number, day: number): void {
    this.beginKey()
    this.people.forEachWithFamily(name, day, this.add)
  }

  /** Namesakes whose birthday is equal or a slip away; all of them where no birthday was given. */
  private byNames(family: FamilyToken, first: number, days: Uint8Array): void {
    if (family.id >= 0) this.named(family.id, first, days)
    for (const part of family.partIds) this.named(part, first, days)
  }

  private named(name: number, first: number, days: Uint8Array): void {
    this.beginKey()
    this.people.forEachNamed(name, first, days, this.add)
  }

  private byFirstAndDay(first: number, day: number): void {
    this.beginKey()
    this.people.forEachWithFirst(first, day, this.add)
  }

  /** Of a rare family name everybody is looked at, of a common one each first name. */
  private byFamilyAndFirsts(name: number, firsts: ReadonlySet<number>): void {
    if (this.people.names.bearers('ALIAS', name) > firsts.size) {
      for (const first of firsts) this.named(name, first, anyDay)
      return
    }
    this.beginKey()
    this.people.forEachOfFamily(name, (first) => firsts.has(first), this.add)
  }

  /** Everybody of a family name whose first name begins so. */
  private byInitial(name: number, initial: string): void {
    const { names } = this.people
    this.beginKey()
    this.people.forEachOfFamily(name, (first) => first >= 0 && names.nameOf(first).startsWith(initial), this.add)
  }

  private familyNames(family: FamilyToken): number[] {
    return [family.id, ...family.partIds, ...this.tokens.familyNeighbours(family)].filter((name) => name >= 0)
  }
}
