import { creditTypeLabels } from '../../reference/certifying-boards.js'
import type { RowCodeName } from '../../reference/row-codes.js'
import type { Issue } from '../../shared/upload/issue.js'
import type { Cell } from '../../shared/workbook/cell.js'
import { type ColumnKey, columns, type RowCells } from '../batch/columns.js'
import type { ActivityFacts } from '../owners/owners.js'
import { meantActivityIds } from './activity-slips.js'
import { keyOf } from './issue-key.js'
import type { Proposal } from './proposal.js'
import {
  dayOfActivity,
  meantAction,
  nearestCreditType,
  nearestState,
  otherBirthday,
  printDay,
  readableAmount,
  readableBirthday,
  readableDay,
  type Suggestion,
} from './propose-values.js'

/** What a proposal may be made of: the row, the activity of the provider that it names, and the provider’s other activities. */
export interface ProposalFacts {
  cells: RowCells
  activity: ActivityFacts | undefined
  /** Those of the provider’s activities whose id is near to one that is not. */
  nearActivities: ReadonlySet<string>
}

/** A cell that an issue is about; a blank one has an empty text. */
type Proposer = (cell: Cell, facts: ProposalFacts, issue: Issue, key: ColumnKey) => Suggestion | undefined

/** What to propose where a cell is blank that must not be, by column. */
const blanks: Partial<Record<ColumnKey, Proposer>> = {
  recordAction: () => ({ text: 'Add', because: 'What most rows say' }),
  completionDate: (_cell, { activity }) =>
    activity?.endsOn && activity.startsOn === activity.endsOn
      ? { text: printDay(activity.endsOn), because: 'The day of the activity' }
      : undefined,
  totalBoardCredits: (_cell, { cells }) => same(cells.creditTypeCredits, 'As for the credit type'),
  creditTypeCredits: (_cell, { cells }) => same(cells.totalBoardCredits, 'As for all points'),
  creditType: (_cell, facts) => onlyOne(typesFor(facts), 'The only credit type registered'),
}

/** What to propose where a cell cannot be read: by column, else by what its column holds. */
const unreadable: Partial<Record<ColumnKey, Proposer>> = {
  licensingState: nearestState,
  practiceState: nearestState,
}
const unreadableKinds: Record<(typeof columns)[number]['kind'], Proposer> = {
  day: readableDay,
  birthday: readableBirthday,
  amount: readableAmount,
  text: (cell, facts, _issue, key) =>
    /^(additionalC|c)reditType/.test(key) ? nearestCreditType(cell, typesFor(facts)) : undefined,
}

/** What to propose for each code; where a code has no line, nobody but the learner or a person who knows can tell. */
const proposers: Partial<Record<RowCodeName, Proposer>> = {
  ACTION_UNKNOWN: meantAction,
  ROW_MISSING_REQUIRED: (cell, facts, issue, key) => blanks[key]?.(cell, facts, issue, key),
  ROW_BAD_VALUE: (cell, facts, issue, key) => {
    const kind = columns.find((column) => column.key === key)?.kind ?? 'text'
    return (unreadable[key] ?? unreadableKinds[kind])(cell, facts, issue, key)
  },
  ACTIVITY_NOT_FOUND: ({ text }, { nearActivities }) =>
    onlyOne(
      meantActivityIds(text).filter((id) => nearActivities.has(id)),
      'The nearest id among your activities',
    ),
  COMPLETION_OUTSIDE_ACTIVITY: (cell, { activity }) => dayOfActivity(cell, activity),
  COMPLETION_IN_FUTURE: (cell, { activity }) => dayOfActivity(cell, activity),
  BIRTHDATE_MISMATCH: otherBirthday,
  LICENSE_MISMATCH: () => ({ text: '', because: 'Without the number' }),
  CREDITS_EXCEED_ACTIVITY: (_cell, _facts, { fix }) => amountIn(fix, 'What is left of the activity'),
  POINTS_EXCEED_REGISTRATION: (_cell, _facts, { fix }) => amountIn(fix, 'What is registered'),
  CREDIT_LINE_EXCEEDS_TOTAL: (_cell, { cells }) => same(cells.totalBoardCredits, 'As for all points'),
  CREDIT_TYPE_NOT_REGISTERED: (_cell, facts) => onlyOne(typesFor(facts), 'The only credit type registered'),
}

/** The cell in which an issue is put right, where that is not the one it is about. */
const otherCell: Partial<Record<RowCodeName, ColumnKey>> = { LICENSE_MISMATCH: 'licenseIdOrNpi' }

/**
 * What the cells of a row may have been meant to say, one proposal a cell at most. Pure, and made of nothing but what the
 * provider has sent, of its own activities and of public lists (I12).
 */
export function propose(issues: readonly Issue[], facts: ProposalFacts): Proposal[] {
  const proposals = issues.flatMap((issue): Proposal[] => {
    const code = issue.code as RowCodeName
    const key = otherCell[code] ?? keyOf(issue, facts.cells)
    if (!key) return []
    const cell = facts.cells[key] ?? { text: '', kind: 'text' }
    const found = proposers[code]?.(cell, facts, issue, key)
    return found && found.text !== cell.text ? [{ code, key, ...found }] : []
  })
  return [...new Map(proposals.toReversed().map((each) => [each.key, each])).values()].toReversed()
}

/** The credit types for which the activity is registered with the board that the row names, as files write them. */
function typesFor({ cells, activity }: ProposalFacts): string[] {
  const board = cells.certifyingBoard?.text.trim().toUpperCase()
  const registration = activity?.registrations.find(({ boardCode }) => boardCode === board)
  const labels: Readonly<Record<string, string>> = creditTypeLabels
  return registration?.creditTypes.map((code) => labels[code] ?? code) ?? []
}

const same = (cell: Cell | undefined, because: string): Suggestion | undefined =>
  cell?.text ? { text: cell.text, because } : undefined

const onlyOne = (texts: readonly string[], because: string): Suggestion | undefined => {
  const [text, ...others] = texts
  return text && others.length === 0 ? { text, because } : undefined
}

/** The amount that the advice of an issue names; nothing is proposed where nothing is left. */
function amountIn(fix: string | null | undefined, because: string): Suggestion | undefined {
  const amount = /\d+(?:\.\d+)?/.exec(fix ?? '')?.[0]
  return Number(amount) > 0 && amount ? { text: amount, because } : undefined
}
