import { codesOf } from './model/levels.js'
import type { GivenToken, NameTokens } from './names/name-token.js'
import type { ReadClaim, Reading } from './read-claim.js'
import { dayLevels } from './table/day-slips.js'
import { grown } from './table/grown.js'
import type { PeopleTable } from './table/people-table.js'

const BIRTHDAY = codesOf('BIRTHDATE')

/** A number that more people than this hold says nothing about who is meant. */
const maxHolders = 200
/** At most this many people are weighed for one claim; who is found by the stronger keys comes first. */
const maxGathered = 4_000

/** Collects the rows that a claim may be about, each once, by several keys at a time. */
export class Gathering {
  readonly rows: number[] = []
  licenseHolders = 0
  /** Rows that hold a number which was given, in the state or at the board that was given. */
  readonly npiHolders: number[] = []
  readonly licenseHoldersThere: number[] = []
  readonly boardHolders: number[] = []
  private marks = new Uint32Array(1024)
  private round = 0

  constructor(
    private readonly people: PeopleTable,
    private readonly tokens: NameTokens,
  ) {}

  /** Everybody who holds a number that was given, or has the e-mail address. */
  identified(claim: ReadClaim): void {
    this.reset()
    this.byNumbers(claim)
  }

  /** Everybody whom names and birthday may point at, slips of one letter or digit included. */
  likely({ readings, day }: ReadClaim): void {
    for (const reading of readings) {
      if (day) this.byFamilyAndDay(reading, day)
      this.byNames(reading, day)
    }
  }

  /** Everybody else who may be meant where two fields are off; only for claims that are undecided otherwise. */
  possible(claim: ReadClaim): void {
    for (const reading of claim.readings) {
      const { family, given } = reading
      if (given && claim.day) {
        for (const first of this.firstNames(given)) this.people.forEachWithFirst(first, claim.day, this.add)
        for (const first of this.tokens.givenNeighbours(given)) this.people.forEachWithFirst(first, claim.day, this.add)
      }
      if (!family || !given) continue
      const firsts = [...this.firstNames(given), ...this.tokens.givenNeighbours(given)]
      for (const name of [family.id, ...family.partIds, ...this.tokens.familyNeighbours(family)]) {
        if (name < 0) continue
        for (const first of firsts) this.people.forEachNamed(name, first, this.add)
      }
    }
  }

  private reset(): void {
    this.rows.length = 0
    this.npiHolders.length = 0
    this.licenseHoldersThere.length = 0
    this.boardHolders.length = 0
    this.licenseHolders = 0
    this.round++
  }

  private readonly add = (row: number): void => {
    if (row >= this.marks.length) this.marks = grown(this.marks, this.people.rows)
    if (this.marks[row] === this.round || this.rows.length >= maxGathered) return
    this.marks[row] = this.round
    this.rows.push(row)
  }

  private byNumbers({ npi, licenseKeys, state, boardKey, board, email }: ReadClaim): void {
    const { people } = this
    if (npi) people.forEachWithNpi(npi, (row) => this.npiHolders.push(row))
    for (const row of this.npiHolders) this.add(row)
    const elsewhere: number[] = []
    for (const key of licenseKeys) {
      people.licenses.forEach(key, (license) => {
        const row = people.licenses.holderOf(license)
        if (people.isGone[row] !== 0) return
        this.licenseHolders++
        const isThere = state === 0 || people.licenses.issuerOf(license) === state
        if (isThere) this.licenseHoldersThere.push(row)
        else if (elsewhere.length < maxHolders) elsewhere.push(row)
      })
    }
    for (const row of this.licenseHoldersThere) this.add(row)
    for (const row of elsewhere) this.add(row)
    if (boardKey) {
      people.certifications.forEach(boardKey, (certification) => {
        const row = people.certifications.holderOf(certification)
        if (people.isGone[row] !== 0 || this.boardHolders.length >= maxHolders) return
        if (board === 0 || people.certifications.issuerOf(certification) === board) this.boardHolders.push(row)
      })
      for (const row of this.boardHolders) this.add(row)
    }
    if (email) people.forEachWithEmail(email, this.add)
  }

  private byFamilyAndDay({ family }: Reading, day: number): void {
    if (!family) return
    if (family.id >= 0) this.people.forEachWithFamily(family.id, day, this.add)
    for (const part of family.partIds) this.people.forEachWithFamily(part, day, this.add)
    for (const neighbour of this.tokens.familyNeighbours(family))
      this.people.forEachWithFamily(neighbour, day, this.add)
  }

  /** Namesakes whose birthday is equal or a slip away; all of them where no birthday was given. */
  private byNames({ family, given }: Reading, day: number): void {
    if (!family || !given || given.firstId < 0) return
    const levels = dayLevels(day)
    const { people } = this
    const visit = (row: number) => {
      if (day === 0 || (levels[people.day[row] as number] as number) < BIRTHDAY.FIRST_OF_JANUARY) this.add(row)
    }
    if (family.id >= 0) people.forEachNamed(family.id, given.firstId, visit)
    for (const part of family.partIds) people.forEachNamed(part, given.firstId, visit)
  }

  private firstNames(given: GivenToken): number[] {
    return [...new Set([given.firstId, given.id, ...this.tokens.nicknames(given)])].filter((name) => name >= 0)
  }
}
