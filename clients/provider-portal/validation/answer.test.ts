import { answerOf, failed, incomplete, inOneLine, type Validation } from './answer'

const dee = { givenName: 'Deirdre', familyName: 'Marchetti', birthMonth: 9, birthDay: 10, licensingState: 'ME' }
type Part = NonNullable<Validation['license']>

const anIssue = (code: string, column: string | null = null): Validation['issues'][number] => ({
  code,
  severity: 'ERROR',
  column,
  message: `${code}.`,
  fix: 'Do this.',
})
const aPart = (decision: Part['decision'], rest: Partial<Part> = {}): Part => ({
  decision,
  askFor: null,
  issues: [],
  ...rest,
})
const aValidation = (rest: Partial<Validation>): Validation => ({
  isValid: false,
  issues: [],
  license: null,
  board: null,
  ...rest,
})

test('a match is said plainly, and so is what is worth knowing about it', () => {
  const warned = aPart('MATCHED', { issues: [{ ...anIssue('NAME_VARIANT'), fix: null }] })
  const answer = answerOf(aValidation({ isValid: true, license: warned }), dee)
  expect([answer.verdict, answer.said[0]?.title, inOneLine(answer), answer.marks]).toEqual([
    'MATCHED',
    'Matched',
    'NAME_VARIANT.',
    {},
  ])
})

test('a plain match needs no more words in a list', () => {
  expect(inOneLine(answerOf(aValidation({ isValid: true, license: aPart('MATCHED') }), dee))).toBe('')
})

test('I15 of a license that has ended the state is named, and no day of completion', () => {
  const ended = aPart('MATCHED', { issues: [anIssue('LICENSE_NOT_CURRENT')] })
  expect(inOneLine(answerOf(aValidation({ license: ended }), dee))).toContain('No license of Maine is in force today')
})

test.each([
  ['NPI', undefined, 'licenseOrNpi', 'A license number or NPI would settle it.'],
  [
    'LICENSE',
    '1234567893',
    'licenseOrNpi',
    'The right license number or NPI in place of what stands there would settle it.',
  ],
  ['MIDDLE_NAME', undefined, 'middleName', 'The middle name, or its initial, would settle it.'],
  ['BOARD_ID', undefined, 'boardId', 'The ID at the certifying board would settle it.'],
] as const)('I02 where several fit, %s is asked for at its field', (askFor, licenseOrNpi, field, why) => {
  const answer = answerOf(aValidation({ license: aPart('AMBIGUOUS', { askFor }) }), { ...dee, licenseOrNpi })
  expect([answer.verdict, answer.ask]).toEqual(['AMBIGUOUS', { field, why }])
  expect(answer.marks).toEqual({ [field]: { tone: 'warning', text: why } })
  expect(answer.said[0]?.sentences).toEqual(['Two or more physicians may fit.', why])
})

test('where several fit and no field would settle it, the catalogue says what to do', () => {
  const issues = [anIssue('LEARNER_AMBIGUOUS', 'Licensing ID or NPI')]
  const answer = answerOf(aValidation({ license: aPart('AMBIGUOUS', { issues }) }), dee)
  expect([answer.ask, inOneLine(answer)]).toEqual([undefined, 'LEARNER_AMBIGUOUS. Do this.'])
})

test('a field that does not agree is marked', () => {
  const issues = [anIssue('NAME_MISMATCH', 'First Name'), anIssue('NAME_MISMATCH', 'Last Name')]
  const { verdict, marks } = answerOf(aValidation({ license: aPart('MISMATCH', { issues }) }), dee)
  expect(verdict).toBe('MISMATCH')
  expect(Object.keys(marks)).toEqual(['givenName', 'familyName'])
})

test('of license and board each is told, and the worse one counts', () => {
  const board = aPart('NOT_FOUND', { issues: [anIssue('BOARD_ID_MISMATCH', 'Certifying Board ID')] })
  const answer = answerOf(aValidation({ license: aPart('MATCHED'), board }), { ...dee, board: 'ABIM' })
  expect(answer.verdict).toBe('NOT_FOUND')
  expect(inOneLine(answer)).toBe('By license: matched. By ABIM: not found. BOARD_ID_MISMATCH. Do this.')
  expect(Object.keys(answer.marks)).toEqual(['boardId'])
})

test('I11 two physicians are no match, although each part has found one', () => {
  const found = aPart('MATCHED')
  const answer = answerOf(aValidation({ issues: [anIssue('IDENTITY_CONFLICT')], license: found, board: found }), dee)
  expect([answer.verdict, answer.said[0]?.title]).toEqual(['CONFLICT', 'Two different physicians'])
})

test('what cannot be read is marked at its field', () => {
  const answer = answerOf(aValidation({ issues: [anIssue('ROW_BAD_VALUE', 'Last Name')] }), dee)
  expect([answer.verdict, Object.keys(answer.marks)]).toEqual(['UNREADABLE', ['familyName']])
})

test('what is missing and what went wrong are answers too', () => {
  const missing = incomplete([
    { field: 'familyName', name: 'last name' },
    { field: 'birthday', name: 'month and day of birth' },
  ])
  expect(inOneLine(missing)).toBe('Still missing: last name, month and day of birth')
  const problem = failed({ kind: 'OFFLINE', message: 'CreditGraph cannot be reached.', hint: 'Check your connection.' })
  expect([problem.verdict, problem.said[0]?.title]).toEqual(['FAILED', 'CreditGraph cannot be reached.'])
  expect(inOneLine(failed({ kind: 'REFUSED', message: 'Too many.' }))).toBe('Too many.')
})
