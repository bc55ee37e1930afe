import { type CertifyingBoard, certifyingBoards, creditTypeLabels } from '../../reference/certifying-boards.js'
import type { Issue } from '../../shared/upload/issue.js'
import type { ActivityFacts, RegistrationFacts } from '../owners/owners.js'
import type { Facts } from './facts.js'
import { issue, printQuarters } from './issue.js'
import { isWithin, outside } from './judge-activity.js'
import { identifyByBoard, identifyByLicense } from './judge-identity.js'
import type { LivePart } from './live-parts.js'
import { claimKey, type RefusedRecord } from './refused-points.js'
import type { CmeClaim, MocClaim, Submission } from './submission.js'
import type { AwardedPart } from './verdict.js'

type DraftPart = Omit<AwardedPart, 'completionId' | 'partId'>

/** What became of one part of a row: a part to award, a duplicate of one that is there, or neither. */
export interface PartVerdict {
  issues: Issue[]
  learnerId?: string
  draft?: DraftPart
  /** The record that says the same already, whether it counts or its board has rejected it. */
  duplicateOf?: RefusedRecord
  /** CME that only followed from points, and gives way to what the row reports (L42). */
  replaces?: LivePart
}

/** Judges the CME part alone (L12 to L14, L25 to L27, L42). */
export function judgeCme(row: Submission, claim: CmeClaim, activity: ActivityFacts, facts: Facts): PartVerdict {
  const stops = isWithin(row.completedOn, activity.startsOn, activity.endsOn)
    ? []
    : [outside(row, activity, activity.endsOn)]
  const identity = identifyByLicense(row, facts)
  if (!identity.learnerId || stops.length)
    return { issues: [...stops, ...identity.issues], learnerId: identity.learnerId }

  const draft: DraftPart = {
    ...placeOf(row, identity.learnerId),
    kind: 'CME',
    boardCode: '',
    distinction: '',
    quarters: claim.quarters,
    status: 'ACCEPTED',
    licensingState: claim.state,
    lines: [],
  }
  const replaces = facts.live.following(draft)
  const over = exceeds(draft, activity.quarters, facts, replaces)
  return { ...settle(draft, identity.issues, over ? [over] : [], facts, replaces), replaces }
}

/** Judges the MOC part alone (L17 to L24, L35, L36). */
export function judgeMoc(row: Submission, claim: MocClaim, activity: ActivityFacts, facts: Facts): PartVerdict {
  const board: CertifyingBoard = certifyingBoards[claim.board]
  const registration = activity.registrations.find(({ boardCode }) => boardCode === claim.board)
  if (!registration)
    return { issues: [issue('ACTIVITY_NOT_MOC_REGISTERED', 'certifyingBoard', { board: claim.board })] }
  const stops = [...wrongLines(claim, registration), ...wrongDay(row, claim, board)]
  if (board.boardIdRequired && !claim.boardId)
    stops.push(issue('BOARD_ID_MISSING', 'certifyingBoardId', { board: claim.board }))
  if (stops.length) return { issues: stops }
  const found = identifyByBoard(row, claim, facts)
  const identity = { ...found, issues: [...found.issues, ...afterWishedDay(row, claim, board, facts.today)] }
  if (!identity.learnerId) return { issues: identity.issues }

  const draft: DraftPart = {
    ...placeOf(row, identity.learnerId),
    kind: 'MOC',
    boardCode: claim.board,
    distinction: distinctionOf(claim, board, activity),
    quarters: claim.quarters,
    status: 'PENDING',
    licensingState: null,
    lines: claim.lines,
  }
  const refused = facts.live.same(draft) ? undefined : facts.refusedPoints.get(claimKey(identity.learnerId, row, claim))
  if (refused)
    return { issues: [...identity.issues, rejectedBefore(claim)], learnerId: refused.learnerId, duplicateOf: refused }
  return settle(draft, identity.issues, exceedsPoints(draft, registration, board, facts), facts)
}

const rejectedBefore = ({ board }: MocClaim) => issue('BOARD_REJECTED', 'certifyingBoard', { board })

const placeOf = ({ activityId, completedOn }: Submission, learnerId: string) => ({ learnerId, activityId, completedOn })

