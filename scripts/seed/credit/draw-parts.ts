import { type CertifyingBoard, certifyingBoards } from '../../../subgraphs/reference/certifying-boards.js'
import type { LicensingState } from '../../../subgraphs/reference/license-formats.js'
import type { Activity, Registration } from '../activity/activity.js'
import type { Career } from '../people/physician.js'
import type { Random } from '../random/random.js'
import { uuidAt } from '../random/uuid.js'
import type { CreditPart, MocPart } from './award.js'

const hourMs = 3_600_000

/** Why boards reject, in the words in which they answer. */
const rejections = [
  'The diplomate is not enrolled in continuing certification for this period.',
  'The id and the name do not belong to the same diplomate.',
  'The diplomate has already claimed points for this activity at the board.',
]

/** What one completion is about. */
export interface Occasion {
  activity: Activity
  career: Career
  state: LicensingState
  /** What the learner has earned by it. */
  quarters: number
  recordedAtMs: number
  /** No board answers later. */
  nowMs: number
}

/** Draws the parts of one record: CME, and MOC for each board that both the activity and the physician have. */
export function drawParts(random: Random, occasion: Occasion): CreditPart[] {
  const { activity, career, state, quarters, recordedAtMs } = occasion
  const boards = career.certifications.filter(({ isActive }) => isActive).map(({ board }) => board)
  const moc = activity.registrations
    .filter(({ board }) => boards.includes(board) && random.chance(0.9))
    .map((registration) => drawMocPart(random, occasion, registration))
  const isMocOnly = moc.length > 0 && random.chance(0.02)
  if (isMocOnly) return moc
  return [{ kind: 'CME', partId: uuidAt(recordedAtMs, random), quarters, licensingState: state }, ...moc]
}

function drawMocPart(
  random: Random,
  occasion: Occasion,
  { board, quarters: registered, creditTypes }: Registration,
): MocPart {
  const { activity, recordedAtMs, nowMs } = occasion
  const quarters = Math.min(occasion.quarters, registered)
  const lines = creditTypes
    .filter((_, index) => index === 0 || random.chance(0.6))
    .map((creditType) => ({ creditType, quarters }))
  const atMs = recordedAtMs + Math.round((2 + random.exponential(14)) * hourMs)
  const rejection = random.chance(0.018) ? random.pick(rejections) : undefined
  return {
    kind: 'MOC',
    partId: uuidAt(recordedAtMs, random),
    quarters,
    board,
    distinction: distinctionOf(certifyingBoards[board], activity, lines),
    lines,
    answer: atMs < nowMs ? { atMs, rejection } : undefined,
  }
}

function distinctionOf(board: CertifyingBoard, { format }: Activity, lines: MocPart['lines']): string {
  if (board.severalADayFormats?.includes(format))
    return lines.map(({ creditType, quarters }) => `${creditType}:${quarters}`).join(' ')
  return lines.find(({ creditType }) => creditType === board.separateCreditType)?.creditType ?? ''
}
