import type { Comparison } from './compare/comparison.js'
import { at } from './compare/sheet.js'
import { codesOf, levels, offLevels } from './model/levels.js'
import type { ReadClaim } from './read-claim.js'
import type { Requirement, Requirements } from './requirements.js'
import { type ComparedField, comparedFields, type FieldEvidence } from './types.js'

const [NPI, LICENSE, BOARD_ID, LAST, FIRST, MIDDLE, SUFFIX, BIRTHDATE, STATE, EMAIL] = [
  codesOf('NPI'),
  codesOf('LICENSE'),
  codesOf('BOARD_ID'),
  codesOf('LAST_NAME'),
  codesOf('FIRST_NAME'),
  codesOf('MIDDLE_NAME'),
  codesOf('SUFFIX'),
  codesOf('BIRTHDATE'),
  codesOf('STATE'),
  codesOf('EMAIL'),
]

/** What one candidate’s comparison came to, kept after the arrays of the comparison serve the next one. */
export interface Weighed {
  row: number
  bits: number
  level: readonly number[]
  fieldBits: readonly number[]
}

export function keep(row: number, bits: number, comparison: Comparison): Weighed {
  const level = noLevels.slice()
  const fieldBits = noBits.slice()
  for (let field = 0; field < level.length; field++) {
    const code = comparison.sheet.level[field] as number
    if (code === 0) continue
    level[field] = code
    fieldBits[field] = comparison.bitsOf(field)
  }
  return { row, bits, level, fieldBits }
}

const noLevels = comparedFields.map(() => 0)
/** Fractions from the start, so that no copy has to be made into a list of fractions later. */
const noBits = comparedFields.map(() => 0.5).fill(0)

const levelOf = ({ level }: Weighed, field: ComparedField) => level[at[field]] as number

const levelNames: readonly (readonly string[])[] = comparedFields.map((field) => levels[field])

/** What each field contributed, as a waterfall shows it. */
export function evidenceOf({ level: codes, fieldBits }: Weighed): FieldEvidence[] {
  const evidence: FieldEvidence[] = []
  for (let place = 0; place < codes.length; place++) {
    const level = levelNames[place]?.[(codes[place] as number) - 1]
    if (level) evidence.push({ field: comparedFields[place] as ComparedField, level, bits: fieldBits[place] as number })
  }
  return evidence
}

/** True when an identifier agrees to the letter. */
export const hasIdentifier = (weighed: Weighed) =>
  levelOf(weighed, 'NPI') === NPI.EXACT ||
  levelOf(weighed, 'LICENSE') === LICENSE.EXACT ||
  levelOf(weighed, 'LICENSE') === LICENSE.OTHER_STATE ||
  levelOf(weighed, 'BOARD_ID') === BOARD_ID.EXACT

/** True when an identifier and the birthday agree to the letter, and neither name does at all. */
export const isKnownByNumberAlone = (weighed: Weighed) =>
  hasIdentifier(weighed) &&
  levelOf(weighed, 'BIRTHDATE') === BIRTHDATE.EXACT &&
  levelOf(weighed, 'LAST_NAME') === LAST.DIFFERENT &&
  levelOf(weighed, 'FIRST_NAME') === FIRST.DIFFERENT

/** Numbers that somebody else has on file where they were given. */
export interface Strangers {
  npi: boolean
  license: boolean
  boardId: boolean
}

export interface Circumstances {
  requirements: Requirements
  strangers: Strangers
  /** Numbers that were given and that nobody on file has. */
  unknown: readonly ComparedField[]
  /** Others share last name, birthday and state. */
  hasTwin: boolean
  /** How many people everything fits that was given. */
  fitting: number
  /** Somebody who may be meant was not looked at, since too many people share what was given. */
  isCut: boolean
  /** They share what points at them most. */
  isCrowd: boolean
}

interface Rule {
  name: string
  isBroken: (weighed: Weighed, circumstances: Circumstances) => boolean
}

