import type { RowCodeName } from '../../reference/row-codes.js'
import { type ColumnKey, columns, type RowCells } from '../batch/columns.js'
import { issue } from '../record/issue.js'
import { anActivity, cells, dee, judged, mismatched, mocCells } from '../record/testing.js'
import { meantActivityIds } from './activity-slips.js'
import { nearest, stepsBetween } from './nearest.js'
import { type ProposalFacts, propose } from './propose.js'

const proposed = (row: RowCells, issues: Parameters<typeof propose>[0], facts: Partial<ProposalFacts> = {}) =>
  propose(issues, { cells: row, activity: anActivity(), nearActivities: new Set(), ...facts }).map(
    ({ key, text }) => `${key} ${text || '(blank)'}`,
  )

/** What is proposed for a row that is judged as it stands. */
function proposedFor(changes: Partial<Record<ColumnKey, string>>, facts: Partial<ProposalFacts> = {}) {
  const row = cells(changes)
  const [verdict] = judged([row], { activities: [facts.activity ?? anActivity()] })
  return proposed(row, verdict?.issues ?? [], facts)
}

const oneType = anActivity({
  registrations: [{ boardCode: 'ABIM', quarters: 40, creditTypes: ['PS'], creditClaimOn: null }],
})
const onlyMoc = { licensingState: '', cmeCredits: '', ...mocCells }

test.each<[string, Partial<Record<ColumnKey, string>>, string[]]>([
  ['day before month', { completionDate: '20/06/2026' }, ['completionDate 06/20/2026']],
  ['points in a date, a short year', { completionDate: '20.6.26' }, ['completionDate 06/20/2026']],
  ['no date at all', { completionDate: 'soon' }, []],
  ['a day that no month has', { completionDate: '31/31/2026' }, []],
  ['a blank date of several days', { completionDate: '' }, []],
  ['a birthday the other way round', { dateOfBirth: '30/09' }, ['dateOfBirth 09/30']],
  ['a birthday with a masked year', { dateOfBirth: '30/09/####' }, ['dateOfBirth 09/30']],
  ['a birthday of words', { dateOfBirth: 'unknown' }, []],
  ['a decimal comma', { cmeCredits: '2,5' }, ['cmeCredits 2.5']],
  ['a third of an hour', { cmeCredits: '1.3' }, ['cmeCredits 1.25']],
  ['a unit behind the amount', { cmeCredits: '5 credits' }, ['cmeCredits 5']],
  ['next to nothing', { cmeCredits: '0.01' }, []],
  ['less than nothing', { cmeCredits: '-5' }, []],
  ['a misspelled state', { licensingState: 'Masachusets' }, ['licensingState Massachusetts']],
  ['a state like several', { licensingState: 'Dakota' }, []],
  ['a blank action', { recordAction: '' }, ['recordAction Add']],
  ['another word for adding', { recordAction: 'New' }, ['recordAction Add']],
  ['another word for deleting', { recordAction: 'Remove' }, ['recordAction Delete']],
  ['an action that is none', { recordAction: 'Update' }, []],
  ['a day in another year', { completionDate: '2025-06-20' }, ['completionDate 06/20/2026']],
  ['a day after the end', { completionDate: '2026-06-28' }, ['completionDate 06/25/2026']],
  ['a day to come', { completionDate: '2026-07-28' }, ['completionDate 06/25/2026']],
  ['a day before the beginning', { completionDate: '2026-04-20' }, []],
  ['more credits than there are', { cmeCredits: '11' }, ['cmeCredits 10']],
  ['more points than there are', { ...onlyMoc, totalBoardCredits: '11' }, ['totalBoardCredits 10']],
  ['a line above the total', { ...onlyMoc, creditTypeCredits: '6' }, ['creditTypeCredits 5']],
  ['a blank total', { ...onlyMoc, totalBoardCredits: '' }, ['totalBoardCredits 5']],
  ['a misspelled credit type', { ...onlyMoc, creditType: 'Medcal Knowledge' }, ['creditType Medical Knowledge']],
  ['several at once', { recordAction: '', cmeCredits: '2,5' }, ['recordAction Add', 'cmeCredits 2.5']],
  ['nothing wrong', {}, []],
])('%s', (_what, changes, expected) => {
  expect(proposedFor(changes)).toEqual(expected)
})

