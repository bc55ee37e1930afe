import fc from 'fast-check'
import { sureEnough } from '../../shared/column/column-matcher.js'
import { normalHeader } from '../../shared/column/header-words.js'
import { type ColumnKey, columns } from '../batch/columns.js'
import { namedColumns } from './column-names.js'
import { recognizeColumns } from './recognize-columns.js'

const fileColumns = (headers: readonly string[], samples: readonly string[] = []) =>
  headers.map((header, i) => ({ position: i + 1, header, samples }))
const keysOf = (headers: readonly string[]) => recognizeColumns(fileColumns(headers)).map(({ key }) => key)
const only = (header: string, samples: readonly string[] = [], activities: readonly string[] = []) => {
  const facts = { activities: new Set(activities), chosen: new Map() }
  const [found] = recognizeColumns(fileColumns([header], samples), facts)
  if (!found) throw new Error('A column is always answered.')
  return found
}

test.each<[header: string, key: ColumnKey]>([
  ['First', 'firstName'],
  ['FIRST NAME', 'firstName'],
  ['first_name', 'firstName'],
  ['FirstName', 'firstName'],
  ['Given name(s)', 'firstName'],
  ['Fist Name', 'firstName'],
  ['FNAME', 'firstName'],
  ['Physician First Name', 'firstName'],
  ['Surname', 'lastName'],
  ['Last', 'lastName'],
  ['Last Name *', 'lastName'],
  ['lastname', 'lastName'],
  ['Family Name', 'lastName'],
  ['DOB', 'dateOfBirth'],
  ['D.O.B.', 'dateOfBirth'],
  ['Birth Date', 'dateOfBirth'],
  ['BirthDate', 'dateOfBirth'],
  ['Birthday', 'dateOfBirth'],
  ['Date of Birth (mm/dd)', 'dateOfBirth'],
  ['Date Completed', 'completionDate'],
  ['Completion date', 'completionDate'],
  ['Completed On', 'completionDate'],
  ['Date of completion', 'completionDate'],
  ['Complete Date', 'completionDate'],
  ['License #', 'licenseIdOrNpi'],
  ['License No.', 'licenseIdOrNpi'],
  ['Medical License Number', 'licenseIdOrNpi'],
  ['NPI', 'licenseIdOrNpi'],
  ['NPI #', 'licenseIdOrNpi'],
  ['License State', 'licensingState'],
  ['State of Licensure', 'licensingState'],
  ['Lic. State', 'licensingState'],
  ['Event ID', 'activityId'],
  ['Activity ID', 'activityId'],
  ['ACCME Activity ID', 'activityId'],
  ['Course Number', 'activityId'],
  ['Credits', 'cmeCredits'],
  ['CME Credits', 'cmeCredits'],
  ['Credits Earned', 'cmeCredits'],
  ['# of CME Credits', 'cmeCredits'],
  ['AMA PRA Category 1 Credits™', 'cmeCredits'],
  ['Certifying board', 'certifyingBoard'],
  ['Board ID', 'certifyingBoardId'],
  ['ABIM ID', 'certifyingBoardId'],
  ['MOC Points', 'totalBoardCredits'],
  ['Total Board Credits', 'totalBoardCredits'],
  ['Credit Type', 'creditType'],
  ['Action', 'recordAction'],
  ['Add/Delete', 'recordAction'],
  ['CreditID', 'creditId'],
  ['🎓 Surname 🎓', 'lastName'],
])('B01 %j is %s', (header, key) => {
  const found = only(header)
  expect(found.key).toBe(key)
  expect(found.confidence).toBeGreaterThanOrEqual(sureEnough)
})

test.each([
  'Middle Name',
  'Full Name',
  'Name',
  'E-mail',
  'Phone',
  'City',
  'ZIP',
  'State',
  'Event Title',
  'Event Name',
  'Registration Date',
  'Start Date',
  'License Expiration',
  'License Type',
  'CME Hours',
  'Score',
  'Employee ID',
  'Degree',
  'Specialty',
  'Notes',
  'Column 7',
  '',
  '   ',
  '???',
  '🎉',
  '=HYPERLINK("http://x","First Name")',
  `${'First Name '.repeat(40)}`,
])('B02 %j is nothing that is read without asking', (header) => {
  expect(only(header).confidence).toBeLessThan(sureEnough)
})

