import type { RowCodeName } from '../../reference/row-codes.js'

/** Why rows were not accepted, in words for many rows at once; codes that never stop a row have none. */
const reasons: Partial<Record<RowCodeName, string>> = {
  ROW_MISSING_REQUIRED: '{column} is blank',
  ROW_BAD_VALUE: '{column} cannot be read',
  ACTION_UNKNOWN: 'The record action is neither Add nor Delete',
  NOTHING_REPORTED: 'Nothing is reported',
  PERMISSION_MISSING: 'The learner’s permission is not confirmed',
  ACTIVITY_NOT_FOUND: 'The activity id is none of yours',
  ACTIVITY_NOT_ACTIVE: 'The activity is not active',
  COMPLETION_IN_FUTURE: 'The completion date has not come yet',
  COMPLETION_OUTSIDE_ACTIVITY: 'The completion date is outside the activity',
  REPORTING_WINDOW_CLOSED: 'The completion is too long ago',
  CREDITS_EXCEED_ACTIVITY: 'More credits than the activity awards',
  ACTIVITY_NOT_MOC_REGISTERED: 'The activity is not registered for the board',
  CREDIT_TYPE_NOT_REGISTERED: 'The activity is not registered for the credit type',
  POINTS_EXCEED_REGISTRATION: 'More points than are registered',
  CREDIT_LINE_EXCEEDS_TOTAL: 'More points of a credit type than in all',
  BOARD_DATE_TOO_EARLY: 'The completion is too early for the board',
  LEARNER_NOT_FOUND: 'No licensed physician fits the details',
  LEARNER_AMBIGUOUS: 'More than one physician fits the details',
  NAME_MISMATCH: 'The name differs from the one on file',
  BIRTHDATE_MISMATCH: 'Month and day of birth differ from those on file',
  LICENSE_MISMATCH: 'The license number is not this physician’s',
  NPI_INVALID: 'The NPI is not valid',
  BOARD_ID_MISMATCH: 'The board ID is not this physician’s',
  BOARD_ID_MISSING: 'The board ID is blank',
  IDENTITY_CONFLICT: 'License and board ID belong to two physicians',
  DELETE_NOT_FOUND: 'There is no such record to delete',
  DELETE_AMBIGUOUS: 'There are several such records to delete',
  OTHER_PROVIDER: 'The record names another provider',
  NOT_COMPLETED: 'The activity is not completed',
  CREDIT_UNIT_UNKNOWN: 'The unit of credit is not Point',
  CERTIFICATION_UNKNOWN: 'The kind of credit is not known',
  CREDIT_ID_MALFORMED: 'The credit id cannot be read',
  CREDIT_ID_TAKEN: 'The credit id is that of other credit',
  REMS_NOT_REGISTERED: 'The activity is not registered for a REMS program',
}

/** Why rows with this code were not accepted, in words for many rows at once. */
export const reasonOf = (code: string, column: string | null): string =>
  (reasons[code as RowCodeName] ?? 'Another reason').replace('{column}', column ?? 'A cell')

/** What is wrong beside the cells: such a row can only be put right where it comes from. */
const beyondCells: readonly RowCodeName[] = [
  'PERMISSION_MISSING',
  'OTHER_PROVIDER',
  'NOT_COMPLETED',
  'CREDIT_UNIT_UNKNOWN',
  'CERTIFICATION_UNKNOWN',
]

/** True where a row can be put right by changing its cells. */
export const isCorrectable = (issues: readonly { code: string }[]): boolean =>
  !issues.some(({ code }) => beyondCells.some((each) => each === code))
