import { aClaim, aPerson, insertPeople } from '../testing/people.js'
import { claimsOf, TestSubgraph } from '../testing/subgraph.js'
import { ada, aRow, news, op, other, Reviews } from './testing.js'

const [robert, namesake, dee, olga] = [
  aPerson({ licenses: [{ state: 'ME', number: 'MD1001' }] }),
  aPerson({ licenses: [{ state: 'ME', number: 'MD2002' }] }),
  aPerson({ givenName: 'Deirdre', middleName: 'Anne', familyName: 'Marchetti', born: '03/14', npi: '1234567893' }),
  aPerson({ givenName: 'Olga', familyName: 'Petrova', born: '12/02', licenses: [{ state: 'VT', number: '77' }] }),
]

let subgraph: TestSubgraph
let reviews: Reviews

beforeAll(async () => {
  subgraph = await TestSubgraph.start()
  reviews = new Reviews(subgraph)
  await insertPeople(subgraph.orm.em.fork(), [robert, namesake, dee, olga])
})
afterAll(() => subgraph.stop())
beforeEach(async () => {
  const em = subgraph.orm.em.fork()
  await em.execute('truncate review_case, review_request, match_guess, outbox_event cascade')
  await em.execute('update learner set survivor_id = null')
})

const licenseOf = async (claim: ReturnType<typeof aClaim>, providerId = '0008273') => {
  const [match] = await subgraph.matchFor(providerId, claim)
  return match?.license
}
const stranger = { givenName: 'Zelda', familyName: 'Nobody', born: '05/05' }
const olgasSlip = { givenName: 'Olga', familyName: 'Petrova', state: 'VT', born: '12/03' }

test('ten rows of one physician are one case, ordered by what it costs to wait', async () => {
  const rows = Array.from({ length: 10 }, (_, index) =>
    aRow(
      { rowNumber: index + 3 },
      { completedOn: `2026-06-${index + 10}`, familyName: index % 2 ? ' SMITH' : 'Smith' },
    ),
  )
  expect(await reviews.told(...rows, aRow({ credits: 2 }, olgasSlip), aRow({}, stranger))).toBe(12)
  const cases = await reviews.cases()
  expect(cases.map(({ kind, rowCount, credits, claim }) => [claim.familyName, kind, rowCount, credits])).toEqual([
    ['Smith', 'AMBIGUOUS', 10, 50],
    ['Petrova', 'NEAR_MISS', 1, 2],
    ['Nobody', 'NOT_FOUND', 1, 5],
  ])
  const [first] = cases
  expect(first?.expectedHarm).toBeCloseTo(50 * (first?.match.candidates[0]?.probability ?? 0))
  const { data } = await subgraph.ask(`{ reviewCounts { kind open proposed rows credits } }`, op)
  expect(data).toEqual({
    reviewCounts: [
      { kind: 'AMBIGUOUS', open: 1, proposed: 0, rows: 10, credits: 50 },
      { kind: 'NEAR_MISS', open: 1, proposed: 0, rows: 1, credits: 2 },
      { kind: 'NOT_FOUND', open: 1, proposed: 0, rows: 1, credits: 5 },
      { kind: 'WITHHELD', open: 0, proposed: 0, rows: 0, credits: 0 },
    ],
  })
})

test('the list goes on behind its cursor', async () => {
  await reviews.told(aRow(), aRow({ credits: 2 }, olgasSlip), aRow({}, stranger))
  const names: string[] = []
  for (let after: string | null = null; ; ) {
    const { data } = (await subgraph.ask(
      `query ($after: String) { reviewCases(first: 1, after: $after) {
        edges { node { claim { familyName } } } pageInfo { hasNextPage endCursor } } }`,
      op,
      { after },
    )) as {
      data: {
        reviewCases: {
          edges: { node: { claim: { familyName: string } } }[]
          pageInfo: { hasNextPage: boolean; endCursor: string }
        }
      }
    }
    names.push(...data.reviewCases.edges.map(({ node }) => node.claim.familyName))
    if (!data.reviewCases.pageInfo.hasNextPage) break
    after = data.reviewCases.pageInfo.endCursor
  }
  expect(names).toEqual(['Smith', 'Petrova', 'Nobody'])
})

