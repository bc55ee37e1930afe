import { closestFirst, fieldRows } from './field-rows'
import type { Candidate } from './review-page'

const claim = {
  givenName: 'Lina',
  familyName: 'Ali',
  middleName: null,
  suffix: null,
  birthday: '03/10',
  state: 'ME',
  licenseOrNpi: null,
  boardCode: null,
  boardId: null,
}
const nothing = { level: null, bits: 0, given: null }
const candidate: Candidate = {
  learnerId: '1',
  probability: 0.5,
  priorBits: -10,
  totalBits: 0,
  needsSecond: false,
  fields: [
    { field: 'MIDDLE_NAME', ...nothing, onFile: ['Shirin'] },
    { field: 'SUFFIX', ...nothing, onFile: [] },
  ],
  vetoes: [],
  learner: null,
}

test('a field has a row when it was given or is on file of somebody', () => {
  const rows = fieldRows(claim, [candidate]).map(({ field, given }) => [field, given])
  expect(rows).toEqual([
    ['LAST_NAME', 'Ali'],
    ['FIRST_NAME', 'Lina'],
    ['MIDDLE_NAME', null],
    ['BIRTHDATE', '03/10'],
    ['STATE', 'ME'],
  ])
})

test.each([
  ['1234567893', 'NPI', '1234567893'],
  ['123-456-7893', 'NPI', '123-456-7893'],
  ['MD23456', 'LICENSE', 'ME MD23456'],
])('the number %s is compared as %s (L16)', (licenseOrNpi, field, asOnFile) => {
  const rows = fieldRows({ ...claim, licenseOrNpi }, [])
  expect(rows.find((row) => row.given === licenseOrNpi)).toMatchObject({ field, asOnFile })
})

test('of several values the closest stands first', () => {
  expect(closestFirst(['NC 2002-81663', 'ME MD97172'], 'ME MD97171')).toEqual(['ME MD97172', 'NC 2002-81663'])
  expect(closestFirst(['FL', 'ME'], null)).toEqual(['FL', 'ME'])
})
