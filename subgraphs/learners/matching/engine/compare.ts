import { codesOf, levels } from './model/levels.js'
import type { Model } from './model/weights.js'
import { slipBetween } from './names/distance.js'
import type { FamilyToken, GivenToken, NameTokens } from './names/name-token.js'
import type { ReadClaim, Reading } from './read-claim.js'
import { dayLevels } from './table/day-slips.js'
import type { Frequencies } from './table/frequencies.js'
import { aliasKinds } from './table/keys-of-person.js'
import { areNeighbours, bordersOf } from './table/neighbour-states.js'
import type { PeopleTable } from './table/people-table.js'
import { comparedFields } from './types.js'

const [NPI, LICENSE, BOARD_ID, ORDER, LAST, FIRST, MIDDLE, SUFFIX, BIRTHDATE, STATE, CITY, EMAIL] = [
  codesOf('NPI'),
  codesOf('LICENSE'),
  codesOf('BOARD_ID'),
  codesOf('NAME_ORDER'),
  codesOf('LAST_NAME'),
  codesOf('FIRST_NAME'),
  codesOf('MIDDLE_NAME'),
  codesOf('SUFFIX'),
  codesOf('BIRTHDATE'),
  codesOf('STATE'),
  codesOf('CITY'),
  codesOf('EMAIL'),
]

/** Where each field stands in the arrays of levels and gains. */
export const at = Object.fromEntries(comparedFields.map((field, index) => [field, index])) as Record<
  (typeof comparedFields)[number],
  number
>

/** Kinds of slips to choose from, by letter of a name or digit of a number. */
const slipsPerLetter = { DROPPED_OR_TRANSPOSED: 4, ONE_EDIT: 40 }
const slipsPerDigit = 20
const slipsOfADay = 12
/** log2 of how seldom two different names are similar. */
const similarity = 8
/** log2 of how many names a short form may stand for. */
const shortFormChoice = 1.7
/** In a small file numbers are as rare as in a large one. */
const numbersIssued = 1_000_000
const placesOfChoice = Math.log2(51)
const firstOfJanuary = 33

/**
 * Compares a claim with people on file, one at a time. Each field is left with its level and its gain: log2 of how much
 * likelier what was typed is for this person, given the level, than for a stranger. The weight of the level comes on top.
 */
export class Comparison {
  readonly level = new Uint8Array(comparedFields.length)
  readonly gain = new Float64Array(comparedFields.length)
  private readonly logs: Float64Array[]

  private familyBits = 0
  private firstBits = 0
  private readonly pairBits = [0, 0]
  private readonly orderGain = [0, 0]
  private dayBits = 0
  private stateBits = 0
  private cityBits = 0
  private numberBits = 0
  private licenseHolders = 0
  private days = dayLevels(0)
  private claim: ReadClaim | undefined

  constructor(
    private readonly people: PeopleTable,
    private readonly tokens: NameTokens,
    private readonly frequencies: Frequencies,
    { agreement }: Model,
  ) {
    this.logs = comparedFields.map((field) => {
      const weights: Readonly<Record<string, number>> = agreement[field]
      return Float64Array.from([1, ...levels[field].map((level) => weights[level] as number)], Math.log2)
    })
  }

  /** Takes a claim up: what does not depend on the person is worked out once. */
  begin(claim: ReadClaim, licenseHolders: number): void {
    const { frequencies } = this
    this.claim = claim
    this.licenseHolders = Math.max(1, licenseHolders)
    this.days = dayLevels(claim.day)
    this.dayBits = frequencies.day(claim.day)
    this.stateBits = frequencies.state(claim.state)
    this.cityBits = frequencies.city(claim.cityId)
    this.numberBits = Math.log2(Math.max(this.people.population, numbersIssued))
    let anybody = 0
    claim.readings.forEach(({ family, given, isSwapped }, index) => {
      const familyBits = family ? frequencies.family(family.id) : 0
      const firstBits = given ? frequencies.first(given.firstId) : 0
      const bits = family && given ? frequencies.pair(family.id, given.firstId) : familyBits + firstBits
      this.pairBits[index] = bits
      anybody += 2 ** (bits + this.logOf(at.NAME_ORDER, isSwapped ? ORDER.SWAPPED : ORDER.AS_GIVEN))
    })
    claim.readings.forEach((_, index) => {
      this.orderGain[index] = (this.pairBits[index] as number) - Math.log2(anybody)
    })
  }

