import type { Issue } from '../../shared/upload/issue.js'
import { RowOutcome } from '../../shared/upload/upload-enums.js'
import type { ActivityFacts } from '../owners/owners.js'
import { judgeRems } from '../rems/judge-rems.js'
import type { Facts } from './facts.js'
import { isError, issue, ofBoard } from './issue.js'
import { judgeActivity } from './judge-activity.js'
import { judgeDeletion } from './judge-deletion.js'
import { judgeCme, judgeMoc, type PartVerdict } from './judge-parts.js'
import { asWritten } from './live-parts.js'
import { type BoardPart, boardParts, isUnreadable, type Submission, type UnreadableRow } from './submission.js'
import type { AwardedPart, Verdict } from './verdict.js'

/** Days after completion from which a report is late (L34). */
const promptDays = 30

/**
 * Judges rows one after the other: pure but for `facts`, in which every accepted row is one for the next.
 * One bad row never blocks another (L40).
 */
export function judge(rows: readonly (Submission | UnreadableRow)[], facts: Facts): Verdict[] {
  return rows.map((row) => (isUnreadable(row) ? rejected(row, row.issues) : judgeRow(row, facts)))
}

function judgeRow(row: Submission, facts: Facts): Verdict {
  const activity = facts.activities.get(row.activityId)
  if (!activity || activity.providerId !== facts.providerId) {
    return rejected(row, [issue('ACTIVITY_NOT_FOUND', 'activityId', { value: row.activityId.slice(0, 40) })])
  }
  const stops = judgeActivity(row, activity, facts.today)
  if (stops.length) return rejected(row, stops)
  return row.action === 'DELETE' ? judgeDeletion(row, facts) : judgeAddition(row, activity, facts)
}

function judgeAddition(row: Submission, activity: ActivityFacts, facts: Facts): Verdict {
  const cme = row.cme && judgeCme(row, row.cme, activity, facts)
  const parts = [cme, ...judgeBoards(row, activity, facts)].filter((part) => part !== undefined)
  if (new Set(parts.flatMap(({ learnerId }) => learnerId ?? [])).size > 1) {
    return rejected(row, [issue('IDENTITY_CONFLICT', 'certifyingBoardId')])
  }
  const drafts = parts.flatMap((part) => (part.draft ? [part.draft] : []))
  const taken = drafts[0] && takenId(row, drafts[0].learnerId, facts)
  if (taken) return rejected(row, [issue('CREDIT_ID_TAKEN', 'creditId', { value: taken })])
  const rems = judgeRems(row, activity, facts)
  const issues = distinct([...parts, ...(rems ? [rems] : [])].flatMap((part) => part.issues))
  if (!drafts.length && !rems?.report) return withoutAward(row, parts, issues, rems?.isDuplicate)

  const replaced = parts.flatMap(({ draft, replaces }) => (draft && replaces ? [replaces] : []))
  facts.live.remove(replaced)
  const completionId = facts.newId()
  const awarded: AwardedPart[] = drafts.map((draft) => ({ ...draft, completionId, partId: facts.newId() }))
  for (const part of awarded) {
    facts.live.add(part)
    if (part.status === 'ACCEPTED') facts.knownLearners.add(part.learnerId)
  }
  return {
    rowNumber: row.rowNumber,
    cells: row.cells,
    outcome: RowOutcome.ACCEPTED,
    issues: errorsFirst([...issues, ...(isLate(row, facts.today) ? [issue('REPORTED_LATE', 'completionDate')] : [])]),
    learnerId: awarded[0]?.learnerId ?? null,
    completionId: awarded.length ? completionId : null,
    awarded,
    voided: asWritten(replaced),
    rems: rems?.report,
    creditIds: keptIds(row, awarded[0], facts),
  }
}

/** An id of the row that stands for other credit already: of another learner, activity or day (L28). */
const takenId = ({ creditIds = [], activityId, completedOn }: Submission, learnerId: string, facts: Facts) =>
  creditIds.find((id) => {
    const owner = facts.creditIds.get(id)
    return (
      owner && (owner.learnerId !== learnerId || owner.activityId !== activityId || owner.completedOn !== completedOn)
    )
  })

function keptIds({ creditIds = [] }: Submission, part: AwardedPart | undefined, facts: Facts): readonly string[] {
  if (!part) return []
  for (const creditId of creditIds) facts.creditIds.set(creditId, { ...part, creditId })
  return creditIds
}

/** Each board’s part alone; what is wrong with a further one is said in the column of its board. */
const judgeBoards = (row: Submission, activity: ActivityFacts, facts: Facts): (PartVerdict | undefined)[] =>
  boardParts(row).map((part, index) => {
    const verdict = part.moc ? judgeMoc(row, part.moc, activity, facts) : refusedMoc(part)
    const code = index > 0 ? part.board : undefined
    return verdict && code ? { ...verdict, issues: verdict.issues.map((found) => ofBoard(found, code)) } : verdict
  })

const refusedMoc = ({ mocIssues }: BoardPart): PartVerdict | undefined =>
  mocIssues.length ? { issues: mocIssues } : undefined

function withoutAward(
  row: Submission,
  parts: readonly PartVerdict[],
  issues: Issue[],
  isReportedForRems = false,
): Verdict {
  const duplicate = parts.find((part) => part.duplicateOf)?.duplicateOf
  if (!(duplicate || isReportedForRems) || issues.some(isError)) return rejected(row, issues)
  return {
    ...rejected(row, issues),
    outcome: RowOutcome.DUPLICATE,
    learnerId: duplicate?.learnerId ?? null,
    completionId: duplicate?.completionId ?? null,
  }
}

function rejected({ rowNumber, cells }: Pick<Submission, 'rowNumber' | 'cells'>, issues: Issue[]): Verdict {
  return {
    rowNumber,
    cells,
    outcome: RowOutcome.REJECTED,
    issues: errorsFirst(issues),
    learnerId: null,
    completionId: null,
    awarded: [],
    voided: [],
  }
}

const errorsFirst = (issues: Issue[]) => [...issues.filter(isError), ...issues.filter((found) => !isError(found))]

const distinct = (issues: Issue[]) => [
  ...new Map(issues.map((found) => [`${found.code} ${found.message}`, found])).values(),
]

const isLate = ({ completedOn }: Submission, today: string) =>
  Date.parse(today) - Date.parse(completedOn) > promptDays * 86_400_000
