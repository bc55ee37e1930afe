import { randomStream } from '../../seed/random/random.js'
import { compareCounts, compareOutcomes, countsOf } from './compare.js'
import type { Offer } from './offers.js'
import type { Person } from './people.js'
import { RowMaker } from './row-maker.js'

const people = Array.from(
  { length: 400 },
  (_, place): Person => ({
    learnerId: `learner-${place}`,
    givenName: 'Nora',
    familyName: `Name ${place}`,
    birthMonth: 2,
    birthDay: 9,
    licenses: [{ state: 'ME', number: `MD${place}` }],
    boards: place % 4 ? {} : { ABIM: String(place) },
  }),
)
const offer: Offer = { activityId: '200000002', credits: 2, from: '2026-01-01', to: '2026-01-31', registrations: [] }
const offers: Offer[] = [
  offer,
  { ...offer, activityId: '200000003', registrations: [{ board: 'ABIM', points: 2, creditTypes: ['MK'] }] },
  { ...offer, activityId: '200000004', registrations: [{ board: 'ABP', points: 2, creditTypes: ['LLSA'] }] },
]
const random = randomStream(1, 'test')

test('a file has the kinds of rows in their shares, the same each time', () => {
  const rows = new RowMaker(people, offers, []).rows(200, random(0))
  expect(countsOf(rows)).toEqual({ accepted: 190, rejected: 9, duplicate: 1 })
  expect(rows.filter(({ cells }) => cells.board === 'ABIM')).toHaveLength(30)
  expect(rows.filter(({ cells }) => cells.license !== undefined)).toHaveLength(20)
  expect(new RowMaker(people, offers, []).rows(200, random(0))).toEqual(rows)
})

test('a learner and an activity meet once in all files, but for rows that repeat another', () => {
  const taken = ['learner-1 200000002']
  const maker = new RowMaker(people, offers, taken)
  const cells = [0, 1].flatMap((file) => maker.rows(200, random(file)).filter(({ kind }) => !kind.repeats))
  const pairs = cells.map(({ cells: { last, activity } }) => `${last} ${activity}`)
  // A row with a wrong activity, or about nobody, lost its own.
  const known = pairs.filter((pair) => !pair.endsWith('999999999') && !pair.startsWith('Nobodyson'))
  expect(new Set(known).size).toBe(known.length)
  expect(known).not.toContain('Name 1 200000002')
})

test('more rows than people and activities allow are refused', () => {
  expect(() => new RowMaker(people.slice(0, 5), offers, []).rows(100, random(0))).toThrow('Ask for fewer.')
})

test('a row that ended differently is told of, and so is one that is missing', () => {
  const made = new RowMaker(people, offers, []).rows(8, random(0))
  const read = made.map(({ kind: { outcome, code } }, place) => ({
    rowNumber: place + 3,
    outcome: outcome as string,
    issues: code ? [{ code }] : [],
  }))
  expect(compareOutcomes(made, read)).toEqual([])
  expect(compareOutcomes(made, read.slice(1))).toEqual(['The file has 8 rows, and 7 can be read.'])
  const wrong = [{ rowNumber: 3, outcome: 'REJECTED', issues: [{ code: 'LEARNER_NOT_FOUND' }] }, ...read.slice(1)]
  expect(compareOutcomes(made, wrong)).toEqual(['Row 3 should be ACCEPTED and is REJECTED LEARNER_NOT_FOUND.'])
  const counts = countsOf(made)
  expect(compareCounts(counts, counts)).toEqual([])
  expect(compareCounts(counts, { ...counts, duplicate: 1 })).toEqual(['0 rows should be duplicate and 1 are.'])
})