test('I05, I14: the operator sees both sides, field by field, and what every field weighs', async () => {
  await reviews.told(aRow({}, { ...olgasSlip, givenName: 'Olga Maria', licenseOrNpi: '99999' }))
  const { match, kind } = await reviews.only()
  const [likeliest] = match.candidates
  expect([kind, likeliest?.learnerId]).toEqual(['NEAR_MISS', olga.learnerId])
  const bars = new Map(likeliest?.fields.map((bar) => [bar.field, bar]))
  expect(bars.get('LAST_NAME')).toMatchObject({ level: 'EXACT', given: 'Petrova', onFile: ['Petrova'] })
  expect(bars.get('LICENSE')).toMatchObject({ level: 'DIFFERENT', given: '99999', onFile: ['VT 77'] })
  expect(bars.get('STATE')).toMatchObject({ level: 'LICENSED', given: 'VT', onFile: ['VT'] })
  // V05: a birthday on file is compared, and shown nowhere.
  expect(bars.get('BIRTHDATE')).toMatchObject({ level: 'SLIP', given: '12/03', onFile: [] })
  const bits = likeliest?.fields.reduce((sum, bar) => sum + bar.bits, likeliest.priorBits)
  expect(bits).toBeCloseTo(likeliest?.totalBits ?? Number.NaN)
  expect(likeliest?.vetoes.map(({ name }) => name)).toContain('LICENSE_CONFLICT')
})

test('I12, I14: what was decided holds for the same details of that provider alone, on any day', async () => {
  await reviews.told(aRow())
  const { caseId } = await reviews.only()
  expect(await reviews.decide(caseId, { learnerId: namesake.learnerId })).toMatchObject({
    state: 'DECIDED',
    choice: { learner: { learnerId: namesake.learnerId }, isNobody: false },
  })
  expect(await licenseOf(aClaim())).toMatchObject({ decision: 'AMBIGUOUS', isReviewed: false })
  await reviews.pass()
  const told = await licenseOf(aClaim({ completedOn: '2026-01-02', familyName: 'smith ' }))
  expect(told).toMatchObject({ decision: 'MATCHED', learnerId: namesake.learnerId, isReviewed: true, candidateIds: [] })
  expect(await licenseOf(aClaim(), '0004121')).toMatchObject({ decision: 'AMBIGUOUS', isReviewed: false })
  expect(await licenseOf(aClaim({ born: '09/11' }))).toMatchObject({ isReviewed: false })

  const { data } = await subgraph.ask<{ matchDecision: object }>(
    `query ($id: ID!) { matchDecision(decisionId: $id) { decision learnerId reviewCaseId askedBy candidates { learnerId } } }`,
    op,
    { id: told?.decisionId },
  )
  expect(data?.matchDecision).toMatchObject({
    decision: 'MATCHED',
    learnerId: namesake.learnerId,
    reviewCaseId: caseId,
  })
})

test('nobody means none of those who were looked at: whoever is new on file is found', async () => {
  await reviews.told(aRow({}, { familyName: 'Newcomer' }), aRow({}, olgasSlip))
  for (const { caseId } of await reviews.cases()) await reviews.decide(caseId, { nobody: true })
  await reviews.pass()
  expect(await licenseOf(aClaim(olgasSlip))).toMatchObject({ decision: 'NOT_FOUND', isReviewed: true, disagreeing: [] })
  expect(await licenseOf(aClaim({ familyName: 'Newcomer' }))).toMatchObject({ decision: 'NOT_FOUND', isReviewed: true })

  const newcomer = aPerson({ familyName: 'Newcomer', licenses: [{ state: 'ME', number: '5' }] })
  await insertPeople(subgraph.orm.em.fork(), [newcomer])
  expect(await licenseOf(aClaim({ familyName: 'Newcomer' }))).toMatchObject({
    decision: 'MATCHED',
    learnerId: newcomer.learnerId,
    isReviewed: false,
  })
})