  logOf(field: number, level: number): number {
    return (this.logs[field] as Float64Array)[level] as number
  }

  /** log2 of how much likelier the claim is, so read, for this person than for a stranger. */
  weigh(row: number, reading: number): number {
    const claim = this.claim
    if (!claim) throw new Error('Begin with a claim.')
    this.level.fill(0)
    const { family, given, isSwapped } = claim.readings[reading] as Reading
    if (claim.npiDigits) this.compareNpi(claim, row)
    if (claim.licenseKeys.length > 0) this.compareLicense(claim, row)
    if (claim.boardKey) this.compareBoardId(claim, row)
    if (family && given)
      this.set(at.NAME_ORDER, isSwapped ? ORDER.SWAPPED : ORDER.AS_GIVEN, this.orderGain[reading] as number)
    if (family) this.compareFamily(family, row)
    if (given) this.compareGiven(given, row, this.pairBits[reading] as number)
    if (claim.middle) this.compareMiddle(claim, row)
    if (claim.suffix) this.compareSuffix(claim, row)
    if (claim.day) this.compareDay(row)
    if (claim.state) this.compareState(claim.state, row)
    if (claim.hasCity) this.compareCity(claim, row)
    if (claim.email && this.people.email[row]) {
      if (this.people.email[row] === claim.email) this.set(at.EMAIL, EMAIL.EXACT, this.numberBits)
      else this.set(at.EMAIL, EMAIL.DIFFERENT, 0)
    }
    let bits = 0
    for (let field = 0; field < this.level.length; field++) bits += this.bitsOf(field)
    return bits
  }

  /**
   * Bits by which the names of the person compared last speak too much for him or her. Whatever slip or habit turned
   * them into what was typed, it does the same to strangers of the same name, and of any other name that it may have
   * been: no more can speak for the person than all those names together are rare.
   */
  excess(row: number, reading: number): number {
    const family = this.people.family[row] as number
    const first = this.people.first[row] as number
    const last = this.level[at.LAST_NAME] as number
    const isAsOnFile =
      last === LAST.EXACT && this.level[at.FIRST_NAME] === FIRST.EXACT && this.level[at.NAME_ORDER] === ORDER.AS_GIVEN
    if (isAsOnFile || last === 0 || family < 0 || first < 0) return 0
    const most = -this.rarityOfAll(family, first, reading)
    const excess = this.bitsOf(at.NAME_ORDER) + this.bitsOf(at.LAST_NAME) + this.bitsOf(at.FIRST_NAME) - most
    if (excess <= 0) return 0
    const bent = last === LAST.EXACT ? at.FIRST_NAME : at.LAST_NAME
    this.gain[bent] = (this.gain[bent] as number) - excess
    return excess
  }

  /** log2 of the share of strangers whose names the same slips and habits turn into what was typed. */
  private rarityOfAll(family: number, first: number, reading: number): number {
    const { family: familyToken, given } = this.claim?.readings[reading] ?? {}
    const last = this.level[at.LAST_NAME]
    const level = this.level[at.FIRST_NAME]
    const isFamilySlip = last === LAST.DROPPED_OR_TRANSPOSED || last === LAST.ONE_EDIT
    const isFirstSlip = level === FIRST.DROPPED_OR_TRANSPOSED || level === FIRST.ONE_EDIT
    const isShort = level === FIRST.NICKNAME || level === FIRST.RELATED
    const families = isFamilySlip && familyToken ? this.tokens.familyNeighbours(familyToken) : [family]
    const firsts =
      given && isShort ? given.nicknames : given && isFirstSlip ? this.tokens.givenNeighbours(given) : [first]
    let share = 2 ** this.frequencies.pair(family, first)
    for (const one of families) {
      for (const other of firsts) {
        if (one !== family || other !== first) share += 2 ** this.frequencies.pair(one, other)
      }
    }
    return Math.log2(share)
  }

