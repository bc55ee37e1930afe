import { isTable, readPasted } from './read-pasted'
import { noLearner } from './typed-learner'

const dee = {
  ...noLearner,
  givenName: 'Deirdre',
  familyName: 'Marchetti',
  birthday: '09/10',
  licensingState: 'Maine',
  licenseOrNpi: 'MD23456',
}

test.each<[string, string, object]>([
  ['a row', 'Deirdre\tMarchetti\t09/10\tMaine\tMD23456', {}],
  ['a row as Excel ends it', 'Deirdre\tMarchetti\t09/10\tMaine\tMD23456\r\n', {}],
  ['spaces around', ' Deirdre \t Marchetti\t 09/10\tMaine \tMD23456 ', {}],
  ['no number', 'Deirdre\tMarchetti\t09/10\tMaine', { licenseOrNpi: '' }],
  ['a middle name', 'Deirdre\tAnne\tMarchetti\t09/10\tMaine\tMD23456', { middleName: 'Anne' }],
  ['a suffix too', 'Deirdre\tAnne\tMarchetti\tJr\t09/10\tMaine\tMD23456', { middleName: 'Anne', suffix: 'Jr' }],
  ['no middle name in its cell', 'Deirdre\t\tMarchetti\t09/10\tMaine\tMD23456', {}],
  ['a board', 'Deirdre\tMarchetti\t09/10\tMaine\tMD23456\tABIM\t219876', { board: 'ABIM', boardId: '219876' }],
  ['a spelled birthday', 'Deirdre\tMarchetti\t10-Sep\tMaine\tMD23456', {}],
  ['a birthday with its year, which is dropped', 'Deirdre\tMarchetti\t9/10/1975\tMaine\tMD23456', {}],
  ['a birthday that cannot be read', 'Deirdre\tMarchetti\tunknown\tMaine\tMD23456', { birthday: 'unknown' }],
  ['a quoted cell', '"Deirdre"\tMarchetti\t09/10\tMaine\t"MD\t23456"', { licenseOrNpi: 'MD\t23456' }],
  ['too many cells', 'Deirdre\tMarchetti\t09/10\tMaine\tMD23456\t\t\tanything', {}],
])('%s', (_, text, rest) => expect(readPasted(text)).toEqual([{ ...dee, ...rest }]))

test('the first row with a birthday tells the columns of all', () => {
  const text = 'Olga\t\tPetrova\t\tME\nDeirdre\tAnne\tMarchetti\t09/10\tMaine\tMD23456'
  expect(
    readPasted(text).map(({ middleName, familyName, licensingState }) => [middleName, familyName, licensingState]),
  ).toEqual([
    ['', 'Petrova', 'ME'],
    ['Anne', 'Marchetti', 'Maine'],
  ])
})

test('a line of headers gives the columns in any order, and is no learner', () => {
  const text = [
    'Record Action\tLast Name\tFirst Name\tDate of Birth (mm/dd)\tLicensing State\tLicensing ID or NPI',
    'Add\tMarchetti\tDeirdre\t09/10\tMaine\tMD23456',
  ].join('\n')
  expect(readPasted(text)).toEqual([dee])
})

test('blank lines are no learners', () => {
  expect(readPasted('\n\t\t\nDeirdre\tMarchetti\t09/10\tMaine\tMD23456\n\n')).toEqual([dee])
  expect(readPasted('')).toEqual([])
})

test('5,000 rows are read as fast as they are pasted', () => {
  expect(readPasted('Deirdre\tMarchetti\t09/10\tMaine\tMD23456\n'.repeat(5_000))).toHaveLength(5_000)
})

test.each([
  ['Deirdre', false],
  ['Deirdre Marchetti', false],
  ['Deirdre\nMarchetti', false],
  ['Deirdre\tMarchetti', true],
])('%j is a table: %s', (text, table) => expect(isTable(text)).toBe(table))
