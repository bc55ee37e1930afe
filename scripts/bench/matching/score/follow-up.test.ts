import { aPhysician, aRow } from '../testing.js'
import { answerQuestion } from './follow-up.js'

const { cells } = aRow({}, { first: 'Ann', state: ' nh', npi: '1' })
const licenses = [
  { state: 'ME', number: 'MD1' },
  { state: 'NH', number: '22' },
]

test.each([
  ['NPI', { npi: '1234567893' }],
  ['LICENSE', { license: '22', state: 'NH' }],
  ['BOARD_ID', { board_id: 'ABIM:219876' }],
  ['BIRTHDATE', { birth_month: '3', birth_day: '9' }],
  ['MIDDLE_NAME', { middle: 'Beth' }],
] as const)('asked for %s, somebody says it', (field, answer) => {
  expect(answerQuestion(cells, field, aPhysician({ licenses }))).toEqual({ ...cells, ...answer })
})

test.each(['BOARD_ID', 'MIDDLE_NAME', 'SUFFIX', 'EMAIL'] as const)('without a %s there is no answer', (field) => {
  expect(answerQuestion(cells, field, aPhysician({ boards: [], middle: '', suffix: '', email: '' }))).toBeUndefined()
})
