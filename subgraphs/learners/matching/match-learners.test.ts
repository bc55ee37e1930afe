import { newId } from '../../shared/new-id.js'
import { aClaim, aPerson, insertPeople } from '../testing/people.js'
import { TestSubgraph } from '../testing/subgraph.js'
import { writeDecisions } from './decision/write-decisions.js'
import type { LearnerClaim, LearnerMatch } from './match-types.js'

let subgraph: TestSubgraph
const dee = aPerson({
  learnerId: '0190a000-0000-7000-8000-000000000001',
  givenName: 'Deirdre',
  middleName: 'Anne',
  familyName: 'Marchetti',
  formerNames: ['Rossi-Bianchi'],
  npi: '1234567893',
  licenses: [
    { state: 'ME', number: 'MD23456' },
    { state: 'NH', number: '0018765' },
  ],
  boards: { ABIM: '219876', ABS: '7' },
})
const crowd = Array.from({ length: 60 }, (_, index) =>
  aPerson({ familyName: `Muñoz-${'ABCDEFGHIJ'[index % 10]}x`, born: `0${1 + (index % 6)}/11`, licenses: [] }),
)

beforeAll(async () => {
  subgraph = await TestSubgraph.start()
  await insertPeople(subgraph.orm.em.fork(), [dee, ...crowd])
})
afterAll(() => subgraph.stop())

const match = (...claims: LearnerClaim[]) => subgraph.match(...claims)
const ofDee = (claim: Partial<LearnerClaim> = {}) => aClaim({ givenName: 'Deirdre', familyName: 'Marchetti', ...claim })

test.each<[string, LearnerClaim]>([
  ['her names', ofDee()],
  ['a nickname', ofDee({ givenName: 'Dee' })],
  ['a middle name and accents', ofDee({ givenName: 'Deírdre A.', familyName: 'MARCHETTI, MD' })],
  ['a former name', ofDee({ familyName: 'Rossi Bianchi' })],
  ['half of her name and another', ofDee({ familyName: 'Marchetti-Weiß' })],
  ['a license under another name and birthday', ofDee({ licenseOrNpi: '23456', birthDay: 11 })],
  ['a license without its zeros', ofDee({ state: 'New Hampshire', licenseOrNpi: '18765', familyName: 'Unknown' })],
  ['her NPI', ofDee({ licenseOrNpi: '1234567893', givenName: 'D' })],
])('Dee is found by %s', async (_, claim) => {
  const [answer] = await match(claim)
  expect(answer?.license).toMatchObject({ decision: 'MATCHED', learnerId: dee.learnerId })
})

test.each<[string, LearnerClaim]>([
  ['her id at ABIM', ofDee({ state: null, boardCode: 'ABIM', boardId: '0219876' })],
  ['her names alone at ABS', ofDee({ state: null, boardCode: 'ABS' })],
])('Dee’s certification is found by %s', async (_, claim) => {
  const [answer] = await match(claim)
  expect(answer).toMatchObject({ license: null, diplomate: { decision: 'MATCHED', learnerId: dee.learnerId } })
})

test('answers come in the order of the claims, and each claim is answered alone', async () => {
  const claims = [ofDee(), aClaim(), ofDee({ givenName: 'Ann' }), ofDee()]
  const decisions = (answers: LearnerMatch[]) => answers.map(({ license }) => license?.decision)
  expect(decisions(await match(...claims))).toEqual(['MATCHED', 'NOT_FOUND', 'MISMATCH', 'MATCHED'])
  expect(await match()).toEqual([])
})

test('whatever is typed is looked up without harm', async () => {
  const typed = [
    "'; drop table learner; --",
    '\u0000',
    '\ud800',
    '{"a":1}',
    '?',
    '$1',
    '\\',
    '😀'.repeat(5_000),
    '%',
    '"',
  ]
  const answers = await match(
    ...typed.map((text) =>
      aClaim({
        givenName: text,
        familyName: text,
        licenseOrNpi: text,
        boardCode: text,
        boardId: text,
        birthDay: 2 ** 31 - 1,
      }),
    ),
    ...typed.map((text) => aClaim({ state: text, familyName: `Muñoz${text}`, boardCode: 'ABIM', boardId: text })),
  )
  expect(answers.map(({ license }) => license?.decision)).not.toContain('MATCHED')
})