/** The rules above the posterior: few, by name, each a reason for a person to look. */
const vetoes: Record<string, Rule['isBroken']> = {
  NPI_CONFLICT: (weighed, { strangers }) =>
    (strangers.npi && levelOf(weighed, 'NPI') !== NPI.EXACT) || levelOf(weighed, 'NPI') === NPI.DIFFERENT,
  LICENSE_CONFLICT: (weighed, { strangers }) => {
    const level = levelOf(weighed, 'LICENSE')
    if (level === LICENSE.EXACT || hasOtherIdentifier(weighed)) return strangers.license && level === LICENSE.DIFFERENT
    return (strangers.license && level !== LICENSE.ONE_EDIT) || level === LICENSE.DIFFERENT
  },
  BOARD_ID_CONFLICT: (weighed, { strangers }) => {
    const level = levelOf(weighed, 'BOARD_ID')
    if (level === BOARD_ID.EXACT || hasIdentifier(weighed)) return strangers.boardId && level === BOARD_ID.DIFFERENT
    return strangers.boardId || level === BOARD_ID.DIFFERENT
  },
  LICENSE_OF_OTHER_STATE: (weighed, { requirements }) =>
    requirements.licenseOfState === true &&
    levelOf(weighed, 'LICENSE') === LICENSE.OTHER_STATE &&
    levelOf(weighed, 'STATE') === STATE.LICENSED &&
    !hasOtherIdentifier(weighed),
  MIDDLE_NAME_CONFLICT: (weighed) =>
    levelOf(weighed, 'MIDDLE_NAME') === MIDDLE.DIFFERENT && !(hasIdentifier(weighed) && agreesInAll(weighed)),
  SUFFIX_CONFLICT: (weighed) => levelOf(weighed, 'SUFFIX') === SUFFIX.DIFFERENT,
  BIRTHDATE_SWAPPED: (weighed) => levelOf(weighed, 'BIRTHDATE') === BIRTHDATE.SWAPPED,
  TOO_LITTLE_AGREES: (weighed, { requirements }) => {
    const requirement = requirementOn(weighed, requirements)
    return !requirement?.some((fields) => fields.every((field) => agrees(weighed, field)))
  },
  ANOTHER_FITS_TOO: (weighed, { fitting }) =>
    fitting > 1 && fits(weighed) && !hasIdentifier(weighed) && levelOf(weighed, 'EMAIL') !== EMAIL.EXACT,
  TWIN: (weighed, { hasTwin }) =>
    hasTwin && levelOf(weighed, 'FIRST_NAME') >= FIRST.DROPPED_OR_TRANSPOSED && !hasIdentifier(weighed),
  TOO_MANY_ALIKE: (_, { isCut }) => isCut,
}

/** True for rules that another field would settle, rather than a correction of one that was given. */
export const isAmbiguity = (veto: string) => veto === 'TWIN' || veto === 'ANOTHER_FITS_TOO' || veto === 'TOO_MANY_ALIKE'

export function vetoesOf(weighed: Weighed, circumstances: Circumstances): string[] {
  const broken: string[] = []
  for (let place = 0; place < rules.length; place++) {
    const rule = rules[place] as Rule
    if (rule.isBroken(weighed, circumstances)) broken.push(rule.name)
  }
  return broken
}

const rules: readonly Rule[] = Object.entries(vetoes).map(([name, isBroken]) => ({ name, isBroken }))

/** The names of all these rules. */
export const vetoNames: readonly string[] = rules.map(({ name }) => name)

const hasOtherIdentifier = (weighed: Weighed) =>
  levelOf(weighed, 'NPI') === NPI.EXACT || levelOf(weighed, 'BOARD_ID') === BOARD_ID.EXACT

/** What has to agree, by the best that the candidate is known by. */
function requirementOn(weighed: Weighed, { withIdentifier, withEmail, without }: Requirements) {
  if (hasIdentifier(weighed)) return withIdentifier
  return levelOf(weighed, 'EMAIL') === EMAIL.EXACT ? (withEmail ?? without) : without
}

type Required = Requirement[number][number]

/** A name agrees unless it is another one, and an initial only beside the birthday; a birthday agrees only to the day, or by an e-mail address where it is missing. */
function agrees(weighed: Weighed, field: Required): boolean {
  const level = levelOf(weighed, field)
  if (field === 'BIRTHDATE') {
    return level === BIRTHDATE.EXACT || (level === 0 && levelOf(weighed, 'EMAIL') === EMAIL.EXACT)
  }
  if (field === 'LAST_NAME') return level !== 0 && level !== LAST.DIFFERENT
  if (level === FIRST.INITIAL) return levelOf(weighed, 'BIRTHDATE') === BIRTHDATE.EXACT
  return level !== 0 && level !== FIRST.DIFFERENT
}

