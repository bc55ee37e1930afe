import { citedIn, isAmong, rulesOf } from './rules.js'

test('rules are the rows that begin with a number', () => {
  const catalogue =
    '| #   | Rule |  |\n| --- | --- | - |\n| A01 | nine digits | E |\n| R01 | 31 March |\nA02 in a sentence'
  expect(rulesOf(catalogue)).toEqual([
    { number: 'A01', text: 'nine digits' },
    { number: 'R01', text: '31 March' },
  ])
})

test.each([
  ["test('A01: nine digits')", ['A01']],
  ['A10, A11; not AB12 and not A123', ['A10', 'A11']],
  ['M01 to M03', ['M01', 'M02', 'M03']],
  ['L09–L11', ['L09', 'L10', 'L11']],
  ['A01 to M02', ['A01', 'M02']],
])('%s', (test, expected) => expect([...citedIn(test)].toSorted()).toEqual(expected))

test.each([
  [['A'], 'A47', true],
  [['A'], 'M01', false],
  [['R01-R06'], 'R06', true],
  [['R01-R06'], 'R07', false],
  [['R01-R06'], 'P03', false],
  [['V06'], 'V06', true],
  [['A', 'V06'], 'V05', false],
])('%p and %s: %s', (groups, number, expected) => expect(isAmong(groups, { number, text: '' })).toBe(expected))
