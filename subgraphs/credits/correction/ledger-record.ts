import type { Issue } from '../../shared/upload/issue.js'
import type { RowOutcome } from '../../shared/upload/upload-enums.js'
import type { RowCells } from '../batch/columns.js'
import type { CompletionSource } from '../completion/completion.js'
import type { CreditLine } from '../record/submission.js'

/** What a version did to its record. */
export type VersionVerb = 'REPORTED' | 'CORRECTED' | 'VOIDED' | 'RESTORED'

/** What was decided on a part, other than that it was taken back. */
export interface PartAnswer {
  decision: 'PENDING' | 'ACCEPTED' | 'REJECTED'
  reason: string | null
  /** Why a board refused, as a code of its list. */
  reasonCode: string | null
  decidedBy: string
  /** As Postgres writes an instant in JSON. */
  at: string
}

/** A part that some version of a record brought, with everything that was decided on it. */
export interface RecordPart {
  partId: string
  /** The version that brought it. */
  versionId: string
  kind: 'CME' | 'MOC'
  boardCode: string
  distinction: string
  quarters: number
  licensingState: string | null
  lines: CreditLine[]
  answers: PartAnswer[]
}

/** One version of a record: what it says, who made it and what from. */
export interface RecordVersion {
  versionId: string
  version: number
  verb: VersionVerb
  activityId: string
  completedOn: string
  source: CompletionSource
  batchId: string | null
  rowNumber: number | null
  byName: string | null
  reason: string | null
  at: string
  /** The parts that it consists of, whichever version brought them. */
  parts: string[]
  /** The row that it came in by. */
  row: { cells: RowCells; outcome: RowOutcome; issues: Issue[] } | null
}

/** A record as the ledger has it: all its versions, the oldest first, and all parts that any of them brought. */
export interface LedgerRecord {
  recordId: string
  /** The learner it was written with, who may have been merged since. */
  learnerId: string
  providerId: string
  versions: [RecordVersion, ...RecordVersion[]]
  parts: RecordPart[]
}

/** The newest version. */
export const headOf = ({ versions }: LedgerRecord): RecordVersion => versions.at(-1) ?? versions[0]

/** The parts of one version, CME first. */
export const partsIn = ({ parts }: LedgerRecord, version: RecordVersion): RecordPart[] =>
  parts
    .filter(({ partId }) => version.parts.includes(partId))
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))

/** What tells the parts of one record apart: it has one for CME and one for each board. */
export const keyOf = ({ kind, boardCode }: Pick<RecordPart, 'kind' | 'boardCode'>) => `${kind} ${boardCode}`

/** The last that was decided on a part, other than that it was taken back. */
export function answerOf({ partId, answers }: RecordPart): PartAnswer {
  const last = answers.at(-1)
  if (!last) throw new Error(`Nothing was ever decided on part ${partId}.`)
  return last
}

/** The version, up to a given one, whose row last reported the learner; a row that deletes says nothing new of anybody. */
export const reportedBy = ({ versions }: LedgerRecord, { version }: RecordVersion): RecordVersion | undefined =>
  versions.findLast(
    (each) => each.version <= version && each.row && each.row.cells.recordAction?.text.toUpperCase() !== 'DELETE',
  )

/** The cells in which the learner stood reported at a version. */
export const cellsAt = (record: LedgerRecord, version: RecordVersion) => reportedBy(record, version)?.row?.cells ?? null

/** The part that a new one takes the place of: the last of its kind and board that the record ever had. */
export const predecessorOf = ({ parts }: LedgerRecord, part: Pick<RecordPart, 'kind' | 'boardCode'>) =>
  parts.findLast((each) => keyOf(each) === keyOf(part))