test('I04: against a contradiction it takes two operators, and a reason', async () => {
  const claim = { givenName: 'Deirdre Kay', familyName: 'Marchetti', born: '03/14' }
  await reviews.told(aRow({}, claim))
  const { caseId, match } = await reviews.only()
  expect(match.candidates[0]).toMatchObject({ learnerId: dee.learnerId, needsSecond: true })
  expect(await reviews.decide(caseId, { learnerId: dee.learnerId })).toBe('BAD_USER_INPUT')
  expect(
    await reviews.decide(caseId, { learnerId: dee.learnerId }, op, 'Kay is her second middle name.'),
  ).toMatchObject({
    state: 'PROPOSED',
    choice: { learner: { learnerId: dee.learnerId } },
  })
  await reviews.pass()
  expect(await licenseOf(aClaim(claim))).toMatchObject({ isReviewed: false })
  expect(await reviews.confirm(caseId, op)).toBe('FORBIDDEN')
  expect(await reviews.confirm(caseId, other)).toMatchObject({
    state: 'DECIDED',
    history: [
      { step: 'OPENED', by: '0008273' },
      { step: 'PROPOSED', by: 'op', note: 'Kay is her second middle name.' },
      { step: 'CONFIRMED', by: 'other' },
    ],
  })
  await reviews.pass()
  expect(await licenseOf(aClaim(claim))).toMatchObject({ decision: 'MATCHED', learnerId: dee.learnerId })
  expect(await reviews.confirm(caseId, other)).toBe('CONFLICT')
})

test('somebody whom matching has not considered takes two as well', async () => {
  await reviews.told(aRow({}, stranger))
  const { caseId } = await reviews.only()
  expect(await reviews.decide(caseId, { learnerId: olga.learnerId }, op, 'Married.')).toMatchObject({
    state: 'PROPOSED',
  })
  expect(await reviews.decide(caseId, { nobody: true }, other)).toMatchObject({ state: 'DECIDED' })
})

test('a decision can be taken back for ten seconds, and its rows wait once more', async () => {
  const row = aRow()
  await reviews.told(row)
  const { caseId } = await reviews.only()
  expect(await reviews.decide(caseId, { learnerId: robert.learnerId })).toMatchObject({
    undoableUntil: expect.any(String),
  })
  expect(await reviews.undo(caseId)).toMatchObject({ state: 'OPEN', choice: null, undoableUntil: null })
  expect(await reviews.heard()).toMatchObject([
    { type: 'REVIEW_DECIDED', rows: [{ batchId: row.batchId, rowNumber: 3, judgeAgainAt: expect.any(String) }] },
    { type: 'REVIEW_REOPENED', rows: [{ batchId: row.batchId, rowNumber: 3, judgeAgainAt: null }] },
  ])
  await reviews.pass()
  expect(await licenseOf(aClaim())).toMatchObject({ isReviewed: false })
  await reviews.decide(caseId, { learnerId: robert.learnerId })
  await reviews.pass()
  expect(await reviews.undo(caseId)).toBe('CONFLICT')
})

test('a row that asks no longer leaves its case, and the last one ends it', async () => {
  const [one, two] = [aRow(), aRow({ rowNumber: 4 })]
  await reviews.told(one, two)
  expect(await reviews.told({ ...one, revision: 2, isOpen: false })).toBe(1)
  expect(await reviews.only()).toMatchObject({ rowCount: 1, credits: 5 })
  await reviews.told({ ...two, revision: 2, isOpen: false })
  expect(await reviews.cases()).toEqual([])
  const [withdrawn] = await reviews.cases('WITHDRAWN')
  expect(await reviews.decide(withdrawn?.caseId ?? '', { nobody: true })).toBe('CONFLICT')

  await reviews.told({ ...two, revision: 3 })
  expect(await reviews.only()).toMatchObject({
    caseId: withdrawn?.caseId,
    history: [{ step: 'OPENED' }, { step: 'WITHDRAWN' }, { step: 'OPENED' }],
  })
})

test('news that come twice, or late, change nothing', async () => {
  const row = aRow()
  expect(await reviews.told(row)).toBe(1)
  expect(await reviews.told(row)).toBe(0)
  await reviews.told({ ...row, revision: 2, isOpen: false })
  expect(await reviews.told(row)).toBe(0)
  expect(await reviews.cases()).toEqual([])
})

test('a row of which matching is sure by now, or that was decided before, waits for nobody', async () => {
  const sure = aRow({}, { givenName: 'Olga', familyName: 'Petrova', state: 'VT', born: '12/02' })
  await reviews.told(sure)
  expect(await reviews.cases()).toEqual([])
  expect(await reviews.heard()).toMatchObject([{ type: 'REVIEW_DECIDED', rows: [{ batchId: sure.batchId }] }])

  await reviews.told(aRow())
  await reviews.decide((await reviews.only()).caseId, { nobody: true })
  await reviews.pass()
  const again = aRow()
  await reviews.told(again)
  expect(await reviews.cases()).toEqual([])
  expect((await reviews.heard()).at(-1)).toMatchObject({ type: 'REVIEW_DECIDED', rows: [{ batchId: again.batchId }] })
})

