import type { ComparedField, Decision, ScoredCandidate } from '../matching/engine/types.js'
import { guessesOf } from './guesses-of.js'

type Levels = Partial<Record<ComparedField, [level: string, bits: number]>>

const aCandidate = (personId: string, levels: Levels): ScoredCandidate => ({
  personId,
  probability: 0.5,
  evidence: Object.entries(levels).map(([field, [level, bits]]) => ({ field: field as ComparedField, level, bits })),
  vetoes: [],
})
const aDecision = (...candidates: ScoredCandidate[]): Decision => ({
  decision: 'NOT_FOUND',
  probability: 0,
  candidates,
  priorBits: -20,
  modelVersion: '1',
  dataVersion: '1',
})
const names: Levels = { FIRST_NAME: ['EXACT', 9], LAST_NAME: ['EXACT', 12] }
const wrongDay: Levels = { BIRTHDATE: ['DIFFERENT', -8] }
const guessed = (...candidates: ScoredCandidate[]) =>
  guessesOf(2, 29, aDecision(...candidates)).map(({ learnerId }) => learnerId)

test('a claim whose names point to somebody, with another birthday, is a guess', () => {
  expect(guessesOf(2, 29, aDecision(aCandidate('a', { ...names, ...wrongDay })))).toEqual([
    { learnerId: 'a', birthMonth: 2, birthDay: 29 },
  ])
})

test('so is one whose number points to somebody, whatever the names', () => {
  expect(guessed(aCandidate('a', { LICENSE: ['EXACT', 20], LAST_NAME: ['DIFFERENT', -6], ...wrongDay }))).toEqual(['a'])
})

test('of a number and names that point to two, the number is what was tried', () => {
  const byNumber = aCandidate('a', { NPI: ['EXACT', 20], ...wrongDay })
  expect(guessed(byNumber, aCandidate('b', { ...names, ...wrongDay }))).toEqual(['a'])
})

test.each<[string, Levels]>([
  ['the right birthday', { ...names, BIRTHDATE: ['EXACT', 8] }],
  ['no birthday', names],
  ['another last name', { ...names, LAST_NAME: ['DIFFERENT', -6], ...wrongDay }],
  ['a number that speaks against', { LICENSE: ['DIFFERENT', -5], ...wrongDay }],
])('%s is no guess', (_, levels) => {
  expect(guessed(aCandidate('a', levels))).toEqual([])
})

test('day and month the wrong way round are a guess too', () => {
  expect(guessed(aCandidate('a', { ...names, BIRTHDATE: ['SWAPPED', 2] }))).toEqual(['a'])
})

test('what is matched although the birthday is off tells nothing of it', () => {
  const slip = aCandidate('a', { ...names, LICENSE: ['EXACT', 20], BIRTHDATE: ['SLIP', -2] })
  expect(guessesOf(2, 29, { ...aDecision(slip), decision: 'MATCHED', personId: 'a' })).toEqual([])
})

test('where many have the name, a birthday that fits would tell of none of them', () => {
  const namesakes = ['a', 'b', 'c', 'd'].map((id) => aCandidate(id, { ...names, ...wrongDay }))
  expect(guessed(...namesakes.slice(0, 3))).toEqual(['a', 'b', 'c'])
  expect(guessed(...namesakes)).toEqual([])
})