function settle(draft: DraftPart, warnings: Issue[], stops: Issue[], facts: Facts, replaces?: LivePart): PartVerdict {
  const { learnerId } = draft
  const duplicateOf = facts.live.same(draft)
  if (duplicateOf && duplicateOf !== replaces)
    return { issues: [...warnings, issue('DUPLICATE_COMPLETION')], learnerId, duplicateOf }
  return stops.length ? { issues: [...warnings, ...stops], learnerId } : { issues: warnings, learnerId, draft }
}

/** All that a learner earns of an activity is at most what it awards, over all days (L26, L27). */
function exceeds(draft: DraftPart, limit: number, facts: Facts, replaces?: LivePart): Issue | undefined {
  const had = sumOf(facts.live.of(draft.learnerId, draft.activityId), 'CME', '') - (replaces?.quarters ?? 0)
  if (had + draft.quarters <= limit) return undefined
  return issue('CREDITS_EXCEED_ACTIVITY', 'cmeCredits', {
    value: printQuarters(had + draft.quarters),
    limit: printQuarters(limit),
    left: printQuarters(Math.max(0, limit - had)),
  })
}

function exceedsPoints(
  draft: DraftPart,
  { quarters, boardCode }: RegistrationFacts,
  board: CertifyingBoard,
  facts: Facts,
): Issue[] {
  const sameDay = facts.live
    .of(draft.learnerId, draft.activityId)
    .filter(({ completedOn }) => completedOn === draft.completedOn)
  const had = board.separateCreditType ? sumOf(sameDay, 'MOC', boardCode) : 0
  if (had + draft.quarters <= quarters) return []
  const words = { value: printQuarters(had + draft.quarters), limit: printQuarters(quarters), board: boardCode }
  return [issue('POINTS_EXCEED_REGISTRATION', 'totalBoardCredits', words)]
}

const sumOf = (parts: readonly LivePart[], kind: LivePart['kind'], boardCode: string) =>
  parts.reduce((sum, part) => (part.kind === kind && part.boardCode === boardCode ? sum + part.quarters : sum), 0)

function wrongLines(claim: MocClaim, registration: RegistrationFacts): Issue[] {
  return claim.lines.flatMap(({ creditType, quarters }) => {
    const label = creditTypeLabels[creditType]
    if (!registration.creditTypes.includes(creditType)) {
      const registered = registration.creditTypes.map(labelOf).join(', ')
      return [issue('CREDIT_TYPE_NOT_REGISTERED', 'creditType', { board: claim.board, value: label, registered })]
    }
    if (quarters <= claim.quarters) return []
    const words = { value: printQuarters(quarters), type: label, limit: printQuarters(claim.quarters) }
    return [issue('CREDIT_LINE_EXCEEDS_TOTAL', 'creditTypeCredits', words)]
  })
}

function wrongDay(row: Submission, claim: MocClaim, board: CertifyingBoard): Issue[] {
  if (!board.completionsFrom || row.completedOn >= board.completionsFrom) return []
  return [issue('BOARD_DATE_TOO_EARLY', 'completionDate', { board: claim.board, from: board.completionsFrom })]
}

/** A board that once wanted reports by a day of the completion’s year still takes them later (L35). */
function afterWishedDay(row: Submission, claim: MocClaim, { wishedBy }: CertifyingBoard, today: string): Issue[] {
  const year = row.completedOn.slice(0, 4)
  if (!wishedBy || today <= `${year}-${wishedBy}`) return []
  return [
    issue('REPORTED_AFTER_BOARD_DAY', 'completionDate', {
      board: claim.board,
      year,
      until: `${wishedBy.replace('-', '/')}/${year}`,
    }),
  ]
}

/** What lets several records of one day stand side by side: safety or not for ABA (L24), the lines for ABP journals (L23). */
function distinctionOf(claim: MocClaim, board: CertifyingBoard, activity: ActivityFacts): string {
  if (board.severalADayFormats?.includes(activity.activityFormat ?? '')) {
    return claim.lines.map(({ creditType, quarters }) => `${creditType}:${quarters}`).join(' ')
  }
  return claim.lines.find(({ creditType }) => creditType === board.separateCreditType)?.creditType ?? ''
}

const labelOf = (code: string) => Object.entries(creditTypeLabels).find(([known]) => known === code)?.[1] ?? code
