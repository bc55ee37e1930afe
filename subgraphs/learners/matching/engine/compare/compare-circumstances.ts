import { codesOf } from '../model/levels.js'
import { slipBetween } from '../names/distance.js'
import type { ReadClaim } from '../read-claim.js'
import { dayLevels } from '../table/day-slips.js'
import type { Frequencies } from '../table/frequencies.js'
import { areNeighbours, bordersOf } from '../table/neighbour-states.js'
import type { PeopleTable } from '../table/people-table.js'
import { at, type Sheet } from './sheet.js'

const [SUFFIX, BIRTHDATE, STATE, CITY, EMAIL] = [
  codesOf('SUFFIX'),
  codesOf('BIRTHDATE'),
  codesOf('STATE'),
  codesOf('CITY'),
  codesOf('EMAIL'),
]

const slipsOfADay = 12
/** log2 of how seldom a city is misspelled, which it is for strangers just as seldom. */
const slipOfACity = 6
const placesOfChoice = Math.log2(51)
const firstOfJanuary = 33

/** Compares suffix, birthday, state, city and e-mail address. */
export class CircumstanceComparison {
  private days = dayLevels(0)
  private dayBits = 0
  private stateBits = 0
  private cityBits = 0

  /** `defaultDays` is log2 of how often the first of January stands for a day that is not known. */
  constructor(
    private readonly people: PeopleTable,
    private readonly frequencies: Frequencies,
    private readonly sheet: Sheet,
    private readonly defaultDays: number,
  ) {}

  begin({ day, state, cityId }: ReadClaim): void {
    const { frequencies } = this
    this.days = dayLevels(day)
    this.dayBits = frequencies.day(day)
    if (day === firstOfJanuary) this.dayBits = Math.log2(2 ** this.dayBits + 2 ** this.defaultDays)
    this.stateBits = frequencies.state(state)
    this.cityBits = frequencies.city(cityId)
  }

  compare(claim: ReadClaim, row: number, numberBits: number): void {
    if (claim.suffix) this.compareSuffix(claim, row)
    if (claim.day) this.compareDay(row)
    if (claim.state) this.compareState(claim.state, row)
    if (claim.hasCity) this.compareCity(claim, row)
    if (claim.email && this.people.email(row)) {
      if (this.people.email(row) === claim.email) this.sheet.set(at.EMAIL, EMAIL.EXACT, numberBits)
      else this.sheet.set(at.EMAIL, EMAIL.DIFFERENT, 0)
    }
  }

  private compareSuffix({ suffix }: ReadClaim, row: number): void {
    const onFile = this.people.suffix(row)
    if (!onFile) return
    if (onFile === suffix) this.sheet.set(at.SUFFIX, SUFFIX.EXACT, 1)
    else this.sheet.set(at.SUFFIX, SUFFIX.DIFFERENT, 0)
  }

  private compareDay(row: number): void {
    const onFile = this.people.day(row)
    if (onFile === 0) return
    const level = this.days[onFile] as number
    if (level === BIRTHDATE.DIFFERENT) {
      this.sheet.set(at.BIRTHDATE, level, 0)
      return
    }
    const choice = level === BIRTHDATE.SLIP ? Math.log2(slipsOfADay) : 0
    this.sheet.set(at.BIRTHDATE, level, -choice - this.dayBits)
  }

  private compareState(state: number, row: number): void {
    const { licenses } = this.people
    const from = this.people.licensesFrom(row)
    const until = this.people.licensesUntil(row)
    if (from === until) return
    let nearby = 0
    for (let license = from; license < until; license++) {
      const held = licenses.issuerOf(license)
      if (held === state) {
        this.sheet.set(at.STATE, STATE.LICENSED, -Math.log2(until - from) - this.stateBits)
        return
      }
      if (nearby === 0 && areNeighbours(state, held)) nearby = held
    }
    if (nearby)
      this.sheet.set(at.STATE, STATE.NEIGHBOUR, -Math.log2(bordersOf(nearby) * (until - from)) - this.stateBits)
    else this.sheet.set(at.STATE, STATE.ELSEWHERE, -placesOfChoice - this.stateBits)
  }

  private compareCity({ city, cityId }: ReadClaim, row: number): void {
    const onFile = this.people.city(row)
    if (onFile < 0) return
    const isSame = onFile === cityId
    if (!isSame && !isOneSlip(city, this.people.cities.nameOf(onFile))) {
      this.sheet.set(at.CITY, CITY.DIFFERENT, 0)
      return
    }
    const known = this.sheet.level[at.STATE] === STATE.LICENSED ? this.stateBits : 0
    if (isSame) this.sheet.set(at.CITY, CITY.EXACT, Math.max(0, known - this.cityBits))
    else this.sheet.set(at.CITY, CITY.ONE_EDIT, slipOfACity + Math.max(0, known - this.frequencies.city(onFile)))
  }
}

const shortestWithSlip = 4
const isOneSlip = (typed: string, onFile: string) =>
  typed.length >= shortestWithSlip && onFile.length >= shortestWithSlip && slipBetween(typed, onFile) !== undefined
