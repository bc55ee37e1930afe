import type { Issue } from '../../shared/upload/issue.js'
import { RowOutcome } from '../../shared/upload/upload-enums.js'
import { remsToDelete } from '../rems/judge-rems.js'
import type { Facts } from './facts.js'
import { issue } from './issue.js'
import { identifyByLicense } from './judge-identity.js'
import { asWritten, type LivePart } from './live-parts.js'
import type { Submission } from './submission.js'
import type { Verdict } from './verdict.js'

/**
 * Judges a Delete row: it takes back all that is recorded for that learner, activity and day; where it names a board,
 * the part of that board, and the CME credit if it names that too (L37); and what was reported for REMS under the id that it names.
 */
export function judgeDeletion(row: Submission, facts: Facts): Verdict {
  if (row.remsIssues?.length) return verdict(row, row.remsIssues, [])
  if (row.rems && !row.state && !row.board) return ofRems(row, facts)
  const match = facts.matches.get(row.rowNumber)
  const learnerId =
    match?.license?.learnerId && match.license.decision === 'MATCHED' ? match.license.learnerId : undefined
  const byBoard = match?.diplomate?.decision === 'MATCHED' ? (match.diplomate.learnerId ?? undefined) : undefined
  const owner = learnerId ?? byBoard
  if (!owner) return verdict(row, row.state ? identifyByLicense(row, facts).issues : [issue('LEARNER_NOT_FOUND')], [])

  const parts = facts.live
    .of(owner, row.activityId)
    .filter((part) => part.completedOn === row.completedOn && isNamed(part, row))
  if (!parts.length) return ofRems(row, facts)
  if (row.board && parts.filter(({ kind }) => kind === 'MOC').length > 1)
    return verdict(row, [issue('DELETE_AMBIGUOUS', 'certifyingBoard', { board: row.board })], [])
  facts.live.remove(parts)
  return { ...verdict(row, [], parts), remsWithdrawn: remsToDelete(row, facts) }
}

const isNamed = ({ kind, boardCode }: LivePart, { board, cells }: Submission) =>
  !board || boardCode === board || (kind === 'CME' && Boolean(cells.cmeCredits?.text.trim()))

function ofRems(row: Submission, facts: Facts): Verdict {
  const remsWithdrawn = remsToDelete(row, facts)
  return { ...verdict(row, remsWithdrawn ? [] : [issue('DELETE_NOT_FOUND', 'completionDate')], []), remsWithdrawn }
}

function verdict({ rowNumber, cells }: Submission, issues: Issue[], voided: readonly LivePart[]): Verdict {
  return {
    rowNumber,
    cells,
    outcome: issues.length ? RowOutcome.REJECTED : RowOutcome.ACCEPTED,
    issues,
    learnerId: voided[0]?.learnerId ?? null,
    completionId: voided[0]?.completionId ?? null,
    awarded: [],
    voided: asWritten(voided),
  }
}
