import { codesOf, levels } from '../model/levels.js'
import type { Model } from '../model/weights.js'
import type { NameTokens } from '../names/name-token.js'
import type { ReadClaim, Reading } from '../read-claim.js'
import type { Frequencies } from '../table/frequencies.js'
import type { PeopleTable } from '../table/people-table.js'
import { comparedFields } from '../types.js'
import { CircumstanceComparison } from './compare-circumstances.js'
import { NameComparison, type NameShares } from './compare-names.js'
import { NumberComparison } from './compare-numbers.js'
import { at, Sheet } from './sheet.js'

const [ORDER, LAST, FIRST, BIRTHDATE] = [
  codesOf('NAME_ORDER'),
  codesOf('LAST_NAME'),
  codesOf('FIRST_NAME'),
  codesOf('BIRTHDATE'),
]

const levelsPerField = 1 + Math.max(...Object.values(levels).map(({ length }) => length))

/**
 * Compares a claim with people on file, one at a time. Each field is left on the sheet with its level and its gain; the
 * weight of the level comes on top.
 */
export class Comparison {
  readonly sheet = new Sheet()
  /** log2 of the weight of each level, the levels of a field side by side. */
  private readonly logs = new Float64Array(comparedFields.length * levelsPerField)
  private readonly numbers: NumberComparison
  private readonly names: NameComparison
  private readonly circumstances: CircumstanceComparison
  private readonly shares: readonly NameShares[] = [0, 1].map(() => ({ familyBits: 0, firstBits: 0, pairBits: 0 }))
  private readonly orderGain = [0, 0]
  private claim: ReadClaim | undefined
  /** The row whose numbers and circumstances are on the sheet; they are the same however the names are read. */
  private met = -1

  constructor(
    private readonly people: PeopleTable,
    tokens: NameTokens,
    private readonly frequencies: Frequencies,
    { agreement }: Model,
  ) {
    comparedFields.forEach((field, place) => {
      const weights: Readonly<Record<string, number>> = agreement[field]
      levels[field].forEach((level, nth) => {
        this.logs[place * levelsPerField + nth + 1] = Math.log2(weights[level] as number)
      })
    })
    this.numbers = new NumberComparison(people, this.sheet)
    this.names = new NameComparison(people, tokens, frequencies, this.sheet)
    const defaultDays = this.logOf(at.BIRTHDATE, BIRTHDATE.FIRST_OF_JANUARY)
    this.circumstances = new CircumstanceComparison(people, frequencies, this.sheet, defaultDays)
  }

  /** Takes a claim up: what does not depend on the person is worked out once. */
  begin(claim: ReadClaim, licenseHolders: number): void {
    const { frequencies } = this
    this.claim = claim
    this.met = -1
    this.numbers.begin(licenseHolders)
    this.circumstances.begin(claim)
    let anybody = 0
    for (let index = 0; index < claim.readings.length; index++) {
      const { family, given, isSwapped } = claim.readings[index] as Reading
      const shares = this.sharesOf(index)
      shares.familyBits = family ? frequencies.family(family.id) : 0
      shares.firstBits = given ? frequencies.first(given.firstId) : 0
      shares.pairBits =
        family && given ? frequencies.pair(family.id, given.firstId) : shares.familyBits + shares.firstBits
      anybody += 2 ** (shares.pairBits + this.logOf(at.NAME_ORDER, isSwapped ? ORDER.SWAPPED : ORDER.AS_GIVEN))
    }
    const rarity = Math.log2(anybody)
    for (let index = 0; index < claim.readings.length; index++) {
      this.orderGain[index] = this.sharesOf(index).pairBits - rarity
    }
  }

  /** log2 of how much likelier the claim is, so read, for this person than for a stranger. */
  weigh(row: number, place: number): number {
    const { claim, sheet } = this
    if (!claim) throw new Error('Begin with a claim.')
    if (row !== this.met) this.meet(claim, row)
    const reading = this.readingOf(place)
    sheet.clearNames()
    if (reading.family && reading.given) {
      const order = reading.isSwapped ? ORDER.SWAPPED : ORDER.AS_GIVEN
      sheet.set(at.NAME_ORDER, order, this.orderGain[place] as number)
    }
    this.names.compare(claim, reading, row, this.sharesOf(place))
    let bits = 0
    for (let field = 0; field < sheet.level.length; field++) bits += this.bitsOf(field)
    return bits
  }

  private meet(claim: ReadClaim, row: number): void {
    this.met = row
    this.sheet.clear()
    this.numbers.compare(claim, row)
    this.circumstances.compare(claim, row, this.numbers.bits)
  }

  /**
   * Bits by which the names of the person compared last speak too much for him or her. Whatever slip or habit turned
   * them into what was typed, it does the same to strangers of the same name, and of any other name that it may have
   * been: no more can speak for the person than all those names together are rare.
   */
  excess(row: number, reading: number): number {
    const family = this.people.family(row)
    const first = this.people.first(row)
    const last = this.sheet.level[at.LAST_NAME] as number
    const isAsOnFile =
      last === LAST.EXACT &&
      this.sheet.level[at.FIRST_NAME] === FIRST.EXACT &&
      this.sheet.level[at.NAME_ORDER] === ORDER.AS_GIVEN
    if (isAsOnFile || last === 0 || family < 0 || first < 0) return 0
    const most = -this.names.rarityOfAll(family, first, this.readingOf(reading))
    const excess = this.bitsOf(at.NAME_ORDER) + this.bitsOf(at.LAST_NAME) + this.bitsOf(at.FIRST_NAME) - most
    if (excess <= 0) return 0
    const bent = last === LAST.EXACT ? at.FIRST_NAME : at.LAST_NAME
    this.sheet.gain[bent] = (this.sheet.gain[bent] as number) - excess
    return excess
  }

  /** The bits of one field of the person compared last. */
  bitsOf(field: number): number {
    const level = this.sheet.level[field] as number
    return level === 0 ? 0 : this.logOf(field, level) + (this.sheet.gain[field] as number)
  }

  private logOf(field: number, level: number): number {
    return this.logs[field * levelsPerField + level] as number
  }

  private sharesOf(place: number): NameShares {
    return this.shares[place] as NameShares
  }

  private readingOf(place: number): Reading {
    return this.claim?.readings[place] as Reading
  }
}
