export type RowCodeSeverity = 'ERROR' | 'WARNING'

interface RowCode {
  severity: RowCodeSeverity
  message: string
  /** What to do about it. */
  fix?: string
}

const error = (message: string, fix?: string): RowCode => ({ severity: 'ERROR', message, fix })
const warning = (message: string, fix?: string): RowCode => ({ severity: 'WARNING', message, fix })

/** Everything that can be said about a row of learner credit. `{name}` is filled in by the rule that says it. */
export const rowCodes = {
  ROW_MISSING_REQUIRED: error('{column} is blank.', 'Fill in {column}.'),
  ROW_BAD_VALUE: error('{column} says “{value}”, which is not {expected}.', 'Write {expected}.'),
  ACTION_UNKNOWN: error(
    '“{value}” is not a record action.',
    'Write Add or Delete; to correct a record, delete it and add it again.',
  ),
  NOTHING_REPORTED: error(
    'The row reports neither CME credits nor MOC points nor REMS.',
    'Fill in Number of CME Credits, the certifying board with its points, or Local Identifier.',
  ),
  PERMISSION_MISSING: error(
    'Nobody has confirmed that the learner agreed to the report.',
    'Ask the learner, then confirm the permission when you submit.',
  ),
  ACTIVITY_NOT_FOUND: error(
    'None of your activities has the id {value}.',
    'Check the nine digits against your list of activities.',
  ),
  ACTIVITY_NOT_ACTIVE: error(
    'Activity {value} is not active.',
    'Complete the activity’s record so that it becomes active.',
  ),
  COMPLETION_IN_FUTURE: error(
    'The completion date {value} has not come yet.',
    'Report the learner after the activity is completed.',
  ),
  COMPLETION_OUTSIDE_ACTIVITY: error(
    'The completion date {value} is outside the activity, which ran from {from} to {to}.',
    'Check the date, or the activity id.',
  ),
  REPORTING_WINDOW_CLOSED: error(
    'Completions of {value} are no longer accepted.',
    'They could be reported until {until}.',
  ),
  CREDITS_EXCEED_ACTIVITY: error(
    'With this row the learner would have {value} credits of an activity that awards at most {limit}.',
    'Report at most what is left: {left}.',
  ),
  ACTIVITY_NOT_MOC_REGISTERED: error(
    'The activity is not registered for {board}.',
    'Register the activity for {board} first, or leave the board’s columns blank.',
  ),
  CREDIT_TYPE_NOT_REGISTERED: error(
    'The activity is not registered with {board} for “{value}”.',
    'Registered are: {registered}.',
  ),
  POINTS_EXCEED_REGISTRATION: error(
    '{value} points are more than the {limit} registered with {board}.',
    'Report at most {limit} points.',
  ),
  CREDIT_LINE_EXCEEDS_TOTAL: error(
    '{value} points of {type} are more than the {limit} points in all.',
    'Each credit type can have at most the total.',
  ),
  BOARD_DATE_TOO_EARLY: error(
    '{board} accepts completions from {from} on.',
    'Leave the board’s columns blank for this row.',
  ),
  LEARNER_NOT_FOUND: error(
    'No licensed physician fits these details.',
    'Check the spelling of both names, month and day of birth and the state; add a license number or NPI if you have it.',
  ),
  LEARNER_AMBIGUOUS: error(
    'More than one physician fits these details.',
    'Add the license number or NPI: either settles it.',
  ),
  NAME_MISMATCH: error(
    'The name differs from the one on file for this license or NPI.',
    'Check the name with the learner.',
  ),
  BIRTHDATE_MISMATCH: error(
    'Month and day of birth differ from those on file for this license or NPI.',
    'Check them with the learner; the order is month, then day.',
  ),
  LICENSE_MISMATCH: error(
    'The license number is not one that this state issued to this physician.',
    'Check the number and the state, or leave the number blank.',
  ),
  NPI_INVALID: error(
    '“{value}” is not a valid NPI: its check digit is wrong.',
    'Check the ten digits with the learner.',
  ),
  BOARD_ID_MISMATCH: error(
    'The {board} ID does not belong to this physician.',
    'Ask the learner for the ID; the board’s site shows it.',
  ),
  BOARD_ID_MISSING: error(
    '{board} needs the learner’s board ID.',
    'Ask the learner for the ID; the board’s site shows it.',
  ),
  IDENTITY_CONFLICT: error(
    'License and board ID belong to two different physicians.',
    'Check whether values slipped from one row to the next.',
  ),
  DUPLICATE_COMPLETION: warning('Already reported for this learner, activity and day; nothing was added.'),
  BOARD_REJECTED: warning(
    '{board} has rejected these very points; nothing was added.',
    'Correct what the board objects to in the row, or correct the record if it shall go to the board once more as it is.',
  ),
  DELETE_NOT_FOUND: error(
    'There is no record to delete for this learner, activity and day.',
    'Check the completion date.',
  ),
  DELETE_AMBIGUOUS: error(
    'There are several {board} records for this learner, activity and day.',
    'Leave the board blank to delete all that is recorded for that day, then add again what should stay.',
  ),
  LEARNER_CHANGED: error(
    'These details are those of another physician than the record’s.',
    'Take the record back and report the completion for the other physician.',
  ),
  PARTS_STAY_TOGETHER: error(
    'A record moves to another activity or day as a whole, and one of its parts cannot stand there.',
    'Correct that part too, or take it out of the record.',
  ),
  OTHER_PROVIDER: error(
    'The record names another provider: {value}.',
    'Send it with the credentials of that provider, or correct its ProviderID.',
  ),
  NOT_COMPLETED: error(
    'The status is {value}; only completed activities are reported.',
    'Send it once it is Completed.',
  ),
  CREDIT_UNIT_UNKNOWN: error('The unit of credit is {value}, which is not Point.', 'Write Point.'),
  CERTIFICATION_UNKNOWN: error(
    '“{value}” is neither AMA PRA Category 1 nor credit of a certifying board.',
    'Write AMA PRA Category 1, or give the learner’s id with the code of the board as its domain.',
  ),
  CREDIT_ID_MALFORMED: error(
    '“{value}” is not a credit id.',
    'Write ccid:, a domain, a colon and your id, 300 characters at most.',
  ),
  CREDIT_ID_TAKEN: error(
    'The credit id {value} is that of another credit that you reported.',
    'Give each credit an id of its own.',
  ),
  REMS_NOT_REGISTERED: error(
    'The activity is not registered for a REMS program.',
    'Enter the program in the activity first, or leave the REMS columns blank.',
  ),
  NAME_VARIANT: warning(
    'Matched though a name is not as on file: a nickname, a former name, half of a double name, a slip, or the other order.',
  ),
  LICENSE_NOT_CURRENT: warning('The license was not in force on the completion date.'),
  REPORTED_AFTER_BOARD_DAY: warning(
    '{board} wishes to hear of completions of {year} by {until}.',
    'The points are sent all the same; next time report them in their year.',
  ),
  REPORTED_LATE: warning('Reported more than 30 days after completion.'),
} as const satisfies Record<string, RowCode>

export type RowCodeName = keyof typeof rowCodes
