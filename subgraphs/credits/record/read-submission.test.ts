import fc from 'fast-check'
import { readSubmission } from './read-submission.js'
import { isUnreadable } from './submission.js'
import { cells, mocCells } from './testing.js'

const read = (changes: Parameters<typeof cells>[0]) => {
  const row = readSubmission(3, cells(changes))
  if (isUnreadable(row)) throw new Error(row.issues.map(({ message }) => message).join(' '))
  return row
}

test('a row says who completed what, when, and for which credit', () => {
  expect(read({ licenseIdOrNpi: ' MD1 ', ...mocCells })).toMatchObject({
    action: 'ADD',
    activityId: '200000001',
    completedOn: '2026-06-20',
    givenName: 'Deirdre',
    familyName: 'Marchetti',
    birthMonth: 9,
    birthDay: 10,
    state: 'ME',
    licenseOrNpi: 'MD1',
    cme: { quarters: 20, state: 'ME' },
    moc: { board: 'ABIM', boardId: '219876', quarters: 20, lines: [{ creditType: 'MK', quarters: 20 }] },
  })
})

test.each([['MK'], ['Medical Knowledge'], ['medical knowledge (Part II)']])(
  'L19 the credit type may be written as %s',
  (creditType) => {
    expect(read({ ...mocCells, creditType }).moc?.lines).toEqual([{ creditType: 'MK', quarters: 20 }])
  },
)

test('a MOC part that cannot be read leaves the CME part standing', () => {
  const row = read({ ...mocCells, totalBoardCredits: 'many' })
  expect([row.cme?.quarters, row.moc, row.mocIssues.map(({ code }) => code)]).toEqual([
    20,
    undefined,
    ['ROW_BAD_VALUE'],
  ])
})

test('what can be no number of a license or of a diplomate is said to be none (L14, L15)', () => {
  const row = readSubmission(3, cells({ licenseIdOrNpi: '💩' }))
  expect(row).toMatchObject({ issues: [{ code: 'ROW_BAD_VALUE', column: 'Licensing ID or NPI' }] })
  expect(read({ licenseIdOrNpi: '-' }).licenseOrNpi).toBe('-')
  const { moc, mocIssues, cme } = read({ ...mocCells, certifyingBoard: 'ABS', certifyingBoardId: '💩' })
  expect([cme?.quarters, moc, mocIssues]).toMatchObject([20, undefined, [{ column: 'Certifying Board ID' }]])
})

test('whatever stands in the cells, a row is understood or says why not', () => {
  const anything = fc.dictionary(
    fc.constantFrom(...(Object.keys({ ...cells(), ...mocCells }) as (keyof ReturnType<typeof cells>)[])),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(anything, (changes) => {
      const row = readSubmission(3, cells(changes))
      if (isUnreadable(row)) expect(row.issues.length).toBeGreaterThan(0)
      else expect(Number.isInteger(row.cme?.quarters ?? 0)).toBe(true)
    }),
  )
})