const agreesInAll = (weighed: Weighed) =>
  agrees(weighed, 'FIRST_NAME') && agrees(weighed, 'LAST_NAME') && agrees(weighed, 'BIRTHDATE')

/** True for people who are told apart by their first name alone. */
export const isTwinLike = (weighed: Weighed) =>
  isFamily(levelOf(weighed, 'LAST_NAME')) &&
  levelOf(weighed, 'BIRTHDATE') === BIRTHDATE.EXACT &&
  levelOf(weighed, 'STATE') === STATE.LICENSED

/** True when names, birthday and state are as on file, and nothing else that was given contradicts it. */
export const fitsEverything = (weighed: Weighed) =>
  levelOf(weighed, 'LAST_NAME') === LAST.EXACT &&
  levelOf(weighed, 'FIRST_NAME') === FIRST.EXACT &&
  levelOf(weighed, 'BIRTHDATE') <= BIRTHDATE.EXACT &&
  levelOf(weighed, 'STATE') <= STATE.LICENSED &&
  levelOf(weighed, 'MIDDLE_NAME') !== MIDDLE.DIFFERENT &&
  levelOf(weighed, 'SUFFIX') !== SUFFIX.DIFFERENT

/** True when all that was said of somebody fits, be it through a nickname, an initial or a former name; people have several cities. */
export const fits = (weighed: Weighed) =>
  waysToSayLast.includes(levelOf(weighed, 'LAST_NAME')) &&
  waysToSayFirst.includes(levelOf(weighed, 'FIRST_NAME')) &&
  levelOf(weighed, 'BIRTHDATE') <= BIRTHDATE.EXACT &&
  levelOf(weighed, 'STATE') <= STATE.LICENSED &&
  levelOf(weighed, 'MIDDLE_NAME') !== MIDDLE.DIFFERENT &&
  levelOf(weighed, 'SUFFIX') !== SUFFIX.DIFFERENT &&
  levelOf(weighed, 'NPI') <= NPI.EXACT &&
  levelOf(weighed, 'LICENSE') <= LICENSE.EXACT &&
  levelOf(weighed, 'BOARD_ID') <= BOARD_ID.EXACT

const waysToSayLast: readonly number[] = [LAST.EXACT, LAST.FORMER]
const waysToSayFirst: readonly number[] = [FIRST.EXACT, FIRST.PART, FIRST.NICKNAME, FIRST.RELATED, FIRST.INITIAL]

const isFamily = (level: number) => level !== 0 && level <= LAST.PART

/** True when the field was given, and the file has it too. */
export const isCompared = (weighed: Weighed, field: ComparedField) => levelOf(weighed, field) !== 0

/** What twins do not have in common. */
const ownOfTwins = ['NPI', 'LICENSE', 'BOARD_ID', 'FIRST_NAME', 'MIDDLE_NAME', 'EMAIL'] as const

/**
 * Bits by which the claim is about this person rather than about a twin of his or hers who is not on file: of the same
 * last name, birthday and place, and never of the same first name.
 */
export function bitsAgainstTwin(weighed: Weighed): number {
  const isKin = isFamily(levelOf(weighed, 'LAST_NAME')) && levelOf(weighed, 'BIRTHDATE') === BIRTHDATE.EXACT
  if (!isKin || levelOf(weighed, 'FIRST_NAME') <= FIRST.PART) return Number.POSITIVE_INFINITY
  return ownOfTwins.reduce((bits, field) => bits + (weighed.fieldBits[at[field]] as number), 0)
}

/** The given fields that contradict the file, the one that speaks most against first; a day that no calendar has is one. */
export const offFields = (weighed: Weighed, { day, isDayGiven }: Pick<ReadClaim, 'day' | 'isDayGiven'>) =>
  comparedFields
    .filter((field) => {
      if (field === 'BIRTHDATE' && day === 0) return isDayGiven
      const off: readonly string[] = offLevels[field]
      return off.includes(levels[field][levelOf(weighed, field) - 1] ?? '')
    })
    .sort((one, other) => severity(weighed, one) - severity(weighed, other))

/** Bits beside those of agreement: a slip in a number is as much off as a slip in a name. */
const severity = (weighed: Weighed, field: ComparedField) => weighed.fieldBits[at[field]] as number
