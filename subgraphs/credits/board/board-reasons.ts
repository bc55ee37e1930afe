import { listEnum } from '../../shared/graphql/list-enum.js'
import { type Issue, IssueSeverity } from '../../shared/upload/issue.js'
import { type ColumnKey, columns } from '../batch/columns.js'

interface Reason {
  /** What the board says by it. */
  says: string
  /** The code of our catalogue of rows (DOMAIN 3.14) for the same thing. */
  code: string
  /** The column to correct, where it is one. */
  column?: ColumnKey
  /** What the provider does about it. */
  fix: string
}

/** Why a board rejects points, and what the provider does about it: a new reason is a new line. */
export const boardReasons = {
  BOARD_ID_UNKNOWN: {
    says: 'No diplomate has this board ID.',
    code: 'BOARD_ID_MISMATCH',
    column: 'certifyingBoardId',
    fix: 'Ask the learner for the ID; the board’s site shows it. Then correct it and send the points again.',
  },
  NAME_DIFFERS: {
    says: 'The name is not the diplomate’s.',
    code: 'NAME_MISMATCH',
    column: 'lastName',
    fix: 'Ask the learner under which name the board knows him or her, then correct it and send the points again.',
  },
  BIRTHDATE_DIFFERS: {
    says: 'Month and day of birth are not the diplomate’s.',
    code: 'BIRTHDATE_MISMATCH',
    column: 'dateOfBirth',
    fix: 'Check them with the learner; the order is month, then day. Then send the points again.',
  },
  NOT_PARTICIPATING: {
    says: 'The diplomate does not take part in continuing certification.',
    code: 'BOARD_REJECTED',
    column: 'certifyingBoard',
    fix: 'Ask the learner to settle it with the board. Until then, delete the points; CME credit is not affected.',
  },
  COMPLETION_DATE_WRONG: {
    says: 'The board does not count points of that day.',
    code: 'COMPLETION_OUTSIDE_ACTIVITY',
    column: 'completionDate',
    fix: 'Check the day of completion, then send the points again.',
  },
  CREDIT_TYPE_WRONG: {
    says: 'The credit type does not fit the activity.',
    code: 'CREDIT_TYPE_NOT_REGISTERED',
    column: 'creditType',
    fix: 'Choose the credit type that the content was made for, then send the points again.',
  },
  POINTS_TOO_HIGH: {
    says: 'These are more points than the board counts.',
    code: 'POINTS_EXCEED_REGISTRATION',
    column: 'totalBoardCredits',
    fix: 'Report as many points as the learner has earned and the activity is registered for.',
  },
  ALREADY_CREDITED: {
    says: 'The diplomate has these points already.',
    code: 'DUPLICATE_COMPLETION',
    column: 'completionDate',
    fix: 'Compare with the learner’s account at the board. Where the points are there, delete them here.',
  },
  OTHER: {
    says: 'The board gives its reason in words.',
    code: 'BOARD_REJECTED',
    fix: 'Read what the board says, correct the record and send the points again, or ask the board.',
  },
} as const satisfies Record<string, Reason>

export type BoardReasonCode = keyof typeof boardReasons

const labels = Object.fromEntries(Object.entries(boardReasons).map(([code, { says }]) => [code, says])) as Record<
  BoardReasonCode,
  string
>

/** The reasons as an enum of the graph. */
export const BoardReason = listEnum('BoardReason', labels, 'Why a certifying board rejects points.')

/** True for the code of a reason. */
export const isBoardReason = (code: unknown): code is BoardReasonCode =>
  typeof code === 'string' && Object.hasOwn(boardReasons, code)

/** What a board’s rejection means for the provider: our code, the column, the board’s own words and what to do. */
export function rejectionIssue(boardCode: string, reasonCode: string | null, words: string | null): Issue {
  const { says, code, column, fix }: Reason = boardReasons[isBoardReason(reasonCode) ? reasonCode : 'OTHER']
  return {
    code,
    severity: IssueSeverity.ERROR,
    column: columns.find(({ key }) => key === column)?.header ?? null,
    message: `${boardCode} rejected the points: ${words ?? says}`,
    fix,
  }
}
