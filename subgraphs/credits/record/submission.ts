import type { CertifyingBoardCode, CreditTypeCode } from '../../reference/certifying-boards.js'
import type { StateCode } from '../../reference/states.js'
import type { Issue } from '../../shared/upload/issue.js'
import type { RowCells } from '../batch/columns.js'
import type { RemsClaim } from '../rems/rems-claim.js'

export interface CreditLine {
  creditType: CreditTypeCode
  quarters: number
}

export interface CmeClaim {
  quarters: number
  state: StateCode
}

export interface MocClaim {
  board: CertifyingBoardCode
  boardId?: string
  quarters: number
  lines: CreditLine[]
}

/** What a row says for one certifying board. */
export interface BoardPart {
  /** Board by which the learner is looked up, also where a row deletes and claims no points. */
  board?: CertifyingBoardCode
  boardId?: string
  moc?: MocClaim
  /** What is wrong with this part alone; the rest of the row stands without it. */
  mocIssues: Issue[]
}

/** What a row says once its cells are understood. */
export interface Submission extends BoardPart {
  rowNumber: number
  cells: RowCells
  action: 'ADD' | 'DELETE'
  activityId: string
  completedOn: string
  givenName: string
  familyName: string
  birthMonth: number
  birthDay: number
  /** State by which the learner is looked up, also where a row deletes and claims no credit. */
  state?: StateCode
  licenseOrNpi?: string
  cme?: CmeClaim
  /** What it says for boards beyond the first. */
  further?: readonly BoardPart[]
  rems?: RemsClaim
  /** The provider’s own ids of the credit (L28). */
  creditIds?: readonly string[]
  /** What is wrong with the REMS part alone. */
  remsIssues?: Issue[]
}

/** A row whose cells could not be understood, with everything that is wrong with them. */
export interface UnreadableRow {
  rowNumber: number
  cells: RowCells
  issues: Issue[]
}

export const isUnreadable = (row: Submission | UnreadableRow): row is UnreadableRow => 'issues' in row

/** What a row says for each of its boards, the first one first. */
export const boardParts = (row: Submission): readonly BoardPart[] => [row, ...(row.further ?? [])]