describe('values count beside the name', () => {
  const [dobs, npis] = [
    ['09/10', '02/29', '12/25'],
    ['1234567893', '1003000126', '1245319599'],
  ]
  test.each<[string, string, readonly string[], ColumnKey | null, 'read' | 'not read']>([
    ['L05 month and day without a year', 'Born', dobs, 'dateOfBirth', 'not read'],
    ['L05 a name and its values', 'DOB', dobs, 'dateOfBirth', 'read'],
    [
      'L05 a name whose values are nothing of the kind',
      'DOB',
      ['Anaheim', 'Boise', 'Camden'],
      'dateOfBirth',
      'not read',
    ],
    ['L15 check digits of NPIs under any name', 'Ref', npis, 'licenseIdOrNpi', 'read'],
    ['L15 ten digits without them', 'Ref', ['1234567890', '1003000120', '1245319590'], null, 'not read'],
    ['states may be those of an address', 'State', ['ME', 'VT', 'Ohio'], 'licensingState', 'not read'],
    ['L07 days long ago are no completions', 'Completed', ['1971-02-03', '1980-09-10'], 'completionDate', 'not read'],
    ['days in either order', 'Completed', ['30/06/2026', '01/07/2026'], 'completionDate', 'read'],
    ['L13 numbers that are no quarters', 'Credits', ['1.1', '2.7', '3.3'], 'cmeCredits', 'not read'],
    ['boards under any name', 'Col', ['ABIM', 'ABS', 'ABP'], 'certifyingBoard', 'read'],
    ['actions under any name', 'X1', ['Add', 'Add', 'Delete'], 'recordAction', 'read'],
    ['names with digits', 'Last', ['MD123', 'MD124', 'MD125'], 'lastName', 'not read'],
  ])('%s', (_, header, samples, key, use) => {
    const found = only(header, samples)
    expect([found.key, found.confidence >= sureEnough ? 'read' : 'not read']).toEqual([key, use])
  })

  test('L02 the provider’s own activities tell their column, numbers of others do not', () => {
    const samples = ['200000001', '200000002']
    expect(only('Ref', samples, samples)).toMatchObject({ key: 'activityId', confidence: 0.9 })
    expect(only('Ref', samples).key).toBeNull()
    expect(only('Event ID', ['EV-1', 'EV-2']).confidence).toBeLessThan(sureEnough)
  })
})

test('every name of a column is taken for it, and no two columns share one', () => {
  for (const { key, names } of namedColumns)
    for (const name of names) expect([name, keysOf([name])[0]]).toEqual([name, key])
  const all = namedColumns.flatMap(({ names }) => [...new Set(names.map(normalHeader))])
  expect(all.filter((name, i) => all.indexOf(name) !== i)).toEqual([])
})

test('the template is recognized whole, pairs of credit types in their order', () => {
  expect(keysOf(columns.map(({ header }) => header))).toEqual(columns.map(({ key }) => key))
})

test('a foreign header in any order', () => {
  expect(keysOf(['Event ID', 'Phone', 'Surname', 'First', 'License #', 'Date Completed', 'DOB'])).toEqual([
    'activityId',
    null,
    'lastName',
    'firstName',
    'licenseIdOrNpi',
    'completionDate',
    'dateOfBirth',
  ])
})

test('of two columns of one name the second is not read, and one that was chosen goes before both', () => {
  expect(keysOf(['Surname', 'Surname'])).toEqual(['lastName', null])
  const chosen = new Map<number, ColumnKey | null>([
    [1, null],
    [3, 'lastName'],
  ])
  const found = recognizeColumns(fileColumns(['Surname', 'Last', 'X']), { activities: new Set(), chosen })
  expect(found.map(({ key, isChosen }) => [key, isChosen])).toEqual([
    [null, true],
    [null, false],
    ['lastName', true],
  ])
})

test('the columns of a result file are known as ours', () => {
  expect(
    recognizeColumns(fileColumns(['Surname', 'Outcome', 'Reason', 'Suggested Fix'])).map(({ isOurs }) => isOurs),
  ).toEqual([false, true, true, true])
})

test('any headers at all are answered, each of our columns once', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 60 }), (headers) => {
      const keys = keysOf(headers)
      const read = keys.filter((key) => key !== null)
      expect([keys.length, new Set(read).size]).toEqual([headers.length, read.length])
    }),
    { numRuns: 30 },
  )
})
