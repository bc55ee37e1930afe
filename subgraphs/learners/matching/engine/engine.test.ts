import fc from 'fast-check'
import { Engine } from './engine.js'
import { model } from './model/weights.js'
import { someClaim, somePeople } from './testing.js'
import { type Claim, comparedFields, type Decision, maxCandidates, type Person } from './types.js'

const options = { dataVersion: 'today' }
const engineOf = (people: readonly Person[]) => Engine.build(people, options)

const ada: Person = {
  personId: 'ada',
  givenName: 'Ada',
  familyName: 'Marchetti',
  birthMonth: 9,
  birthDay: 10,
  npi: '1234567893',
  licenses: [{ state: 'ME', number: 'MD23456' }],
}
const bo: Person = {
  ...ada,
  personId: 'bo',
  givenName: 'Bo',
  familyName: 'Szczepanski',
  npi: null,
  licenses: [{ state: 'CA', number: 'A100' }],
}
const ofAda: Claim = { givenName: 'Ada', familyName: 'Marchetti', birthMonth: 9, birthDay: 10, state: 'ME' }

const withoutVersions = ({ dataVersion, ...decision }: Decision) => ({ ...decision, isDated: dataVersion !== '' })

test('I14 the order of the file changes nothing, nor does asking twice', async () => {
  await fc.assert(
    fc.asyncProperty(somePeople, fc.array(someClaim, { maxLength: 5 }), async (people, claims) => {
      const [engine, reversed] = await Promise.all([engineOf(people), engineOf(people.toReversed())])
      const inBulk = claims.map((claim) => engine.match(claim))
      expect(
        claims
          .toReversed()
          .map((claim) => engine.match(claim))
          .toReversed(),
      ).toEqual(inBulk)
      expect(claims.map((claim) => reversed.match(claim))).toEqual(inBulk)
    }),
    { numRuns: 100 },
  )
})

test('I14 a file that was followed answers as one that was loaded', async () => {
  await fc.assert(
    fc.asyncProperty(somePeople, somePeople, fc.array(someClaim, { maxLength: 5 }), async (before, after, claims) => {
      const followed = await engineOf(before)
      for (const { personId } of before) followed.remove(personId)
      for (const person of after) followed.upsert({ ...person, familyName: 'Somebody' })
      for (const person of after) followed.upsert(person)
      const loaded = await engineOf(after)
      const answers = (engine: Engine) => claims.map((claim) => withoutVersions(engine.under(model).match(claim)))
      expect(answers(followed)).toEqual(answers(loaded))
    }),
    { numRuns: 100 },
  )
})