test('the number of statements grows by one for 500 claims, and not with each of them', async () => {
  const many = Array.from({ length: 1_000 }, (_, index) =>
    ofDee({
      familyName: `Marchetti${'x'.repeat(index % 20)}`,
      licenseOrNpi: String(index),
      boardCode: 'ABIM',
      boardId: '1',
    }),
  )
  expect(await subgraph.statementsOf(() => match(ofDee()))).toBe(3)
  expect(await subgraph.statementsOf(() => match(...many))).toBe(4)
  // Of a license that was not in force yet more is to be known than is at hand.
  const early = ofDee({ completedOn: '2014-12-31' })
  expect(await subgraph.statementsOf(() => match(early))).toBe(4)
  expect(await subgraph.statementsOf(() => match(...many.slice(1), early))).toBe(5)
})

test('I14: decisions of one call are kept each with the state of the file that it was made on', async () => {
  const states = [
    { dataVersion: 'after', priorBits: -21 },
    { dataVersion: 'before', priorBits: -20 },
    { dataVersion: 'before', priorBits: -20 },
  ]
  const decision = { decision: 'NOT_FOUND' as const, probability: 0, candidates: [], modelVersion: 'test' }
  const made = states.map((state) => ({
    decisionId: newId(),
    part: 'LICENSE' as const,
    fingerprint: 'ab'.repeat(32),
    decision: { ...decision, ...state },
  }))
  const em = subgraph.orm.em.fork()
  await writeDecisions(em, made, { caller: 'states of the file', decidedAt: new Date() })
  const kept = await em.execute(
    `select data_version as "dataVersion", prior_bits as "priorBits" from match_decision
     where caller = 'states of the file' order by 1`,
  )
  expect(kept).toEqual(states)
})

describe('I13: birthdays cannot be tried one by one', () => {
  const year = Array.from({ length: 12 * 28 }, (_, day) => ({ birthMonth: 1 + (day % 12), birthDay: 1 + (day % 28) }))
  const found = (answers: LearnerMatch[]) => answers.filter(({ license }) => license?.decision === 'MATCHED').length
  beforeEach(() => subgraph.orm.em.fork().execute('truncate match_guess'))

  test.each<[string, Partial<LearnerClaim>]>([
    ['by her names', {}],
    ['by a nickname', { givenName: 'Dee' }],
    ['by her license and first name', { licenseOrNpi: 'MD23456', familyName: 'Unknown' }],
    ['by her NPI and last name', { licenseOrNpi: '1234567893', givenName: 'Unknown' }],
  ])('in one call, %s', async (_, claim) => {
    const answers = await subgraph.matchFor('0004121', ...year.map((birthday) => ofDee({ ...claim, ...birthday })))
    expect(found(answers)).toBe(0)
    expect(new Set(answers.map(({ license }) => JSON.stringify({ ...license, decisionId: '' }))).size).toBe(1)
  })

  test('nor over many calls, and meanwhile others are answered', async () => {
    for (const birthday of year.slice(0, 20)) await subgraph.matchFor('0004121', ofDee(birthday))
    expect(found(await subgraph.matchFor('0004121', ofDee()))).toBe(0)
    expect(found(await subgraph.matchFor('0008273', ofDee()))).toBe(1)
  })

  test('nor at her certifying board', async () => {
    const claims = year.map((birthday) => ofDee({ ...birthday, state: null, boardCode: 'ABS' }))
    const answers = await subgraph.matchFor('0004121', ...claims)
    expect(answers.map(({ diplomate }) => diplomate?.decision)).not.toContain('MATCHED')
  })
})

const query = `query ($claims: [LearnerClaim!]!) {
  matchLearners(claims: $claims, providerId: "0008273") { license { decision learnerId disagreeing warnings } diplomate { decision } }
}`

test('other parts of the platform may ask', async () => {
  expect(await subgraph.askAsCredits(query, { claims: [ofDee({ givenName: 'Dee' })] })).toEqual({
    data: {
      matchLearners: [
        {
          license: { decision: 'MATCHED', learnerId: dee.learnerId, disagreeing: [], warnings: ['NAME_VARIANT'] },
          diplomate: null,
        },
      ],
    },
  })
})

test('nobody else may, and not too much at once', async () => {
  const codeOf = ({ errors }: { errors?: readonly { extensions: unknown }[] }) => errors?.[0]?.extensions
  expect(codeOf(await subgraph.ask(query, undefined, { claims: [] }))).toMatchObject({ code: 'NOT_FOUND' })
  const tooMany = Array.from({ length: 5_001 }, () => ofDee())
  expect(codeOf(await subgraph.askAsCredits(query, { claims: tooMany }))).toMatchObject({ code: 'BAD_USER_INPUT' })
})
