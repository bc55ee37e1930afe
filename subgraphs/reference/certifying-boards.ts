import type { ActivityFormat } from './activity.js'

/** MOC/CC credit types over all boards: our code → label. */
export const creditTypeLabels = {
  LL: 'Lifelong Learning',
  SA: 'Self-Assessment',
  IMP: 'Improvement in Medical Practice',
  PS: 'Patient Safety',
  MK: 'Medical Knowledge',
  PA: 'Practice Assessment',
  LLSA: 'Lifelong Learning and Self-Assessment',
  ACC_CME: 'Accredited CME',
  SAE: 'Self-Assessment Examination',
} as const

export type CreditTypeCode = keyof typeof creditTypeLabels

/** How the points of a registration relate to the AMA PRA credits of its activity. */
export type PointsRule =
  /** They are the same (M05). */
  | 'EQUAL'
  /** They are the same unless the provider sets them lower (M08). */
  | 'USUALLY_EQUAL'
  /** They can be lower, and are seldom higher (M07). */
  | 'AT_MOST'

export interface CertifyingBoard {
  name: string
  creditTypes: readonly CreditTypeCode[]
  boardIdRequired: boolean
  points: PointsRule
  /** Activities that begin before this day cannot be registered (M10). */
  activitiesFrom?: string
  /** Activities that end before this day cannot be registered (M11). */
  activeFrom?: string
  /** How many areas of the board’s content outline a registration names (M06). */
  outline?: { min: number; max: number }
  /** A credit type that is often chosen for content it is not meant for: right for these formats only. */
  oftenMistaken?: { creditType: CreditTypeCode; formats: readonly `${ActivityFormat}`[] }
  /** Completions before this day are refused (L36). */
  completionsFrom?: string
  /** The last day of its year, as `MM-DD`, by which the board would like to hear of a completion (L35). */
  wishedBy?: string
  /** Formats in which several records a day stand side by side (L23). */
  severalADayFormats?: readonly string[]
  /** Credit types that make a record its own kind, so that one with and one without may share a day (L24). */
  separateCreditType?: CreditTypeCode
  /** What those who report to the board need to know, in a sentence or two. */
  reportHint?: string
  /** False for a board that no longer takes part. */
  collaborating: boolean
}

const board = (
  name: string,
  creditTypes: readonly CreditTypeCode[],
  rules: Partial<CertifyingBoard> = {},
): CertifyingBoard => ({
  name,
  creditTypes,
  boardIdRequired: true,
  points: 'AT_MOST',
  collaborating: true,
  ...rules,
})

/** The certifying boards and their rules as data: a new board is a new line. */
export const certifyingBoards = {
  ABA: board('American Board of Anesthesiology', ['LL', 'PS'], {
    separateCreditType: 'PS',
    points: 'EQUAL',
    outline: { min: 1, max: 2 },
    reportHint:
      'Where only a part is patient safety, report two records for the day: one without Patient Safety, one with it.',
  }),
  ABIM: board('American Board of Internal Medicine', ['MK', 'PS', 'PA'], {
    oftenMistaken: { creditType: 'PA', formats: ['PI'] },
    reportHint: 'Points may be fewer than the CME credits where only some sessions count.',
  }),
  ABO: board('American Board of Ophthalmology', ['LL', 'SA', 'IMP'], { collaborating: false }),
  ABOHNS: board('American Board of Otolaryngology – Head and Neck Surgery', ['PS', 'IMP', 'LL', 'SA']),
  ABOS: board('American Board of Orthopaedic Surgery', ['ACC_CME', 'SAE']),
  ABP: board('American Board of Pediatrics', ['LLSA'], {
    severalADayFormats: ['JOURNAL'],
    wishedBy: '12-01',
    reportHint: 'One record a day; journal-based activities may have several.',
    points: 'USUALLY_EQUAL',
  }),
  ABPATH: board('American Board of Pathology', ['IMP', 'SA', 'LL']),
  ABPMR: board('American Board of Physical Medicine and Rehabilitation', ['ACC_CME', 'SA', 'IMP'], {
    activitiesFrom: '2025-01-01',
  }),
  ABS: board('American Board of Surgery', ['ACC_CME', 'SA'], {
    boardIdRequired: false,
    activeFrom: '2021-03-01',
    completionsFrom: '2021-03-01',
    reportHint: 'For completions from 1 March 2021 on. The ID may be left out.',
  }),
  ABTS: board('American Board of Thoracic Surgery', ['ACC_CME', 'SA', 'PS']),
} as const satisfies Record<string, CertifyingBoard>

export type CertifyingBoardCode = keyof typeof certifyingBoards

/** The board with that code in any case, or undefined. */
export function parseCertifyingBoard(text: string): CertifyingBoardCode | undefined {
  const code = text.trim().toUpperCase()
  return code in certifyingBoards ? (code as CertifyingBoardCode) : undefined
}

const normal = (text: string) =>
  text
    .toUpperCase()
    .replace(/\((CME|PART [IVX]+|SAE)\)/g, '')
    .replace(/[^A-Z]/g, '')

const creditTypesByName = new Map(
  Object.entries(creditTypeLabels).flatMap(([code, label]) => [
    [normal(code), code as CreditTypeCode],
    [normal(label), code as CreditTypeCode],
  ]),
)
const shortNames: Record<string, CreditTypeCode> = {
  SELFASSESSMENTMODULE: 'SA',
  IMPROVEMENT: 'IMP',
  CME: 'ACC_CME',
}

/** The credit type with that code, label or short label (“Medical Knowledge (Part II)” too), or undefined. */
export function parseCreditType(text: string): CreditTypeCode | undefined {
  const key = normal(text)
  return creditTypesByName.get(key) ?? shortNames[key]
}
