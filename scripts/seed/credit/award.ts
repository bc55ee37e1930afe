import type { CertifyingBoardCode, CreditTypeCode } from '../../../subgraphs/reference/certifying-boards.js'
import type { LicensingState } from '../../../subgraphs/reference/license-formats.js'
import type { Activity } from '../activity/activity.js'
import type { DayNumber } from '../day.js'

interface PartBase {
  partId: string
  quarters: number
}

export interface CmePart extends PartBase {
  kind: 'CME'
  licensingState: LicensingState
}

export interface MocPart extends PartBase {
  kind: 'MOC'
  board: CertifyingBoardCode
  /** Tells apart what may stand side by side on one day (L23, L24). */
  distinction: string
  lines: readonly { creditType: CreditTypeCode; quarters: number }[]
  /** What the board said, and when; none while it has not answered. */
  answer?: { atMs: number; rejection?: string }
}

export type CreditPart = CmePart | MocPart

/** One completion with its parts. */
export interface Award {
  completionId: string
  activity: Activity
  completedOn: DayNumber
  recordedAtMs: number
  parts: readonly CreditPart[]
}

/** All completions of one physician. */
export interface History {
  learnerId: string
  awards: readonly Award[]
}
