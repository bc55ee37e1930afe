import type { KnownColumns } from '../../shared/column/column-matcher.js'
import { type ColumnKey, columns } from '../batch/columns.js'

/** Names that learning systems give to columns, beside those of the template. */
const otherNames: Partial<Record<ColumnKey, readonly string[]>> = {
  recordAction: ['Action Code', 'Add or Delete', 'Add/Delete'],
  activityId: [
    'Activity Number',
    'Activity Code',
    'Event ID',
    'Event Number',
    'Event Code',
    'Course ID',
    'Course Number',
    'Course Code',
    'Program ID',
    'Session ID',
    'PARS Activity ID',
  ],
  completionDate: [
    'Completed',
    'Completed On',
    'Completed Date',
    'Completion',
    'Date of Completion',
    'Activity Completion Date',
    'Course Completion Date',
    'Date Earned',
    'Date Awarded',
    'Award Date',
    'Credit Date',
    'Date Attended',
    'Attendance Date',
  ],
  firstName: ['First', 'Forename', 'Given', 'Firstname', 'First Nm', 'Physician First Name', 'Attendee First Name'],
  lastName: ['Last', 'Lastname', 'Last Nm', 'Physician Last Name', 'Attendee Last Name'],
  dateOfBirth: ['Birthdate', 'Birthday', 'Birth Day', 'D.O.B.', 'DOB mm/dd', 'Birth mm/dd', 'Birth Month and Day'],
  licensingState: [
    'State of License',
    'State License',
    'Licensed State',
    'State Licensed',
    'License Jurisdiction',
    'Lic State',
    'Medical License State',
  ],
  licenseIdOrNpi: [
    'License',
    'License Number',
    'License ID',
    'Lic Number',
    'Medical License',
    'Medical License Number',
    'State License Number',
    'Physician License Number',
    'NPI',
    'NPI Number',
    'National Provider Identifier',
  ],
  cmeCredits: [
    'Credits',
    'CME',
    'Credits Earned',
    'Credits Claimed',
    'Credits Awarded',
    'CME Credits Earned',
    'CME Credits Claimed',
    'CME Credits Awarded',
    'CME Credit Amount',
    'Credit Amount',
    'Category 1 Credits',
    'AMA PRA Category 1 Credits',
    'AMA Credits',
  ],
  certifyingBoard: ['MOC Board', 'ABMS Board', 'Specialty Board', 'Member Board', 'Board Name', 'Board Code'],
  certifyingBoardId: [
    'Diplomate ID',
    'Diplomate Number',
    'Candidate Number',
    'Board Number',
    'Board Certification Number',
    'ABIM ID',
    'ABIM Number',
  ],
  totalBoardCredits: [
    'MOC Points',
    'MOC Credits',
    'Board Credits',
    'Board Points',
    'CC Points',
    'Points',
    'Total Points',
  ],
  creditType: ['Type of Credit', 'MOC Type'],
  creditTypeCredits: ['Credit Type Credits', 'Credit Type Points'],
  localIdentifier: ['Local Learner ID', 'Local Learner Identifier'],
  practiceState: ['Primary Practice State'],
  deaRegistration: ['DEA Registered'],
  surgicalProcedures: ['Performs Surgery'],
  timeInPractice: ['Years in Practice'],
  creditId: ['CCID', 'External Credit ID'],
}

/** Columns of which a row has up to five: what the first is called, and those behind it in their order. */
export const repeating: ReadonlyMap<ColumnKey, readonly ColumnKey[]> = new Map([
  [
    'creditType',
    ['creditType', 'additionalCreditType1', 'additionalCreditType2', 'additionalCreditType3', 'additionalCreditType4'],
  ],
  [
    'creditTypeCredits',
    ['creditTypeCredits', 'additionalCredits1', 'additionalCredits2', 'additionalCredits3', 'additionalCredits4'],
  ],
])

const firstOf = new Map([...repeating].flatMap(([first, all]) => all.map((key) => [key, first] as const)))

/** The columns of learner credit by all their names; those that repeat stand once. */
export const namedColumns: KnownColumns<ColumnKey>['columns'] = columns
  .filter(({ key }) => (firstOf.get(key) ?? key) === key)
  .map(({ key }) => ({
    key,
    names: columns.flatMap((column) =>
      (firstOf.get(column.key) ?? column.key) === key
        ? [column.header, ...column.aliases, ...(otherNames[column.key] ?? [])]
        : [],
    ),
    repeats: repeating.has(key),
  }))
