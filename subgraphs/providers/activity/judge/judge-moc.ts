import { mocAttestations } from '../../../reference/attestations.js'
import { type CertifyingBoard, certifyingBoards, creditTypeLabels } from '../../../reference/certifying-boards.js'
import { practiceAreas } from '../../../reference/practice-areas.js'
import { type ActivityIssue, issue } from './issue.js'
import { isAmount } from './judge-credit.js'
import type { JudgedActivity, JudgedRegistration } from './judged.js'

const boards: Readonly<Record<string, CertifyingBoard>> = certifyingBoards
const areasOf: Readonly<Record<string, readonly string[]>> = practiceAreas
const typeLabels: Readonly<Record<string, string>> = creditTypeLabels

/** Registrations for certifying boards: M01 to M14. */
export function judgeMoc(activity: JudgedActivity): ActivityIssue[] {
  const codes = activity.registrations.map(({ boardCode }) => boardCode)
  return activity.registrations.flatMap((registration, index) => {
    const { boardCode } = registration
    const board = Object.hasOwn(boards, boardCode) ? boards[boardCode] : undefined
    if (!board) return [issue('BOARD_UNKNOWN', 'mocRegistrations', { value: boardCode })]
    if (codes.indexOf(boardCode) !== index) return [issue('BOARD_TWICE', 'mocRegistrations', { board: boardCode })]
    return [
      ...judgeItself(registration, board),
      ...judgePoints(registration, board, activity),
      ...judgeWithActivity(registration, board, activity),
    ]
  })
}

const at = ({ boardCode }: JudgedRegistration, part?: string) =>
  `mocRegistrations.${boardCode}${part ? `.${part}` : ''}`

function judgeItself(registration: JudgedRegistration, board: CertifyingBoard): ActivityIssue[] {
  const { boardCode, pointQuarters, creditTypes, practiceAreas: areas, contentOutline, attestations } = registration
  const issues: ActivityIssue[] = []
  const allowed = board.creditTypes.map((type) => creditTypeLabels[type]).join(', ')
  const words = { board: boardCode, allowed }
  if (!isAmount(pointQuarters))
    issues.push(issue('POINTS_STEP', at(registration, 'points'), { value: Number(pointQuarters ?? 0) / 4 }))
  if (!creditTypes.length) issues.push(issue('CREDIT_TYPE_MISSING', at(registration, 'creditTypes'), words))
  for (const type of creditTypes)
    if (!(board.creditTypes as readonly string[]).includes(type))
      issues.push(
        issue('CREDIT_TYPE_NOT_OF_BOARD', at(registration, 'creditTypes'), {
          ...words,
          value: typeLabels[type] ?? type,
        }),
      )
  if (!areas.length) issues.push(issue('PRACTICE_AREA_MISSING', at(registration, 'practiceAreas'), words))
  for (const value of areas)
    if (!areasOf[boardCode]?.includes(value))
      issues.push(issue('PRACTICE_AREA_NOT_OF_BOARD', at(registration, 'practiceAreas'), { ...words, value }))
  const { min, max } = board.outline ?? { min: 0, max: 0 }
  if (!board.outline && contentOutline.length)
    issues.push(issue('OUTLINE_UNEXPECTED', at(registration, 'contentOutline'), words))
  else if (contentOutline.length < min || contentOutline.length > max || contentOutline.some(({ value }) => !value))
    issues.push(issue('OUTLINE_COUNT', at(registration, 'contentOutline'), { ...words, min, max }))
  const open = Object.keys(mocAttestations).filter(
    (undertaking) => !attestations.some((given) => given === undertaking),
  )
  if (open.length) issues.push(issue('ATTESTATION_MISSING', at(registration, 'attestations'), { count: open.length }))
  if (!board.collaborating) issues.push(issue('BOARD_NOT_COLLABORATING', at(registration), words))
  return issues
}

function judgePoints(
  registration: JudgedRegistration,
  board: CertifyingBoard,
  { creditQuarters }: JudgedActivity,
): ActivityIssue[] {
  const { pointQuarters, boardCode } = registration
  if (!creditQuarters || !isAmount(pointQuarters) || pointQuarters === creditQuarters) return []
  const words = { board: boardCode, points: pointQuarters / 4, credits: creditQuarters / 4 }
  const field = at(registration, 'points')
  if (board.points === 'EQUAL') return [issue('POINTS_NOT_CREDITS', field, words)]
  if (pointQuarters > creditQuarters) return [issue('POINTS_ABOVE_CREDITS', field, words)]
  return board.points === 'USUALLY_EQUAL' ? [issue('POINTS_BELOW_CREDITS', field, words)] : []
}

function judgeWithActivity(
  registration: JudgedRegistration,
  { activitiesFrom, activeFrom, oftenMistaken }: CertifyingBoard,
  { startsOn, endsOn, activityFormat, displayInPassport }: JudgedActivity,
): ActivityIssue[] {
  const { boardCode, creditClaimOn, creditTypes } = registration
  const issues: ActivityIssue[] = []
  const board = boardCode
  if (activitiesFrom && startsOn && startsOn < activitiesFrom)
    issues.push(issue('BOARD_TOO_EARLY', at(registration), { board, from: activitiesFrom }))
  if (activeFrom && endsOn && endsOn < activeFrom)
    issues.push(issue('BOARD_NOT_YET', at(registration), { board, from: activeFrom }))
  if (creditClaimOn && startsOn && creditClaimOn < startsOn)
    issues.push(issue('CLAIM_BEFORE_START', at(registration, 'creditClaimOn'), { value: creditClaimOn }))
  if (displayInPassport === false) issues.push(issue('MOC_NOT_DISPLAYED', 'displayInPassport', { board }))
  const { creditType, formats } = oftenMistaken ?? { creditType: undefined, formats: [] }
  const isLikely = !activityFormat || formats.some((format) => format === activityFormat)
  if (creditType && creditTypes.includes(creditType) && !isLikely)
    issues.push(issue('CREDIT_TYPE_UNLIKELY', at(registration, 'creditTypes'), { type: creditTypeLabels[creditType] }))
  return issues
}
