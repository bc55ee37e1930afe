/**
 * Where a rule holds. VALUE: such a value is never stored. STATE: a draft may be like that for a while, nothing else
 * may. VERB: what was asked for cannot be done now.
 */
export type ActivityCodeScope = 'VALUE' | 'STATE' | 'VERB'

interface ActivityCode {
  /** The number of the rule, where it has one. */
  rule: string | null
  severity: 'ERROR' | 'WARNING'
  scope: ActivityCodeScope
  message: string
  /** What to do about it. */
  fix: string
}

const code =
  (severity: ActivityCode['severity'], scope: ActivityCodeScope) =>
  (rule: string | null, message: string, fix: string): ActivityCode => ({ rule, severity, scope, message, fix })
const value = code('ERROR', 'VALUE')
const state = code('ERROR', 'STATE')
const verb = code('ERROR', 'VERB')
const warning = code('WARNING', 'STATE')

/** Everything that can be said about an activity. `{name}` is filled in by the rule that says it. */
export const activityCodes = {
  TITLE_MISSING: value('A07', 'The title is blank.', 'Give the activity a title.'),
  TEXT_TOO_LONG: value(null, '{label} has {length} characters; {limit} fit.', 'Shorten it.'),
  TITLE_TOO_LONG: value('A07', 'The title has {length} characters; {limit} fit.', 'Shorten the title.'),
  DESCRIPTION_TOO_LONG: value('A08', 'The description has {length} characters; {limit} fit.', 'Shorten it.'),
  TEXT_UNREADABLE: value(null, '{label} has characters that no page can show.', 'Type it again.'),
  LIST_TOO_LONG: value(null, '{label} has {length} entries; {limit} fit.', 'Leave some out.'),
  LISTED_TWICE: value(null, '{label} has {value} more than once.', 'Keep one of them.'),
  PROVIDER_ACTIVITY_ID_TAKEN: value('A03', '“{value}” is already your id of activity {of}.', 'Choose another id.'),
  DELIVERY_NOT_OF_FORMAT: state(
    null,
    '{format} is not delivered {methods}.',
    'Choose from {allowed}, or another format.',
  ),
  DAYS_REVERSED: state('A10', 'The last day, {to}, is before the first, {from}.', 'Check both days.'),
  ENDURING_TOO_LONG: state(
    'A11',
    'Enduring material runs for at most {limit}; this runs from {from} to {to}.',
    'End it by {last}, and enter what follows as a new activity.',
  ),
  PERIOD_TOO_LONG: state(
    'A12',
    'An activity of this format runs for at most {limit}; this runs from {from} to {to}.',
    'End it by {last}, and enter what follows as a new activity.',
  ),
  COUNTRY_UNKNOWN: value('A17', '“{value}” is not a country code.', 'Write three letters, for example USA or CAN.'),
  STATE_UNKNOWN: state('A16', '“{value}” is not a state of the USA.', 'Write two letters, for example ME.'),
  CREDIT_STEP: value('A20', '{value} is not an amount of credit.', 'Write a multiple of 0.25, 0.25 or more.'),
  CREDIT_CATEGORY_NOT_YOURS: state(
    'A21',
    '{value} credit is awarded by jointly accredited providers only.',
    'Designate AMA PRA Category 1 Credit.',
  ),
  COUNT_NEGATIVE: value('A22', '{label} is {value}, which is not a count.', 'Write a whole number, 0 or more.'),
  COUNT_IN_FUTURE: state('R04', 'Learners are counted as of {value}, which has not come yet.', 'Check the day.'),
  COUNT_FELL: state(
    'R04',
    '{label} is {value}, fewer than the {before} counted before; counts of this format are cumulative.',
    'Write all learners since the activity began.',
  ),
  SUPPORTER_MISSING: state(
    'A23',
    'Commercial support was received, and nobody is named who gave it.',
    'Name who gave money, or who supported in kind.',
  ),
  SUPPORT_AMOUNT: value('A23', '{value} is not a whole amount of money.', 'Write whole dollars, 0 or more.'),
  SUPPORTER_UNEXPECTED: state(
    'A24',
    'No commercial support was received, and yet {value} is named.',
    'Take the supporters out, or say that support was received.',
  ),
  CURRENCY_UNKNOWN: value('A25', '“{value}” is not a currency.', 'Write three letters, for example USD.'),
  CURRENCY_UNUSUAL: warning('A25', 'The amount of {source} is in {value}.', 'Write it in USD if you can.'),
  SUPPORTER_NOT_LISTED: warning(
    'A26',
    '{value} is not on the list of supporters.',
    'Check the name; it stays as it is.',
  ),
  URL_INVALID: value('A27', '“{value}” is not an address of a page.', 'Write an address that begins with https://.'),
  URL_PLACEHOLDER: warning('A29', '{value} is a placeholder.', 'Write the address where learners take part.'),
  REMS_INCOMPLETE: state('A31', 'A REMS program needs its type and its identifier.', 'Fill in both, or neither.'),
  REMS_IDENTIFIER_UNUSUAL: warning(
    'A32',
    '“{value}” does not look like an identifier that the program issues.',
    'Check it; they look like EG-123456-001.',
  ),
  MIPS_NOT_ATTESTED: state(
    'A33',
    '{count} of the five criteria for MIPS are not attested to.',
    'Attest to all five, or say that the activity does not count for MIPS.',
  ),
  OUTCOME_TYPE_MISSING: value('A34', '{value} has no way in which it is measured.', 'Say objective or subjective.'),
  STATE_TAG_MISSING: state(
    'A36',
    'There is content that a state asks for, and no tag says which.',
    'Add a tag with domain and topic.',
  ),
  STATE_TAG_INCOMPLETE: value('A36', 'A tag needs both a domain and a topic.', 'Fill in both.'),
  PHARMACY_UNEXPECTED: state(
    'A37',
    'There are data for pharmacists, and no pharmacy credit.',
    'Designate pharmacy credit, or take the data out.',
  ),
  PHARMACY_TOPIC: value('A37', '“{value}” is not a topic designator.', 'Choose 01 to 08, or 99.'),
  SEQUENCE_NUMBER: value('A38', '{value} is not a sequence number.', 'Write a number from 1 to 9999.'),
  SPECIALTY_UNKNOWN: value(null, '“{value}” is not a specialty of the boards’ lists.', 'Choose one from the list.'),
  FIELD_MISSING: state('A39', '{label} is missing.', '{ask}'),
  FIELD_NEEDED: state('A47', '{label} may not be blank: {status} activities need it.', '{ask}'),
  NOT_A_DRAFT: verb(null, 'The activity is {status} already.', 'Load it again to see how it stands.'),
  NOT_ACTIVE: verb(null, 'Only an active activity can be closed; this is {status}.', 'Make it active first.'),
  NOT_CLOSED: verb(null, 'Only a closed activity can be reopened; this is {status}.', 'Change it as it is.'),
  CLOSED: verb(null, 'The activity is closed.', 'Reopen it, then change it.'),
  STAYS_OPEN: verb('A41', 'Enduring material stays open until its last day, {to}.', 'Close it after that day.'),
  CLOSED_EARLY: warning('A41', 'The activity is closed before its last day, {to}.', 'Reopen it if it still goes on.'),
  HAS_COMPLETIONS: verb(
    'A42',
    '{count} completions of the activity are accepted, or wait for a board.',
    'Delete those completions first; then the activity can be deleted.',
  ),
  FIXED_BY_COMPLETIONS: verb(
    'A43',
    '{label} cannot change: {count} completions are accepted, or wait for a board, as it is.',
    'Keep it, and enter what differs as an activity of its own.',
  ),
  SERIES_LOW_CREDIT: warning(
    'A44',
    '{value} credits are few for a series over {months} months.',
    'Designate the credit of the whole series, not of one session.',
  ),
  NO_LEARNERS: warning('A45', 'A live activity was closed without any learner.', 'Check the counts.'),
  LIKELY_DUPLICATE: warning(
    'A46',
    'Activity {of} has the same title and the same days.',
    'Delete one of the two if they are the same.',
  ),
  YEAR_CLOSED: verb(
    'R06',
    'The reporting year {year} was closed on {closedOn}.',
    'Ask the operator to reopen the activity.',
  ),
  ACTIVITY_NOT_FOUND: verb('A06', 'None of your activities has the id {value}.', 'Check the id against your list.'),
  ID_GIVEN: verb(
    'A01',
    'A new activity gets its id from us, and {value} was given.',
    'Leave the ACCME activity id blank.',
  ),
  IDS_DISAGREE: verb(
    'A05',
    '{value} is activity {one}, and {activityId} is another.',
    'Write one of the two ids, or both of the same activity.',
  ),
  ID_MISSING: verb('A06', 'Nothing says which activity it is.', 'Write its ACCME activity id, or your own id of it.'),
  VERSION_CONFLICT: verb(
    null,
    '{by} has changed {fields} since you loaded the activity.',
    'Load it again, then make your change.',
  ),
  BOARD_UNKNOWN: value('M01', '“{value}” is not a certifying board.', 'Choose from the list of boards.'),
  BOARD_TWICE: value('M01', '{board} is named more than once.', 'Keep one registration for each board.'),
  POINTS_STEP: value('M02', '{value} is not an amount of points.', 'Write a multiple of 0.25, 0.25 or more.'),
  CREDIT_TYPE_MISSING: value('M03', 'No credit type of {board} is chosen.', 'Choose one or more of {allowed}.'),
  CREDIT_TYPE_NOT_OF_BOARD: value('M03', '“{value}” is not a credit type of {board}.', 'Choose from {allowed}.'),
  PRACTICE_AREA_MISSING: value('M04', 'No practice area of {board} is chosen.', 'Choose one or more from its list.'),
  PRACTICE_AREA_NOT_OF_BOARD: value('M04', '“{value}” is not a practice area of {board}.', 'Choose from its list.'),
  POINTS_NOT_CREDITS: state(
    'M05',
    '{board} points are the AMA PRA credits of the activity: {credits}, not {points}.',
    'Make both the same.',
  ),
  OUTLINE_COUNT: value('M06', '{board} needs {min} to {max} areas of its content outline.', 'Choose them.'),
  OUTLINE_UNEXPECTED: value('M06', '{board} has no content outline.', 'Take the areas out.'),
  POINTS_ABOVE_CREDITS: warning(
    'M07',
    '{points} {board} points are more than the {credits} credits of the activity.',
    'Check the points; they are seldom more than the credits.',
  ),
  POINTS_BELOW_CREDITS: warning(
    'M08',
    '{points} {board} points are fewer than the {credits} credits of the activity.',
    'Set them equal, unless only a part counts for the board.',
  ),
  CREDIT_TYPE_UNLIKELY: warning(
    null,
    '{type} is meant for performance improvement, and this activity is of another format.',
    'Choose Medical Knowledge for what is taught; {type} only where practice is assessed.',
  ),
  ATTESTATION_MISSING: value('M09', '{count} of the five undertakings are not confirmed.', 'Confirm all five.'),
  BOARD_TOO_EARLY: state(
    'M10',
    '{board} takes activities that begin on {from} or later.',
    'Take the registration back, or check the first day.',
  ),
  BOARD_NOT_YET: state(
    'M11',
    '{board} takes activities that are active on {from} or later.',
    'Take the registration back, or check the last day.',
  ),
  CLAIM_BEFORE_START: state(
    'M12',
    'Points can be claimed until {value}, before the activity begins.',
    'Check the last day for claiming.',
  ),
  MOC_NOT_DISPLAYED: state(
    'M13',
    'An activity that is registered for {board} is displayed in CME Passport.',
    'Display it, or take the registration back.',
  ),
  BOARD_NOT_COLLABORATING: value('M14', '{board} no longer takes part.', 'Leave the board out.'),
  HAS_ACCEPTED_POINTS: verb(
    'M15',
    '{board} has accepted points of {count} learners, or is asked to.',
    'Delete those completions first; then the registration can be withdrawn.',
  ),
  NOT_REGISTERED: verb('M01', 'The activity is not registered for {board}.', 'Nothing needs to be withdrawn.'),
  NOTHING_TO_UNDO: verb(null, 'There is no change left to take back.', 'Delete the activity if it should not be.'),
} as const satisfies Record<string, ActivityCode>

export type ActivityCodeName = keyof typeof activityCodes