test('whatever is claimed, the answer holds together', async () => {
  await fc.assert(
    fc.asyncProperty(somePeople, someClaim, async (people, claim) => {
      const { decision, personId, probability, candidates, askedField, namedField } = (await engineOf(people)).match(
        claim,
      )
      const total = candidates.reduce((sum, candidate) => sum + candidate.probability, 0)
      expect(total).toBeLessThanOrEqual(1 + 1e-9)
      expect(candidates.length).toBeLessThanOrEqual(maxCandidates)
      expect(probability).toBeLessThanOrEqual(1)
      if (decision === 'MATCHED') expect(candidates.find((each) => each.personId === personId)?.vetoes).toEqual([])
      if (decision === 'MISMATCH') expect(namedField).toBeDefined()
      if (decision === 'NOT_FOUND') expect([personId, askedField]).toEqual([undefined, undefined])
      for (const { evidence } of candidates) {
        expect(comparedFields.filter((field) => evidence.some((each) => each.field === field))).toEqual(
          evidence.map(({ field }) => field),
        )
        for (const { bits } of evidence) expect(Number.isFinite(bits)).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

test.each<[string, Claim, string]>([
  ['nothing', {}, 'NOT_FOUND'],
  ['empty text', { ...ofAda, givenName: '', familyName: '' }, 'NOT_FOUND'],
  ['one letter', { ...ofAda, givenName: 'A', familyName: 'M' }, 'NOT_FOUND'],
  ['emoji', { ...ofAda, familyName: '😀👩‍⚕️' }, 'NOT_FOUND'],
  ['10,000 characters', { ...ofAda, familyName: 'Marchetti'.repeat(1_200) }, 'MISMATCH'],
  ['right-to-left marks', { ...ofAda, familyName: '\u202eMarchetti\u202c' }, 'MATCHED'],
  ['combining marks', { ...ofAda, familyName: 'Marche\u0301tti' }, 'MATCHED'],
  ['CJK', { ...ofAda, givenName: '王', familyName: '李' }, 'NOT_FOUND'],
  ['SQL', { ...ofAda, familyName: "'; drop table learner; --" }, 'MISMATCH'],
  ['a regular expression', { ...ofAda, familyName: '(M.*)+$' }, 'MISMATCH'],
  ['31 February', { ...ofAda, birthMonth: 2, birthDay: 31 }, 'MISMATCH'],
  ['month 0', { ...ofAda, birthMonth: 0 }, 'MISMATCH'],
  ['month 99', { ...ofAda, birthMonth: 99 }, 'MISMATCH'],
  ['half a day', { ...ofAda, birthDay: 10.5 }, 'MISMATCH'],
  ['an NPI with a wrong digit', { ...ofAda, npi: '1234567890' }, 'MATCHED'],
  ['somebody else’s valid NPI', { ...ofAda, npi: '1076543218' }, 'MISMATCH'],
  ['somebody else’s license in another state', { ...ofAda, license: 'A100', state: 'CA' }, 'AMBIGUOUS'],
  ['a state that is none', { ...ofAda, state: 'Atlantis' }, 'MATCHED'],
  ['a lone surrogate', { ...ofAda, familyName: '\ud800' }, 'NOT_FOUND'],
  ['a null byte', { ...ofAda, familyName: 'Marchetti\u0000' }, 'MATCHED'],
])('%s gets a clear answer', async (_, claim, decision) => {
  expect((await engineOf([ada, bo])).match(claim).decision).toBe(decision)
})

test('a change is seen by the next claim, and so is its end', async () => {
  const engine = await engineOf([bo])
  expect(engine.match(ofAda).decision).toBe('NOT_FOUND')
  engine.upsert(ada)
  expect(engine.match(ofAda)).toMatchObject({ decision: 'MATCHED', personId: 'ada', dataVersion: 'today+1' })
  engine.upsert({ ...ada, licenses: [{ state: 'NH', number: '777' }] })
  expect(engine.match({ ...ofAda, state: 'NH', license: '777' })).toMatchObject({ decision: 'MATCHED' })
  engine.remove('ada')
  expect(engine.match(ofAda).decision).toBe('NOT_FOUND')
})

test('the margin counts, not only the score: one who fits everything loses to another who does', async () => {
  const twoOfHer = await engineOf([
    ada,
    { ...ada, personId: 'ada too', npi: null, licenses: [{ state: 'ME', number: 'MD777' }] },
  ])
  const unsure = twoOfHer.match(ofAda)
  expect(unsure).toMatchObject({ decision: 'AMBIGUOUS', askedField: 'LICENSE' })
  expect(unsure.candidates.map(({ personId }) => personId)).toEqual(['ada', 'ada too'])
  expect(twoOfHer.match({ ...ofAda, license: 'MD777' })).toMatchObject({ decision: 'MATCHED', personId: 'ada too' })
})

test('a bolder operating point accepts what the usual one asks about', async () => {
  const people = [ada, { ...ada, personId: 'ada of NH', npi: null, licenses: [{ state: 'CA', number: '1' }] }]
  const decide = async (operatingPoint: 'DEFAULT' | 'BOLD') =>
    (await Engine.build(people, { ...options, operatingPoint })).match(ofAda)
  const [usual, bold] = [await decide('DEFAULT'), await decide('BOLD')]
  expect(bold.probability).toBe(usual.probability)
  expect([usual.modelVersion, usual.dataVersion]).toEqual([bold.modelVersion, bold.dataVersion])
})

describe('I15 licenses that are known to be in force', () => {
  const from2015 = { inForceFrom: 16_436, inForceUntil: 65_535 }
  const until2020 = { inForceFrom: 16_436, inForceUntil: 18_627 }
  const inMaine = (...terms: object[]) =>
    terms.map((term, place) => ({ state: 'ME', number: String(place + 1), ...term }))

  test.each<[string, Person['licenses'], { state?: string; day?: string }, boolean]>([
    ['one without an end', inMaine(from2015), {}, true],
    ['a state in words', inMaine(from2015), { state: 'Maine' }, true],
    ['on its first day', inMaine(until2020), { day: '2015-01-01' }, true],
    ['not on the day before', inMaine(until2020), { day: '2014-12-31' }, false],
    ['on its last day', inMaine(until2020), { day: '2020-12-31' }, true],
    ['not on the day after', inMaine(until2020), { day: '2021-01-01' }, false],
    ['since before 1970', inMaine({ ...from2015, inForceFrom: -400 }), {}, true],
    [
      'not before 1970, where days have no number',
      inMaine({ ...from2015, inForceFrom: -400 }),
      { day: '1969-12-31' },
      false,
    ],
    ['not one that was ended without a day', inMaine({ inForceFrom: 16_436, inForceUntil: 0 }), {}, false],
    ['not where one of two has ended', inMaine(from2015, until2020), {}, false],
    ['whatever there is in other states', [...inMaine(from2015), { state: 'NH', number: '9', ...until2020 }], {}, true],
    ['not in another state', inMaine(from2015), { state: 'NH' }, false],
    ['not in a state that is none', [{ state: 'XX', number: '1', ...from2015 }], { state: 'YY' }, false],
    ['not where only the database can tell', inMaine({}), {}, false],
    ['not on a day that is none', inMaine(from2015), { day: 'soon' }, false],
  ])('%s', async (_, licenses, { state = 'ME', day = '2026-06-30' }, expected) => {
    const engine = await engineOf([{ ...ada, licenses }])
    expect(engine.isSurelyLicensed('ada', state, day)).toBe(expected)
  })

  test('nobody’s are', async () =>
    expect((await engineOf([ada])).isSurelyLicensed('bo', 'ME', '2026-06-30')).toBe(false))
})
