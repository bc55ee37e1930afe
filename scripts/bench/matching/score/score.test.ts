import { aRow } from '../testing.js'
import { type Answer, judge } from './judge.js'
import { ratesOf } from './rates.js'
import { Scoreboard } from './scoreboard.js'

const matched = (personId: string): Answer => ({ decision: 'MATCHED', personId, candidates: [{ personId }] })
const near = (personId: string, namedField?: Answer['namedField']): Answer => ({
  decision: 'MISMATCH',
  personId,
  namedField,
  candidates: [{ personId }],
})
const listing = (...ids: string[]): Answer => ({
  decision: 'AMBIGUOUS',
  candidates: ids.map((personId) => ({ personId })),
})
const nobody: Answer = { decision: 'NOT_FOUND', candidates: [] }

test.each([
  ['the right one', 'right', matched('7'), {}],
  ['another one', 'wrongPerson', matched('8'), {}],
  ['anybody, when nobody is on file', 'wrongPerson', matched('7'), { truthId: undefined }],
  ['several with the right one', 'listed', listing('8', '7'), {}],
  ['several without', 'notListed', listing('8', '9'), {}],
  ['several, when nobody is on file', 'notListed', listing('8', '9'), { truthId: undefined }],
  ['a near miss with its field', 'nearAndNamed', near('7', 'BIRTHDATE'), { errors: ['dob:swapped'] }],
  [
    'a near miss with one of two fields',
    'nearAndNamed',
    near('7', 'LAST_NAME'),
    { errors: ['dob:swapped', 'last:typo'] },
  ],
  ['a near miss with another field', 'nearFirst', near('7', 'STATE'), { errors: ['dob:swapped'] }],
  ['a near miss without a field', 'nearFirst', near('7'), { errors: ['dob:swapped'] }],
  ['a near miss of another one', 'nearOther', near('8', 'BIRTHDATE'), { errors: ['dob:swapped'] }],
  ['a near miss, when nobody is on file', 'nearOther', near('7', 'STATE'), { truthId: undefined }],
  ['nobody', 'notFound', nobody, {}],
])('%s counts as %s', (_, result, answer, label) => {
  expect(judge({ ...aRow().label, truthId: '7', ...label }, answer)).toBe(result)
})

/** Twenty rows of which it is known what each figure has to be. */
function scored() {
  const board = new Scoreboard()
  const add = (times: number, label: Parameters<typeof aRow>[0], answer: Answer, cells = {}) => {
    const all = { default: answer, bold: answer, asked: matched('7'), naive: nobody }
    for (let time = 0; time < times; time += 1) board.add(aRow(label, cells), all, () => 5)
  }
  add(8, { truthId: '7' }, matched('7'), { npi: '1234567893' })
  add(1, { truthId: '7', expect: 'match-or-near', errors: ['last:typo'] }, matched('8'), { npi: '1234567893' })
  add(2, { truthId: '7', expect: 'match-or-near', errors: ['dob:swapped'] }, near('7', 'BIRTHDATE'))
  add(1, { truthId: '7', expect: 'match-or-near', errors: ['dob:swapped'] }, near('9', 'STATE'))
  add(1, { truthId: '7' }, nobody)
  add(2, { truthId: '7', expect: 'several', exactK: 2 }, listing('6', '7'))
  add(1, { truthId: '7', expect: 'several', exactK: 2 }, matched('6'))
  add(1, { truthId: undefined, expect: 'none' }, matched('7'), { npi: '1234567893' })
  add(3, { truthId: undefined, expect: 'none' }, nobody)
  return board
}

test('a confusion made by hand has the figures worked out by hand', () => {
  const board = scored()
  expect([board.rows, board.ambiguous]).toEqual([20, 2])
  expect(ratesOf(board.tables.default)).toEqual({
    precision: 8 / 11,
    recall: 8 / 13,
    f1: (2 * (8 / 11) * (8 / 13)) / (8 / 11 + 8 / 13),
    harmlessRecall: 8 / 9,
    wrongPersonPerMillion: (3 / 11) * 1_000_000,
    wrongOnFilePerMillion: (2 / 11) * 1_000_000,
    wrongNotOnFilePerMillion: (1 / 11) * 1_000_000,
    recallWithIdentifier: 8 / 9,
    wrongWithIdentifierPerMillion: 200_000,
    recallWithoutIdentifier: 0,
    wrongWithoutIdentifierPerMillion: 1_000_000,
    severalListed: 2 / 3,
    severalDecided: 1 / 3,
    nearRightPersonFirst: 2 / 3,
    nearNamedRight: 2 / 3,
    onFileNotFound: 1 / 13,
    recallGap: 0,
  })
  expect(ratesOf(board.tables.naive)).toMatchObject({ precision: 0, recall: 0, f1: 0, wrongPersonPerMillion: 0 })
  expect(ratesOf(board.tables.asked).recall).toBe(1)
})

test('the gap between bands counts only bands with enough rows', () => {
  const board = new Scoreboard()
  const add = (times: number, bearers: number, answer: Answer) => {
    const all = { default: answer, bold: answer, asked: answer, naive: answer }
    for (let time = 0; time < times; time += 1) board.add(aRow({ truthId: '7' }), all, () => bearers)
  }
  add(1_000, 5, matched('7'))
  add(900, 2_000, matched('7'))
  add(100, 2_000, nobody)
  add(50, 9_000, nobody)
  expect(ratesOf(board.tables.default).recallGap).toBeCloseTo(0.1, 10)
})

test('a row without a label is a row and nothing more', () => {
  const board = new Scoreboard()
  const answer = matched('7')
  board.add({ ...aRow(), label: undefined }, { default: answer, bold: answer, asked: answer, naive: answer }, () => 1)
  expect([board.rows, board.isLabelled]).toEqual([1, false])
})