test('I11: a row of two parts waits until both are decided', async () => {
  const row = news(aClaim({ boardCode: 'ABS', ...olgasSlip }), { points: 2 })
  await reviews.told(row)
  const [license, diplomate] = await reviews.cases()
  expect([license?.credits, diplomate?.credits]).toEqual([5, 2])
  await reviews.decide(license?.caseId ?? '', { nobody: true })
  expect(await reviews.heard()).toEqual([])
  await reviews.decide(diplomate?.caseId ?? '', { nobody: true })
  expect(await reviews.heard()).toMatchObject([{ type: 'REVIEW_DECIDED', rows: [{ batchId: row.batchId }] }])
})

test('I12, I13: who has guessed too often is asked about like anybody else, and told what an operator said', async () => {
  for (let day = 4; day < 14; day++) await licenseOf(aClaim({ ...olgasSlip, born: `12/${day}` }))
  const right = { ...olgasSlip, born: '12/02' }
  expect(await licenseOf(aClaim(right))).toMatchObject({ decision: 'NOT_FOUND' })
  await reviews.told(aRow({}, right))
  const { caseId, kind } = await reviews.only()
  expect(kind).toBe('WITHHELD')
  await reviews.decide(caseId, { learnerId: olga.learnerId })
  await reviews.pass()
  expect(await licenseOf(aClaim(right))).toMatchObject({
    decision: 'MATCHED',
    learnerId: olga.learnerId,
    isReviewed: true,
  })
})

test('what was decided of a learner follows a merge, and comes back with it', async () => {
  await reviews.told(aRow())
  await reviews.decide((await reviews.only()).caseId, { learnerId: namesake.learnerId })
  await reviews.pass()
  const em = subgraph.orm.em.fork()
  await em.execute('update learner set survivor_id = ?::uuid where learner_id = ?::uuid', [
    olga.learnerId,
    namesake.learnerId,
  ])
  expect(await licenseOf(aClaim())).toMatchObject({ decision: 'MATCHED', learnerId: olga.learnerId })
  await em.execute('update learner set survivor_id = null')
  expect(await licenseOf(aClaim())).toMatchObject({ decision: 'MATCHED', learnerId: namesake.learnerId })
})

describe('roles', () => {
  const questions = [
    ['reviewCases', '{ reviewCases { edges { node { caseId } } } }'],
    ['reviewCase', '{ reviewCase(caseId: "x") { caseId } }'],
    ['reviewCounts', '{ reviewCounts { open } }'],
    ['matchDecision', '{ matchDecision(decisionId: "x") { decision } }'],
    ['decideReview', 'mutation { decideReview(caseId: "x", nobody: true) { caseId } }'],
    ['confirmReview', 'mutation { confirmReview(caseId: "x") { caseId } }'],
    ['undoReview', 'mutation { undoReview(caseId: "x") { caseId } }'],
  ] as const
  const people = [
    ['nobody', undefined, 'UNAUTHENTICATED'],
    ['a reporter', ada, 'FORBIDDEN'],
    ['a physician', claimsOf('PHYSICIAN', { learnerId: olga.learnerId }), 'FORBIDDEN'],
    ['a board', claimsOf('LICENSING_BOARD', { boardCode: 'ME-MD' }), 'FORBIDDEN'],
  ] as const
  const cases = people.flatMap(([who, claims, code]) =>
    questions.map(([name, query]) => [who, name, claims, query, code] as const),
  )
  test.each(cases)('%s may not ask for %s', async (_who, _name, claims, query, code) => {
    const { errors } = await subgraph.ask(query, claims)
    expect(errors?.[0]?.extensions).toMatchObject({ code })
  })

  test('an operator is told what there is not', async () => {
    for (const [name, query] of questions.filter(([, query]) => query.includes('"x"'))) {
      const { errors } = await subgraph.ask(query, op)
      expect([name, errors?.[0]?.extensions?.code]).toEqual([name, 'NOT_FOUND'])
    }
  })

  test('the gateway cannot bring questions', async () => {
    const { errors } = await subgraph.ask('mutation { receiveReviews(news: []) }', op)
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' })
  })

  test.each([
    ['both', { learnerId: '0190a000-0000-7000-8000-000000000001', nobody: true }],
    ['neither', {}],
  ])('naming %s is no choice', async (_, choice) => {
    await reviews.told(aRow())
    expect(await reviews.decide((await reviews.only()).caseId, choice)).toBe('BAD_USER_INPUT')
  })
})
