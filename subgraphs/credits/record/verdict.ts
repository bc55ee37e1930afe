import type { Issue } from '../../shared/upload/issue.js'
import type { RowOutcome } from '../../shared/upload/upload-enums.js'
import type { RowCells } from '../batch/columns.js'
import type { RemsKey, RemsReport } from '../rems/rems-claim.js'
import type { LivePart } from './live-parts.js'
import type { CreditLine } from './submission.js'

/** A part to be written into the ledger. */
export interface AwardedPart extends LivePart {
  status: 'ACCEPTED' | 'PENDING'
  licensingState: string | null
  lines: CreditLine[]
  /** The parts from which this one follows. */
  follows?: readonly string[]
}

/** What became of a row, and what is to be written for it. */
export interface Verdict {
  rowNumber: number
  cells: RowCells
  outcome: RowOutcome
  issues: Issue[]
  learnerId: string | null
  /** The record it makes; for a duplicate or a deletion, the one that was there. */
  completionId: string | null
  awarded: AwardedPart[]
  voided: readonly LivePart[]
  /** What it reports for REMS, or takes back. */
  rems?: RemsReport
  remsWithdrawn?: RemsKey
  /** The provider’s own ids of what is awarded. */
  creditIds?: readonly string[]
}

/** What became of the rows of a batch. */
export interface JudgedBatch {
  /** Null for what no batch brought. */
  batchId: string | null
  verdicts: readonly Verdict[]
}

/** A verdict with the batch that its row stands in. */
export type PlacedVerdict = Verdict & Pick<JudgedBatch, 'batchId'>