test.each<[string, Partial<Record<ColumnKey, string>>, string[]]>([
  ['a type that is not registered', onlyMoc, ['creditType Patient Safety']],
  ['a blank type', { ...onlyMoc, creditType: '' }, ['creditType Patient Safety']],
])('of one credit type: %s', (_what, changes, expected) => {
  expect(proposedFor(changes, { activity: oneType })).toEqual(expected)
})

test('the line that is meant is found among several', () => {
  const row = { ...onlyMoc, additionalCreditType1: 'Patient Safety', additionalCredits1: '6' }
  expect(proposedFor(row)).toEqual(['additionalCredits1 5'])
})

test('a blank date of an activity of one day is that day', () => {
  const activity = anActivity({ startsOn: '2026-06-25' })
  expect(proposedFor({ completionDate: '' }, { activity })).toEqual(['completionDate 06/25/2026'])
})

test('an id is proposed only where one of the provider’s own activities is near it', () => {
  const row = { activityId: '200000010' }
  const near = (...ids: string[]) => proposedFor(row, { nearActivities: new Set(ids) })
  expect(near('200000001')).toEqual(['activityId 200000001'])
  expect(near('200000001', '200000011')).toEqual([])
  expect(near('987654321')).toEqual([])
  expect(near()).toEqual([])
})

describe('nothing that is on file of a person is proposed (I12)', () => {
  const secrets: RowCodeName[] = [
    'LEARNER_NOT_FOUND',
    'LEARNER_AMBIGUOUS',
    'NAME_MISMATCH',
    'NPI_INVALID',
    'BOARD_ID_MISMATCH',
    'BOARD_ID_MISSING',
    'IDENTITY_CONFLICT',
  ]
  test.each(secrets)('%s has no proposal', (code) => {
    for (const { key } of columns)
      expect(proposed(cells(), [issue(code, key, { value: '1', board: 'ABIM' })])).toEqual([])
  })

  test('a birthday that is said to differ is turned round, and no other one is named', () => {
    const [verdict] = judged([cells({ dateOfBirth: '10/09' })], {
      match: { license: mismatched(dee, 'BIRTHDATE'), diplomate: null },
      known: [dee],
    })
    expect(proposed(cells({ dateOfBirth: '10/09' }), verdict?.issues ?? [])).toEqual(['dateOfBirth 09/10'])
    expect(proposed(cells({ dateOfBirth: '10/13' }), verdict?.issues ?? [])).toEqual([])
    expect(proposed(cells({ dateOfBirth: '10/10' }), verdict?.issues ?? [])).toEqual([])
  })

  test('a number that is said to be wrong can be left out', () => {
    const row = cells({ licenseIdOrNpi: '123' })
    expect(proposed(row, [issue('LICENSE_MISMATCH', 'licensingState')])).toEqual(['licenseIdOrNpi (blank)'])
    expect(proposed(cells(), [issue('LICENSE_MISMATCH', 'licensingState')])).toEqual([])
  })
})

test.each([
  ['', '', 0],
  ['MAINE', 'MAINE', 0],
  ['MAIN', 'MAINE', 1],
  ['MIANE', 'MAINE', 1],
  ['MARNE', 'MAINE', 1],
  ['', 'MAINE', 5],
])('from “%s” to “%s” it is %i steps', (one, other, steps) => {
  expect(stepsBetween(one, other)).toBe(steps)
  expect(stepsBetween(other, one)).toBe(steps)
})

test.each([
  ['Main', ['Maine', 'Maryland'], 'Maine'],
  ['ME', ['Maine'], undefined],
  ['Dakota', ['North Dakota', 'South Dakota'], undefined],
  ['x'.repeat(10_000), ['Maine'], undefined],
])('%s may mean', (text, known, expected) => {
  expect(nearest(text.slice(0, 10_000), known)).toBe(expected)
})

test('slips of an id are few, and never the id itself', () => {
  const ids = meantActivityIds('200000010')
  expect(ids).toContain('200000001')
  expect(ids).not.toContain('200000010')
  expect(ids.length).toBeLessThanOrEqual(90)
  expect(meantActivityIds('200 000 001')).toContain('200000001')
  for (const text of ['', 'ABC', '20000001', '2'.repeat(500)]) expect(meantActivityIds(text)).toEqual([])
})