  /** The bits of one field of the person compared last. */
  bitsOf(field: number): number {
    const level = this.level[field] as number
    return level === 0 ? 0 : this.logOf(field, level) + (this.gain[field] as number)
  }

  private set(field: number, level: number, gain: number): void {
    this.level[field] = level
    this.gain[field] = gain
  }

  private compareNpi({ npi, npiDigits }: ReadClaim, row: number): void {
    const onFile = this.people.npi[row] as number
    if (!onFile) return
    if (onFile === npi) this.set(at.NPI, NPI.EXACT, this.numberBits)
    else if (!npi && slipBetween(npiDigits, String(onFile))) {
      this.set(at.NPI, NPI.ONE_EDIT, this.numberBits - Math.log2(slipsPerDigit * npiDigits.length))
    } else this.set(at.NPI, NPI.DIFFERENT, 0)
  }

  private compareLicense({ licenseKeys, state }: ReadClaim, row: number): void {
    const { licenses, licensesFrom } = this.people
    const typed = licenseKeys[0] as string
    let best: number = LICENSE.DIFFERENT
    const until = licensesFrom[row + 1] as number
    for (let license = licensesFrom[row] as number; license < until; license++) {
      const isThere = state === 0 || licenses.issuerOf(license) === state
      if (licenseKeys.some((key) => licenses.has(license, key)))
        best = Math.min(best, isThere ? LICENSE.EXACT : LICENSE.OTHER_STATE)
      else if (isThere && best > LICENSE.ONE_EDIT && this.isOneSlip(typed, license)) best = LICENSE.ONE_EDIT
    }
    if (until === licensesFrom[row]) return
    if (best === LICENSE.EXACT)
      this.set(at.LICENSE, best, this.numberBits - (state === 0 ? Math.log2(this.licenseHolders) : 0))
    else if (best === LICENSE.OTHER_STATE) this.set(at.LICENSE, best, this.numberBits - Math.log2(this.licenseHolders))
    else if (best === LICENSE.ONE_EDIT)
      this.set(at.LICENSE, best, this.numberBits - Math.log2(slipsPerDigit * typed.length))
    else this.set(at.LICENSE, LICENSE.DIFFERENT, 0)
  }

  private isOneSlip(typed: string, license: number): boolean {
    const onFile = this.people.licenses.keyOf(license)
    return typed.length > 3 && slipBetween(typed, onFile) !== undefined
  }

  private compareBoardId({ board, boardKey }: ReadClaim, row: number): void {
    const { certifications, certificationsFrom } = this.people
    let best = 0
    const until = certificationsFrom[row + 1] as number
    for (let certification = certificationsFrom[row] as number; certification < until; certification++) {
      if (board !== 0 && certifications.issuerOf(certification) !== board) continue
      const level = certifications.has(certification, boardKey)
        ? BOARD_ID.EXACT
        : slipBetween(boardKey, certifications.keyOf(certification))
          ? BOARD_ID.ONE_EDIT
          : BOARD_ID.DIFFERENT
      best = best === 0 ? level : Math.min(best, level)
    }
    if (best === BOARD_ID.EXACT) this.set(at.BOARD_ID, best, this.numberBits)
    else if (best === BOARD_ID.ONE_EDIT)
      this.set(at.BOARD_ID, best, this.numberBits - Math.log2(slipsPerDigit * boardKey.length))
    else if (best !== 0) this.set(at.BOARD_ID, best, 0)
  }

