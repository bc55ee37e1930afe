import { areNicknames } from '../../reference/nicknames.js'
import type { Candidate } from './candidate.js'
import type { ReadClaim } from './claim.js'
import { type ComparedField, comparedFields, type Rule } from './match-rules.js'
import { ClaimField } from './match-types.js'
import type { GivenName } from './person-name.js'

/** How far a given field agrees with the file. UNDECIDED: what was given says too little, as an initial does. */
export type Level = 'EXACT' | 'VARIANT' | 'UNDECIDED' | 'DIFFERENT'

export interface Agreement {
  levels: Record<ComparedField, Level>
  /** Fields whose disagreement no identifier outweighs (I04, I06). */
  vetoes: ComparedField[]
}

/** Compares a claim with one physician, field by field. */
export function compare(claim: ReadClaim, candidate: Candidate): Agreement {
  const vetoes: ComparedField[] = []
  if (claim.suffix && candidate.suffix && claim.suffix !== candidate.suffix) vetoes.push(ClaimField.LAST_NAME)
  if (isSwapped(claim, candidate)) vetoes.push(ClaimField.BIRTHDATE)
  return {
    levels: {
      FIRST_NAME: givenNameLevel(claim.given, candidate),
      LAST_NAME: familyNameLevel(claim, candidate),
      BIRTHDATE: isSameDay(claim, candidate) ? 'EXACT' : 'DIFFERENT',
    },
    vetoes,
  }
}

/** True when nothing forbids the match and one combination of the rule agrees altogether. */
export const satisfies = ({ levels, vetoes }: Agreement, rule: Rule) =>
  vetoes.length === 0 && rule.some((fields) => fields.every((field) => agrees(levels[field])))

/** The compared fields that contradict the file. */
export const contradicting = ({ levels, vetoes }: Agreement) =>
  comparedFields.filter((field) => levels[field] === 'DIFFERENT' || vetoes.includes(field))

/** True when last name or birthday speak for this physician. */
export const resembles = ({ levels }: Agreement) => agrees(levels.LAST_NAME) || agrees(levels.BIRTHDATE)

export const areNamesExact = ({ levels }: Agreement) => levels.FIRST_NAME === 'EXACT' && levels.LAST_NAME === 'EXACT'

const agrees = (level: Level) => level === 'EXACT' || level === 'VARIANT'

interface Birthday {
  birthMonth: number
  birthDay: number
}

const isSameDay = (one: Birthday, other: Birthday) =>
  one.birthMonth === other.birthMonth && one.birthDay === other.birthDay

/** Month and day the wrong way round tell of a column that was read wrongly, so the whole file wants a look. */
const isSwapped = (one: Birthday, other: Birthday) =>
  !isSameDay(one, other) && one.birthMonth === other.birthDay && one.birthDay === other.birthMonth

function givenNameLevel({ key, first, middle }: GivenName, { given, middleKey }: Candidate): Level {
  const ownMiddle = middleKey ?? ''
  if (key.length > 1 && (key === given.key || key === given.key + ownMiddle)) return 'EXACT'
  if (first.length < 2 || given.first.length < 2) {
    return first.startsWith(given.first) || given.first.startsWith(first) ? 'UNDECIDED' : 'DIFFERENT'
  }
  if (first === given.key && middleFits(middle, ownMiddle)) return 'EXACT'
  if (!middleFits(middle, given.middle + ownMiddle)) return 'DIFFERENT'
  if (first === given.first) return middle ? 'EXACT' : 'VARIANT'
  return areNicknames(first, given.first) ? 'VARIANT' : 'DIFFERENT'
}

/** A middle name or initial may be missing on either side, but not contradict. */
const middleFits = (claimed: string, onFile: string) =>
  claimed.startsWith(onFile) || onFile.startsWith(claimed) || areNicknames(claimed, onFile)

function familyNameLevel({ family }: ReadClaim, { familyNames }: Candidate): Level {
  if (!family.key) return 'UNDECIDED'
  const kindsOf = (key: string) => familyNames.filter((name) => name.key === key).map(({ kind }) => kind)
  const kinds = kindsOf(family.key)
  if (kinds.includes('CURRENT')) return 'EXACT'
  if (kinds.length > 0) return 'VARIANT'
  const halves = family.parts.map(({ key }) => kindsOf(key))
  const areBothHalves = halves.length > 0 && halves.every((kinds) => kinds.includes('PART'))
  const isOneWhole = halves.some((kinds) => kinds.includes('CURRENT') || kinds.includes('FORMER'))
  return areBothHalves || isOneWhole ? 'VARIANT' : 'DIFFERENT'
}
