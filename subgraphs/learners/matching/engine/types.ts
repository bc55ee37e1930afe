/** A physician as the engine knows him or her. Text as it stands on file; the engine derives every key itself. */
export interface Person {
  personId: string
  givenName: string
  middleName?: string | null
  familyName: string
  suffix?: string | null
  /** Family names borne earlier, for example before marriage. */
  formerFamilyNames?: readonly string[]
  birthMonth: number
  birthDay: number
  npi?: string | null
  licenses: readonly PersonLicense[]
  certifications?: readonly { boardCode: string; boardId: string }[]
  /** Optional evidence, which the platform itself does not hold. */
  city?: string | null
  /** Optional evidence, which the platform itself does not hold. */
  email?: string | null
}

export interface PersonLicense {
  state: string
  number: string
  boardCode?: string
  /** The first and the last day on which it is in force, in days since 1970; absent where only the database can tell. */
  inForceFrom?: number
  inForceUntil?: number
}

/** What somebody says about a physician, as typed. Everything may be missing; what cannot be read counts as missing. */
export interface Claim {
  givenName?: string | null
  familyName?: string | null
  middleName?: string | null
  suffix?: string | null
  birthMonth?: number | null
  birthDay?: number | null
  /** Code or name of a state of licensure. */
  state?: string | null
  license?: string | null
  npi?: string | null
  boardId?: string | null
  /** Narrows the board id to one board; without it an id of any board counts. */
  boardCode?: string | null
  city?: string | null
  email?: string | null
}

/** What is compared, in the order of a waterfall. NAME_ORDER tells whether first and last name changed places. */
export const comparedFields = [
  'NPI',
  'LICENSE',
  'BOARD_ID',
  'NAME_ORDER',
  'LAST_NAME',
  'FIRST_NAME',
  'MIDDLE_NAME',
  'SUFFIX',
  'BIRTHDATE',
  'STATE',
  'CITY',
  'EMAIL',
] as const

export type ComparedField = (typeof comparedFields)[number]

export const decisionKinds = ['MATCHED', 'AMBIGUOUS', 'MISMATCH', 'NOT_FOUND'] as const
export type DecisionKind = (typeof decisionKinds)[number]

/** One bar of a waterfall. */
export interface FieldEvidence {
  field: ComparedField
  /** A level of the field in the model, for example EXACT or NICKNAME. */
  level: string
  /** log2 of how much likelier this level is for the same person than for anybody: positive speaks for, negative against. */
  bits: number
}

export interface ScoredCandidate {
  personId: string
  /** Posterior among all candidates and “nobody on file”, 0 to 1. */
  probability: number
  /** What was given on both sides, in the order of `comparedFields`. */
  evidence: FieldEvidence[]
  /** Rules that forbid a match by machine whatever the probability, by name; empty as a rule. */
  vetoes: string[]
}

export interface Decision {
  decision: DecisionKind
  /** The physician for MATCHED, and the likeliest one for MISMATCH. */
  personId?: string
  /** Posterior of the likeliest candidate; 0 without one. */
  probability: number
  /** The likeliest first, ties by id; for AMBIGUOUS everybody who is plausible, at most `maxCandidates`. */
  candidates: ScoredCandidate[]
  /** For AMBIGUOUS: the further field that would settle it best. */
  askedField?: ComparedField
  /** For MISMATCH: the given field that is off most. */
  namedField?: ComparedField
  /** For MISMATCH: all given fields that are off, worst first. For MATCHED: an NPI whose check digit is wrong (L15). */
  disagreeing?: ComparedField[]
  /** log2 of the odds that any one person on file is meant, before anything is compared; what a candidate weighs comes on top. */
  priorBits: number
  modelVersion: string
  dataVersion: string
}

export const operatingPoints = ['DEFAULT', 'BOLD'] as const
/** How sure is sure enough: DEFAULT attaches by machine, BOLD trades some wrong persons for recall. */
export type OperatingPoint = (typeof operatingPoints)[number]

export interface EngineOptions {
  /** Names the state of the file, for example the day of the license feeds; stored with every decision. */
  dataVersion: string
  operatingPoint?: OperatingPoint
}

/** At most this many candidates are listed in a decision. */
export const maxCandidates = 10