  private compareFamily(token: FamilyToken, row: number): void {
    const { people, frequencies } = this
    this.familyBits = frequencies.family(token.id)
    const current = people.family[row] as number
    if (current >= 0 && current === token.id) {
      this.set(at.LAST_NAME, LAST.EXACT, -this.familyBits)
      return
    }
    let best: number = LAST.DIFFERENT
    let shared = token.id
    const isDouble = token.partIds.length > 1
    const until = people.aliasesFrom[row + 1] as number
    for (let alias = people.aliasesFrom[row] as number; alias < until; alias++) {
      const name = people.aliasName[alias] as number
      let level: number
      if (name === token.id) level = people.aliasKind[alias] === aliasKinds.FORMER ? LAST.FORMER : LAST.PART
      else if (token.partIds.includes(name))
        level = isDouble && people.aliasKind[alias] === aliasKinds.PART ? LAST.SIMILAR : LAST.PART
      else if (people.aliasKind[alias] === aliasKinds.PART) continue
      else level = this.tokens.familyLevel(token, name)
      if (level >= best) continue
      best = level
      shared = name
    }
    const middle = people.middle[row] as number
    if (best > LAST.MIDDLE && middle >= 0 && middle === token.id) best = LAST.MIDDLE
    const { key } = token.name
    if (best <= LAST.MIDDLE)
      this.set(at.LAST_NAME, best, best === LAST.PART ? -frequencies.family(shared) : -this.familyBits)
    else if (best === LAST.DROPPED_OR_TRANSPOSED) {
      this.set(at.LAST_NAME, best, -Math.log2(slipsPerLetter.DROPPED_OR_TRANSPOSED * key.length) - this.familyBits)
    } else if (best === LAST.ONE_EDIT) {
      this.set(at.LAST_NAME, best, -Math.log2(slipsPerLetter.ONE_EDIT * key.length) - this.familyBits)
    } else this.set(at.LAST_NAME, best, best === LAST.SIMILAR ? similarity : 0)
  }

  private compareGiven(token: GivenToken, row: number, pairBits: number): void {
    const { people } = this
    const first = people.first[row] as number
    const whole = people.given[row] as number
    this.firstBits = this.frequencies.first(token.firstId)
    const isSame =
      (token.firstId >= 0 && token.firstId === first && whole === first) || (token.id >= 0 && token.id === whole)
    if (isSame && token.name.first.length > 1) {
      const isPairOnFile = this.level[at.LAST_NAME] === LAST.EXACT
      this.set(at.FIRST_NAME, FIRST.EXACT, isPairOnFile ? this.familyBits - pairBits : -this.firstBits)
      return
    }
    if (first < 0) return
    if (token.firstId >= 0 && token.firstId === first && token.name.first.length > 1) {
      this.set(at.FIRST_NAME, FIRST.PART, -this.firstBits)
      return
    }
    const level = this.tokens.givenLevel(token, first)
    if (level > FIRST.MIDDLE && this.isMiddle(token, row)) return
    const { length } = token.name.first
    if (level === FIRST.INITIAL) this.set(at.FIRST_NAME, level, -this.frequencies.initial(token.name.first))
    else if (level === FIRST.NICKNAME || level === FIRST.RELATED) {
      this.set(at.FIRST_NAME, level, -shortFormChoice - this.firstBits)
    } else if (level === FIRST.DROPPED_OR_TRANSPOSED) {
      this.set(at.FIRST_NAME, level, -Math.log2(slipsPerLetter.DROPPED_OR_TRANSPOSED * length) - this.firstBits)
    } else if (level === FIRST.ONE_EDIT) {
      this.set(at.FIRST_NAME, level, -Math.log2(slipsPerLetter.ONE_EDIT * length) - this.firstBits)
    } else this.set(at.FIRST_NAME, level, level === FIRST.SIMILAR ? similarity : 0)
  }

  /** People who go by their middle name; on file it may be an initial. */
  private isMiddle({ firstId, name }: GivenToken, row: number): boolean {
    const middle = this.people.middle[row] as number
    if (middle < 0 || name.first.length < 2) return false
    if (middle === firstId) this.set(at.FIRST_NAME, FIRST.MIDDLE, -this.firstBits)
    else {
      if (this.people.names.nameOf(middle) !== name.first[0]) return false
      this.set(at.FIRST_NAME, FIRST.MIDDLE, -this.frequencies.initial(name.first))
    }
    return true
  }

