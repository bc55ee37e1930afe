import fc from 'fast-check'
import { Engine } from '../../../../subgraphs/learners/matching/engine/engine.js'
import {
  type Claim,
  decisionKinds,
  maxCandidates,
  type Person,
} from '../../../../subgraphs/learners/matching/engine/types.js'
import { aPhysician } from '../testing.js'
import { toPerson } from './translate.js'

const build = (people: Person[]) => Engine.build(people, { dataVersion: 'test' })
const person = (id: string, facts: Parameters<typeof aPhysician>[0] = {}) => toPerson(aPhysician({ id, ...facts }))
const ann: Claim = { givenName: 'Ann', familyName: 'Lee', birthMonth: 3, birthDay: 9, state: 'ME' }

const hostileTexts: [name: string, text: string][] = [
  ['nothing', ''],
  ['one letter', 'a'],
  ['emoji', '😀'],
  ['ten thousand letters', 'x'.repeat(10_000)],
  ['right-to-left letters', 'محمد خان'],
  ['ideographs', '李小龙'],
  ['piles of marks', 'Zo\u0301\u0308\u0327\u0300'.repeat(50)],
  ['a statement', "Robert'); DROP TABLE learner;--"],
  ['a regular expression', '(x+)+$'],
  ['wildcards', '%_%\\'],
  ['control characters', '\u0000\u0001'],
  ['half a character', '\ud800'],
  ['a word of the language', '__proto__'],
  ['another one', 'constructor'],
  ['a dash', '-'],
  ['a degree', 'MD'],
  ['titles only', 'Dr. Jr III'],
  ['five thousand words', 'a '.repeat(5_000)],
  ['five thousand halves', 'a-'.repeat(5_000)],
  ['a turned direction', '\u202eeeL'],
]

const everywhere = (text: string): Claim => ({
  givenName: text,
  familyName: text,
  middleName: text,
  suffix: text,
  birthMonth: 3,
  birthDay: 9,
  state: text,
  license: text,
  npi: text,
  boardId: text,
  boardCode: text,
  city: text,
  email: text,
})

test.each(hostileTexts)('%s is answered, and attaches nothing to anybody', async (_, text) => {
  const engine = await build([person('1'), person('2', { first: 'Bo', npi: '' })])
  for (const claim of [{ ...ann, givenName: text }, { ...ann, familyName: text }, everywhere(text)]) {
    const { decision } = engine.match(claim)
    expect(decisionKinds).toContain(decision)
    // “a” is her initial, and nobody else has it.
    if (text !== 'a') expect(decision).not.toBe('MATCHED')
  }
})

test.each(hostileTexts)('%s may be on file', async (_, text) => {
  const engine = await build([
    person('1'),
    person('2', { first: text, last: text, middle: text, city: text, email: text }),
  ])
  expect(engine.match(ann)).toMatchObject({ decision: 'MATCHED', personId: '1' })
})

test('whatever is typed is answered, with probabilities between 0 and 1', async () => {
  const engine = await build([person('1'), person('2', { first: 'Anne', last: 'Leigh', npi: '' })])
  const text = fc.option(fc.string({ unit: 'binary', maxLength: 60 }))
  const number = fc.option(fc.oneof(fc.integer(), fc.double()))
  const claims = fc.record({
    givenName: fc.oneof(text, fc.constant('Ann')),
    familyName: fc.oneof(text, fc.constant('Lee')),
    middleName: text,
    suffix: text,
    birthMonth: fc.oneof(number, fc.constant(3)),
    birthDay: fc.oneof(number, fc.constant(9)),
    state: fc.oneof(text, fc.constant('ME')),
    license: fc.oneof(text, fc.constant('MD12345')),
    npi: fc.oneof(text, fc.constant('1234567893')),
    boardId: text,
    city: text,
    email: text,
  })
  fc.assert(
    fc.property(claims, (claim) => {
      const { decision, probability, candidates } = engine.match(claim)
      expect(decisionKinds).toContain(decision)
      for (const value of [probability, ...candidates.map((candidate) => candidate.probability)]) {
        expect(value >= 0 && value <= 1).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

test.each([
  [2, 31],
  [0, 0],
  [99, 99],
  [-1, 9],
  [3.5, 9],
  [Number.NaN, 9],
  [13, 1],
])('the %d/%d of no calendar matches nobody', async (birthMonth, birthDay) => {
  const engine = await build([person('1')])
  expect(engine.match({ ...ann, birthMonth, birthDay }).decision).not.toBe('MATCHED')
})

test('nobody on file is nobody found', async () => {
  const engine = await build([])
  expect(engine.match(ann)).toMatchObject({ decision: 'NOT_FOUND', candidates: [] })
})

test('among many of one name and birthday nobody is chosen, and few are listed', async () => {
  const people = Array.from({ length: 600 }, (_, place) =>
    person(String(place), {
      npi: '',
      email: '',
      boards: [],
      licenses: [{ state: 'ME', number: String(40_000 + place) }],
    }),
  )
  const { decision, candidates } = (await build(people)).match(ann)
  expect(decision).toBe('AMBIGUOUS')
  expect(candidates.length).toBeLessThanOrEqual(maxCandidates)
})

test('the same claim gets the same answer in any order', async () => {
  const people = ['Ann', 'Anne', 'Hannah', 'Anna'].map((first, place) => person(String(place), { first, npi: '' }))
  const engine = await build(people)
  const claims = ['Ann', 'Anne', 'Anna', 'Hanna', 'A'].map((givenName) => ({ ...ann, givenName }))
  const answers = claims.map((claim) => engine.match(claim))
  expect(claims.toReversed().map((claim) => engine.match(claim))).toEqual(answers.toReversed())
})
