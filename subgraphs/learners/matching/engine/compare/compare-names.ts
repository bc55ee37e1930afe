import { codesOf } from '../model/levels.js'
import { slipBetween } from '../names/distance.js'
import type { FamilyToken, GivenToken, NameTokens } from '../names/name-token.js'
import type { ReadClaim, Reading } from '../read-claim.js'
import type { Frequencies } from '../table/frequencies.js'
import { aliasKinds } from '../table/keys-of-person.js'
import type { PeopleTable } from '../table/people-table.js'
import { at, type Sheet } from './sheet.js'

const [LAST, FIRST, MIDDLE] = [codesOf('LAST_NAME'), codesOf('FIRST_NAME'), codesOf('MIDDLE_NAME')]

/** Kinds of slips to choose from, by letter of a name. */
const slipsPerLetter = { DROPPED_OR_TRANSPOSED: 4, ONE_EDIT: 40 }
/** log2 of how seldom two different names are similar. */
const similarity = 8
/** log2 of how many names a short form may stand for. */
const shortFormChoice = 1.7

/** log2 of how common names are, as they are read. */
export interface NameShares {
  familyBits: number
  firstBits: number
  pairBits: number
}

/** Compares last, first and middle name. */
export class NameComparison {
  private familyBits = 0
  private firstBits = 0

  constructor(
    private readonly people: PeopleTable,
    private readonly tokens: NameTokens,
    private readonly frequencies: Frequencies,
    private readonly sheet: Sheet,
  ) {}

  /** The shares of the two names, each by itself and both together, as they are read. */
  compare(
    claim: ReadClaim,
    { family, given }: Reading,
    row: number,
    { familyBits, firstBits, pairBits }: NameShares,
  ): void {
    this.familyBits = familyBits
    this.firstBits = firstBits
    if (family) this.compareFamily(family, row)
    if (given) this.compareGiven(given, row, pairBits, claim.middle)
    if (claim.middle) this.compareMiddle(claim, row, given)
  }

  /** log2 of the share of strangers whose names the same slips and habits turn into what was typed. */
  rarityOfAll(family: number, first: number, { family: familyToken, given }: Reading): number {
    const last = this.sheet.level[at.LAST_NAME]
    const level = this.sheet.level[at.FIRST_NAME]
    const isFamilySlip = last === LAST.DROPPED_OR_TRANSPOSED || last === LAST.ONE_EDIT
    const isFirstSlip = level === FIRST.DROPPED_OR_TRANSPOSED || level === FIRST.ONE_EDIT
    const isShort = level === FIRST.NICKNAME || level === FIRST.RELATED
    const families = isFamilySlip && familyToken ? this.tokens.familyNeighbours(familyToken) : [family]
    const firsts =
      given && isShort
        ? this.tokens.nicknames(given)
        : given && isFirstSlip
          ? this.tokens.givenNeighbours(given)
          : [first]
    let share = 2 ** this.frequencies.pair(family, first)
    for (const one of families) {
      for (const other of firsts) {
        if (one !== family || other !== first) share += 2 ** this.frequencies.pair(one, other)
      }
    }
    return Math.log2(share)
  }

  private compareFamily(token: FamilyToken, row: number): void {
    const { people, frequencies } = this
    const current = people.family(row)
    if (current >= 0 && current === token.id) {
      this.sheet.set(at.LAST_NAME, LAST.EXACT, -this.familyBits)
      return
    }
    let best: number = LAST.DIFFERENT
    let shared = token.id
    const isDouble = token.partIds.length > 1
    const { aliases } = people
    const from = people.aliasesFrom(row)
    const until = people.aliasesUntil(row)
    const hasOthers = until - from > 1 || current < 0
    if (!hasOthers) {
      best = token.partIds.includes(current) ? LAST.PART : this.tokens.familyLevel(token, current)
      shared = current
    }
    for (let alias = hasOthers ? from : until; alias < until; alias++) {
      const name = aliases.name(alias)
      let level: number
      if (name === token.id) level = aliases.kind(alias) === aliasKinds.FORMER ? LAST.FORMER : LAST.PART
      else if (token.partIds.includes(name))
        level = isDouble && aliases.kind(alias) === aliasKinds.PART ? LAST.SIMILAR : LAST.PART
      else if (aliases.kind(alias) === aliasKinds.PART) continue
      else level = this.tokens.familyLevel(token, name)
      if (level >= best) continue
      best = level
      shared = name
    }
    const middle = people.middle(row)
    if (best > LAST.MIDDLE && middle >= 0 && middle === token.id) best = LAST.MIDDLE
    const { key } = token.name
    if (best <= LAST.MIDDLE)
      this.sheet.set(at.LAST_NAME, best, best === LAST.PART ? -frequencies.family(shared) : -this.familyBits)
    else if (best === LAST.DROPPED_OR_TRANSPOSED) {
      this.sheet.set(
        at.LAST_NAME,
        best,
        -Math.log2(slipsPerLetter.DROPPED_OR_TRANSPOSED * key.length) - this.familyBits,
      )
    } else if (best === LAST.ONE_EDIT) {
      this.sheet.set(at.LAST_NAME, best, -Math.log2(slipsPerLetter.ONE_EDIT * key.length) - this.familyBits)
    } else this.sheet.set(at.LAST_NAME, best, best === LAST.SIMILAR ? similarity : 0)
  }

