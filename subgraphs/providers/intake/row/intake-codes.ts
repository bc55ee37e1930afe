interface IntakeCode {
  rule: string | null
  severity: 'ERROR' | 'WARNING'
  message: string
  fix: string
}

const error = (rule: string | null, message: string, fix: string): IntakeCode => ({
  rule,
  severity: 'ERROR',
  message,
  fix,
})
const warning = (rule: string | null, message: string, fix: string): IntakeCode => ({
  ...error(rule, message, fix),
  severity: 'WARNING',
})

/** What can be said about a row before the rules of activities see it. `{name}` is filled in. */
export const intakeCodes = {
  ROW_BAD_VALUE: error(null, '{column} says “{value}”, which is not {expected}.', 'Write {expected}.'),
  ROW_MISSING_REQUIRED: error(null, '{column} is blank.', 'Fill in {column}.'),
  OWN_ID_MISSING: error('A04', 'Tab-delimited rows need a Provider Activity ID.', 'Write your own id of the activity.'),
  ACTION_UNKNOWN: error(null, '“{value}” is not a record action.', 'Write Add, Update or Delete.'),
  COLUMN_COUNT: error(
    'B04',
    'The row has {count} columns, and {template} has {expected}, and 8 for each supporter.',
    'Check for a tab or a line break inside a text.',
  ),
  REPORTING_YEAR: error(
    'A14',
    'The reporting period says {value}, and the activity {which} in {year}.',
    'Make both years the same.',
  ),
  OTHER_PROVIDER: error('W02', 'The record belongs to provider {value}.', 'Send only your own activities.'),
  OUTCOME_WAY_UNKNOWN: warning(
    'A34',
    'The file says that changes in {value} were evaluated, and not how; that is not recorded.',
    'Add the outcome with Objective or Subjective.',
  ),
} as const satisfies Record<string, IntakeCode>

export type IntakeCodeName = keyof typeof intakeCodes