  private compareMiddle({ middle, middleId }: ReadClaim, row: number): void {
    const { people, frequencies } = this
    const goesByMiddle = this.level[at.FIRST_NAME] === FIRST.MIDDLE
    const onFile = (goesByMiddle ? people.first[row] : people.middle[row]) as number
    if (onFile < 0) return
    const isWhole = middle.length > 1
    if (onFile === middleId && isWhole) {
      this.set(at.MIDDLE_NAME, MIDDLE.EXACT, -(goesByMiddle ? frequencies.first(onFile) : frequencies.middle(onFile)))
      return
    }
    const name = people.names.nameOf(onFile)
    const fits =
      name[0] === middle[0] && (!isWhole || name.length < 2 || name.startsWith(middle) || middle.startsWith(name))
    if (fits || (isWhole && slipBetween(middle, name))) {
      this.set(at.MIDDLE_NAME, MIDDLE.INITIAL, -frequencies.initial(middle))
      return
    }
    if (goesByMiddle || middleId === people.family[row] || this.isAlias(middleId, row)) return
    this.set(at.MIDDLE_NAME, MIDDLE.DIFFERENT, 0)
  }

  private isAlias(name: number, row: number): boolean {
    if (name < 0) return false
    const { aliasName, aliasesFrom } = this.people
    for (let alias = aliasesFrom[row] as number; alias < (aliasesFrom[row + 1] as number); alias++) {
      if (aliasName[alias] === name) return true
    }
    return false
  }

  private compareSuffix({ suffix }: ReadClaim, row: number): void {
    const onFile = this.people.suffix[row]
    if (!onFile) return
    if (onFile === suffix) this.set(at.SUFFIX, SUFFIX.EXACT, 1)
    else this.set(at.SUFFIX, SUFFIX.DIFFERENT, 0)
  }

  private compareDay(row: number): void {
    const onFile = this.people.day[row] as number
    if (onFile === 0) return
    const level = this.days[onFile] as number
    if (level === BIRTHDATE.DIFFERENT) {
      this.set(at.BIRTHDATE, level, 0)
      return
    }
    const isDefault = this.claim?.day === firstOfJanuary
    const share = isDefault
      ? Math.log2(2 ** this.dayBits + 2 ** this.logOf(at.BIRTHDATE, BIRTHDATE.FIRST_OF_JANUARY))
      : this.dayBits
    this.set(at.BIRTHDATE, level, level === BIRTHDATE.SLIP ? -Math.log2(slipsOfADay) - share : -share)
  }

  private compareState(state: number, row: number): void {
    const { licenses, licensesFrom } = this.people
    const from = licensesFrom[row] as number
    const until = licensesFrom[row + 1] as number
    let nearby = 0
    for (let license = from; license < until; license++) {
      const held = licenses.issuerOf(license)
      if (held === state) {
        this.set(at.STATE, STATE.LICENSED, -Math.log2(until - from) - this.stateBits)
        return
      }
      if (nearby === 0 && areNeighbours(state, held)) nearby = held
    }
    if (nearby) this.set(at.STATE, STATE.NEIGHBOUR, -Math.log2(bordersOf(nearby) * (until - from)) - this.stateBits)
    else this.set(at.STATE, STATE.ELSEWHERE, -placesOfChoice - this.stateBits)
  }

  private compareCity({ cityId }: ReadClaim, row: number): void {
    const onFile = this.people.city[row] as number
    if (onFile < 0) return
    if (onFile !== cityId) {
      this.set(at.CITY, CITY.DIFFERENT, 0)
      return
    }
    const known = this.level[at.STATE] === STATE.LICENSED ? this.stateBits : 0
    this.set(at.CITY, CITY.EXACT, Math.max(0, known - this.cityBits))
  }
}
