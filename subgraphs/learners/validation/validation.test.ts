import { aPerson, insertPeople } from '../testing/people.js'
import { claimsOf, TestSubgraph } from '../testing/subgraph.js'

let subgraph: TestSubgraph
const dee = aPerson({
  givenName: 'Deirdre',
  middleName: 'Anne',
  familyName: 'Marchetti',
  npi: '1234567893',
  licenses: [
    { state: 'ME', number: 'MD23456' },
    { state: 'VT', number: '77', status: 'EXPIRED', to: '2020-12-31' },
  ],
  boards: { ABIM: '219876', ABS: '55' },
})
const olga = aPerson({
  givenName: 'Olga',
  familyName: 'Petrova',
  born: '12/31',
  licenses: [{ state: 'ME', number: 'MD1' }],
  boards: { ABIM: '300' },
})
const twoSmiths = [1, 2].map((index) =>
  aPerson({
    givenName: 'John',
    familyName: 'Smith',
    born: '04/05',
    licenses: [{ state: 'ME', number: `S00${index}` }],
  }),
)
const ada = claimsOf('PROVIDER_REPORTER', { providerId: '0008273' })

beforeAll(async () => {
  subgraph = await TestSubgraph.start()
  await insertPeople(subgraph.orm.em.fork(), [dee, olga, ...twoSmiths])
})
afterAll(() => subgraph.stop())
beforeEach(() => subgraph.orm.em.fork().execute('truncate match_guess'))

interface Part {
  decision: string
  askFor: string | null
  issues: { code: string; column: string | null }[]
}
interface Validation {
  isValid: boolean
  issues: { code: string; column: string | null; fix: string | null }[]
  license: Part | null
  board: Part | null
}
const fields = `isValid issues { code column fix }
  license { decision askFor issues { code column } } board { decision askFor issues { code column } }`

const ofDee = (rest: object = {}) => ({
  givenName: 'Deirdre',
  familyName: 'Marchetti',
  birthMonth: 9,
  birthDay: 10,
  licensingState: 'ME',
  ...rest,
})
async function validated(learner: object, claims = ada): Promise<Validation> {
  const { data, errors } = await subgraph.ask<{ validateLearner: Validation }>(
    `query ($learner: LearnerIdentificationInput!) { validateLearner(learner: $learner) { ${fields} } }`,
    claims,
    { learner },
  )
  if (!data) throw new Error(errors?.[0]?.message)
  return data.validateLearner
}
const summary = ({ isValid, issues, license, board }: Validation) =>
  [
    isValid ? 'valid' : 'not valid',
    ...issues.map(({ code }) => code),
    ...[license, board].map((part) => (part ? [part.decision, ...part.issues.map(({ code }) => code)].join(' ') : '-')),
  ].join(', ')

test.each<[string, object, string]>([
  ['I01 names, birthday and state', {}, 'valid, MATCHED, -'],
  ['I03 whatever case and accents', { givenName: 'DEÍRDRE', familyName: 'marchetti' }, 'valid, MATCHED, -'],
  ['I05 middle name in the first cell', { givenName: 'Deirdre Anne' }, 'valid, MATCHED, -'],
  ['I06 day and month swapped', { birthMonth: 10, birthDay: 9 }, 'not valid, NOT_FOUND LEARNER_NOT_FOUND, -'],
  ['I07 lost zeros and prefix', { licenseOrNpi: '23456' }, 'valid, MATCHED, -'],
  ['I15 a license that has ended', { licensingState: 'Vermont' }, 'valid, MATCHED LICENSE_NOT_CURRENT, -'],
  ['a nickname', { givenName: 'Dee' }, 'valid, MATCHED NAME_VARIANT, -'],
  [
    'L15 an NPI with a wrong digit',
    { givenName: 'Ann', licenseOrNpi: '1234567890' },
    'not valid, NOT_FOUND NPI_INVALID, -',
  ],
  [
    'L15 an NPI with a wrong digit, though it is clear who is meant',
    { licenseOrNpi: '1234567890' },
    'not valid, MISMATCH NPI_INVALID, -',
  ],
  ['nobody', { familyName: 'Nobody' }, 'not valid, NOT_FOUND LEARNER_NOT_FOUND, -'],
  ['I10 ABS without an id', { licensingState: null, board: 'ABS' }, 'valid, -, MATCHED'],
  ['a board id', { board: 'abim', boardId: '219876' }, 'valid, MATCHED, MATCHED'],
  ['a wrong board id', { board: 'ABIM', boardId: '999' }, 'not valid, MATCHED, MISMATCH BOARD_ID_MISMATCH'],
  [
    'I06 swapped, with her license',
    { birthMonth: 10, birthDay: 9, licenseOrNpi: 'MD23456' },
    'not valid, NOT_FOUND LEARNER_NOT_FOUND, -',
  ],
  ['I08 a license that is not hers', { licenseOrNpi: 'MD99999' }, 'not valid, MISMATCH LICENSE_MISMATCH, -'],
  [
    'her license under a strange name',
    { givenName: 'Ann', familyName: 'Nobody', licenseOrNpi: 'MD23456' },
    'not valid, MISMATCH NAME_MISMATCH NAME_MISMATCH, -',
  ],
])('%s', async (_, rest, answer) => expect(summary(await validated(ofDee(rest)))).toBe(answer))