  private compareGiven(token: GivenToken, row: number, pairBits: number, typedMiddle: string): void {
    const { people } = this
    const first = people.first(row)
    const whole = people.given(row)
    const isSame =
      (token.firstId >= 0 && token.firstId === first && whole === first) || (token.id >= 0 && token.id === whole)
    if (isSame && token.name.first.length > 1) {
      const isPairOnFile = this.sheet.level[at.LAST_NAME] === LAST.EXACT
      this.sheet.set(at.FIRST_NAME, FIRST.EXACT, isPairOnFile ? this.familyBits - pairBits : -this.firstBits)
      return
    }
    if (first < 0) return
    if (token.firstId >= 0 && token.firstId === first && token.name.first.length > 1) {
      this.sheet.set(at.FIRST_NAME, FIRST.PART, -this.firstBits)
      return
    }
    const level = this.tokens.givenLevel(token, first)
    if (level > FIRST.MIDDLE && (this.isMiddle(token, row, typedMiddle) || this.isExchanged(token, row, typedMiddle)))
      return
    const { length } = token.name.first
    if (level === FIRST.INITIAL) this.sheet.set(at.FIRST_NAME, level, -this.frequencies.initial(token.name.first))
    else if (level === FIRST.NICKNAME || level === FIRST.RELATED) {
      this.sheet.set(at.FIRST_NAME, level, -shortFormChoice - this.firstBits)
    } else if (level === FIRST.DROPPED_OR_TRANSPOSED) {
      this.sheet.set(at.FIRST_NAME, level, -Math.log2(slipsPerLetter.DROPPED_OR_TRANSPOSED * length) - this.firstBits)
    } else if (level === FIRST.ONE_EDIT) {
      this.sheet.set(at.FIRST_NAME, level, -Math.log2(slipsPerLetter.ONE_EDIT * length) - this.firstBits)
    } else this.sheet.set(at.FIRST_NAME, level, level === FIRST.SIMILAR ? similarity : 0)
  }

  /**
   * True of people who go by their middle name, where the file has it in full. Whoever gives a middle name of his or her own
   * beside it, one that is not the first name on file, does not go by it.
   */
  private isMiddle({ firstId, name }: GivenToken, row: number, typedMiddle: string): boolean {
    const { people } = this
    if (firstId < 0 || name.first.length < 2 || people.middle(row) !== firstId) return false
    if (typedMiddle && !areAlike(typedMiddle, people.names.nameOf(people.first(row)))) return false
    this.sheet.set(at.FIRST_NAME, FIRST.MIDDLE, -this.firstBits)
    return true
  }

  /**
   * True of people who go by their middle name and give the first one behind it, where the file has only the initial of the
   * middle name: “John William” of William J.
   */
  private isExchanged({ name }: GivenToken, row: number, typedMiddle: string): boolean {
    const { people } = this
    const middle = people.middle(row)
    if (middle < 0 || name.first.length < 2 || typedMiddle.length < 2) return false
    const isInitial = people.names.nameOf(middle) === name.first.charAt(0)
    if (!isInitial || people.names.nameOf(people.first(row)) !== typedMiddle) return false
    this.sheet.set(at.FIRST_NAME, FIRST.MIDDLE, -this.frequencies.initial(name.first))
    return true
  }

  private compareMiddle({ middle, middleId }: ReadClaim, row: number, given: GivenToken | undefined): void {
    const { people, frequencies } = this
    const goesByMiddle = this.sheet.level[at.FIRST_NAME] === FIRST.MIDDLE
    const onFile = (goesByMiddle ? people.first(row) : people.middle(row)) as number
    if (onFile < 0) {
      const isOfFirst = given !== undefined && given.name.middle === middle && given.id === people.given(row)
      if (!isOfFirst && !this.isFamilyName(middleId, row)) this.sheet.set(at.MIDDLE_NAME, MIDDLE.NOT_ON_FILE, 0)
      return
    }
    const isWhole = middle.length > 1
    if (onFile === middleId && isWhole) {
      this.sheet.set(
        at.MIDDLE_NAME,
        MIDDLE.EXACT,
        -(goesByMiddle ? frequencies.first(onFile) : frequencies.middle(onFile)),
      )
      return
    }
    if (areAlike(middle, people.names.nameOf(onFile))) {
      this.sheet.set(at.MIDDLE_NAME, MIDDLE.INITIAL, -frequencies.initial(middle))
      return
    }
    if (goesByMiddle || this.isFamilyName(middleId, row)) return
    this.sheet.set(at.MIDDLE_NAME, MIDDLE.DIFFERENT, 0)
  }

  private isFamilyName(name: number, row: number): boolean {
    const { people } = this
    if (name < 0 || name === people.family(row)) return name >= 0
    for (let alias = people.aliasesFrom(row); alias < people.aliasesUntil(row); alias++) {
      if (people.aliases.name(alias) === name) return true
    }
    return false
  }
}

/** True when one may be written for the other: an initial, the beginning of a name, or a slip. */
function areAlike(typed: string, onFile: string): boolean {
  if (typed.startsWith(onFile) || onFile.startsWith(typed)) return true
  return typed.length > 1 && onFile.length > 1 && slipBetween(typed, onFile) !== undefined
}
