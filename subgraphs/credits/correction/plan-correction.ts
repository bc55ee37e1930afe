import { type Issue } from '../../shared/upload/issue.js'
import { issue } from '../record/issue.js'
import { boardParts, type Submission } from '../record/submission.js'
import type { AwardedPart } from '../record/verdict.js'
import { answerOf, headOf, keyOf, type LedgerRecord, partsIn, predecessorOf, type RecordPart } from './ledger-record.js'
import type { NewPart } from './write-version.js'

/** What a version does to the parts of its record. */
export interface PartsPlan {
  kept: RecordPart[]
  voided: RecordPart[]
  added: NewPart[]
}

/**
 * What becomes of the parts of a record when what stands of a correction is awarded. A part that says the same stays, with
 * all that its board decided; one that says otherwise, or that the board has refused, is taken back and takes a new
 * one’s place; one that is no longer claimed is taken back. Where a claim does not stand, the part stays as it was,
 * which it cannot while the record moves to another activity or day.
 */
export function planCorrection(
  record: LedgerRecord,
  submission: Submission,
  awarded: readonly AwardedPart[],
): PartsPlan | Issue {
  const head = headOf(record)
  const moves = head.activityId !== submission.activityId || head.completedOn !== submission.completedOn
  const claimed = claimsOf(submission)
  const plan: PartsPlan = { kept: [], voided: [], added: [] }
  const settled = new Set<string>()
  for (const part of partsIn(record, head)) {
    const award = awarded.find((each) => keyOf(each) === keyOf(part))
    if (award && !moves && saysTheSame(part, award) && answerOf(part).decision !== 'REJECTED') {
      plan.kept.push(part)
      settled.add(keyOf(part))
    } else if (award || !claimed.has(keyOf(part))) plan.voided.push(part)
    else if (moves) return issue('PARTS_STAY_TOGETHER')
    else plan.kept.push(part)
  }
  for (const award of awarded) if (!settled.has(keyOf(award))) plan.added.push(newPart(record, award))
  return plan
}

/** True when a plan leaves every part where it is. */
export const changesNothing = ({ voided, added }: PartsPlan) => voided.length + added.length === 0

function claimsOf(submission: Submission): Set<string> {
  return new Set([
    ...(submission.cme ? [keyOf({ kind: 'CME', boardCode: '' })] : []),
    ...boardParts(submission).flatMap(({ board }) => (board ? [keyOf({ kind: 'MOC', boardCode: board })] : [])),
  ])
}

type Says = Pick<RecordPart, 'quarters' | 'distinction' | 'licensingState' | 'lines'>

/** True when two parts of the same kind and board say the same. */
export const saysTheSame = (one: Says, other: Says) => words(one) === words(other)

const words = ({ quarters, distinction, licensingState, lines }: Says) =>
  JSON.stringify([quarters, distinction, licensingState, lines.map(({ creditType, quarters: of }) => [creditType, of])])

const newPart = (record: LedgerRecord, award: AwardedPart): NewPart => ({
  partId: award.partId,
  kind: award.kind,
  boardCode: award.boardCode,
  distinction: award.distinction,
  quarters: award.quarters,
  licensingState: award.licensingState,
  lines: award.lines,
  supersedes: predecessorOf(record, award)?.partId ?? null,
  decision: award.status,
  reason: null,
  reasonCode: null,
  decidedBy: null,
})