test('I02 of two who fit the tool names the field that settles it, and with it finds the one', async () => {
  const smith = { givenName: 'John', familyName: 'Smith', birthMonth: 4, birthDay: 5, licensingState: 'ME' }
  const { isValid, license } = await validated(smith)
  expect([isValid, license]).toEqual([
    false,
    {
      decision: 'AMBIGUOUS',
      askFor: 'LICENSE',
      issues: [{ code: 'LEARNER_AMBIGUOUS', column: 'Licensing ID or NPI' }],
    },
  ])
  expect(summary(await validated({ ...smith, licenseOrNpi: 'S002' }))).toBe('valid, MATCHED, -')
})

test.each<[string, object, string]>([
  ['an emoji as license number', { licenseOrNpi: '💩' }, 'ROW_BAD_VALUE Licensing ID or NPI'],
  ['words that no number has', { board: 'ABS', boardId: '医師' }, 'ROW_BAD_VALUE Certifying Board ID'],
  ['31 February', { birthMonth: 2, birthDay: 31 }, 'ROW_BAD_VALUE Date of Birth'],
  ['month 0', { birthMonth: 0 }, 'ROW_BAD_VALUE Date of Birth'],
  ['month 99', { birthMonth: 99 }, 'ROW_BAD_VALUE Date of Birth'],
  ['no first name', { givenName: ' ' }, 'ROW_MISSING_REQUIRED First Name'],
  ['10,000 characters', { familyName: 'x'.repeat(10_000) }, 'ROW_BAD_VALUE Last Name'],
  ['a long number', { licenseOrNpi: '1'.repeat(101) }, 'ROW_BAD_VALUE Licensing ID or NPI'],
  ['no state and no board', { licensingState: null }, 'ROW_MISSING_REQUIRED Licensing State'],
  ['a state that is none', { licensingState: 'Atlantis' }, 'ROW_BAD_VALUE Licensing State'],
  ['a board that is none', { board: 'ABXYZ' }, 'ROW_BAD_VALUE Certifying Board'],
])('bad input: %s', async (_, rest, expected) => {
  const { issues, license, board } = await validated(ofDee(rest))
  expect(issues.map(({ code, column }) => `${code} ${column}`)).toEqual([expected])
  expect(issues[0]?.fix).toBeTruthy()
  expect([license, board]).toEqual([null, null])
})

test.each(['a', '💩', '‏שלום', '山田', "'; drop table learner; --", '.*+?^()|[]{}\\', 'e\u0301\u0301\u0301'])(
  'bad input: %j is looked for, and nobody is found',
  async (text) => {
    const answer = await validated(ofDee({ givenName: text, familyName: text }))
    expect(answer.isValid).toBe(false)
    expect(answer.license?.decision).not.toBe('MATCHED')
  },
)

test('I11 two parts that are two people are no valid row', async () => {
  const answer = await validated(ofDee({ licenseOrNpi: 'MD23456', board: 'ABP' }))
  expect(answer.isValid).toBe(false)
  const conflict = await validated({ ...ofDee(), licenseOrNpi: '1234567893', board: 'ABIM', boardId: '300' })
  expect(conflict.isValid).toBe(false)
})

const bulk = `query ($learners: [LearnerIdentificationInput!]!) { validateLearners(learners: $learners) { isValid } }`
const code = (answer: { errors?: readonly { extensions?: unknown }[] }) => answer.errors?.[0]?.extensions

test('many are answered in their order, and one bad row leaves the others alone', async () => {
  const learners = [ofDee(), ofDee({ birthMonth: 13 }), ofDee({ familyName: 'Nobody' }), ofDee({ givenName: 'Dee' })]
  const { data } = await subgraph.ask<{ validateLearners: { isValid: boolean }[] }>(bulk, ada, { learners })
  expect(data?.validateLearners.map(({ isValid }) => isValid)).toEqual([true, false, false, true])
})

test('5,000 at once and no more', async () => {
  const learners = Array.from({ length: 5_000 }, () => ofDee())
  expect((await subgraph.ask(bulk, ada, { learners })).errors).toBeUndefined()
  expect(code(await subgraph.ask(bulk, ada, { learners: [...learners, ofDee()] }))).toMatchObject({
    code: 'BAD_USER_INPUT',
  })
})

test('only reporters of a provider validate learners', async () => {
  for (const role of ['PHYSICIAN', 'LICENSING_BOARD', 'CERTIFYING_BOARD', 'OPERATOR', 'PARTNER'] as const)
    expect(code(await subgraph.ask(bulk, claimsOf(role), { learners: [] }))).toMatchObject({ code: 'FORBIDDEN' })
  expect(code(await subgraph.ask(bulk, undefined, { learners: [] }))).toMatchObject({ code: 'UNAUTHENTICATED' })
})

test('I12, I13 whoever tries the birthdays of a year learns none of them', async () => {
  const learners = Array.from({ length: 12 * 28 }, (_, day) =>
    ofDee({ birthMonth: 1 + (day % 12), birthDay: 1 + (day % 28) }),
  )
  const { data } = await subgraph.ask<{ validateLearners: { isValid: boolean }[] }>(bulk, ada, { learners })
  expect(data?.validateLearners.some(({ isValid }) => isValid)).toBe(false)
})
