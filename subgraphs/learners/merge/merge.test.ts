import { readEvents } from '../../shared/outbox/outbox.js'
import { aPerson, insertPeople, type Person } from '../testing/people.js'
import { claimsOf, TestSubgraph } from '../testing/subgraph.js'

let subgraph: TestSubgraph

beforeAll(async () => {
  subgraph = await TestSubgraph.start()
})
afterAll(() => subgraph.stop())

const op = claimsOf('OPERATOR', { accountId: 'op' })
const ora = claimsOf('OPERATOR', { accountId: 'ora' })
const cy = claimsOf('LICENSING_BOARD', { boardCode: 'ME-MD' })
const nh = claimsOf('LICENSING_BOARD', { boardCode: 'NH-MD' })
const cam = claimsOf('CERTIFYING_BOARD', { boardCode: 'ABIM' })
const dee = claimsOf('PHYSICIAN', { learnerId: '0190a000-0000-7000-8000-000000000001' })
const ada = claimsOf('PROVIDER_REPORTER', { providerId: '0008273' })

interface Proposal {
  proposalId: string
  status: string
  decisions: { decision: string; reason: string; decidedBy: string }[]
}
const fields = `proposalId status decisions { decision reason decidedBy }`
const change = (field: string, args: string, claims: typeof op | undefined) =>
  subgraph.ask<Record<string, Proposal>>(`mutation { ${field}(${args}) { ${fields} } }`, claims)

async function done(field: string, args: string, claims: typeof op): Promise<Proposal> {
  const { data, errors } = await change(field, args, claims)
  const proposal = data?.[field]
  if (!proposal) throw new Error(`${field} was refused: ${errors?.[0]?.message}`)
  return proposal
}
const codeOf = ({ errors }: { errors?: readonly { extensions?: { code?: unknown } }[] }) =>
  errors?.[0]?.extensions?.code

const propose = (merged: Person, survivor: Person, claims = op) =>
  done(
    'proposeMerge',
    `mergedId: "${merged.learnerId}", survivorId: "${survivor.learnerId}", reason: "Same person."`,
    claims,
  )
const answer = (field: string, { proposalId }: Proposal, claims = ora) =>
  done(field, `proposalId: "${proposalId}", reason: "I looked."`, claims)
async function merge(merged: Person, survivor: Person): Promise<Proposal> {
  return answer('approveMerge', await propose(merged, survivor))
}

/** Two people of one test, on file. */
async function twoPeople(first: Partial<Person> = {}, second: Partial<Person> = {}): Promise<[Person, Person]> {
  const people: [Person, Person] = [
    aPerson({ givenName: 'Dee', familyName: 'Marchetti', boards: { ABIM: crypto.randomUUID() }, ...first }),
    aPerson({ givenName: 'Deirdre', familyName: 'Rossi', licenses: [{ state: 'NH', number: '18765' }], ...second }),
  ]
  await insertPeople(subgraph.orm.em.fork(), people)
  return people
}

/** Everything on file, to the last column, but for the question of merging itself and what others are told. */
async function snapshot(): Promise<string> {
  const em = subgraph.orm.em.fork()
  const parts = ['learner', 'learner_family_name', 'license_record', 'diplomate_record', 'learner_history'].map(
    (table) => `select '${table}' as name, to_jsonb(t)::text as line from ${table} t`,
  )
  return JSON.stringify(await em.execute(`${parts.join(' union all ')} order by 1, 2`))
}

interface Seen {
  learnerId: string
  familyName: string
  licenses: { state: string }[]
}
async function seen(learnerId: string, claims: typeof op): Promise<Seen | null> {
  const { data } = await subgraph.ask<{ _entities: [Seen | null] }>(
    `query ($id: ID!) {
      _entities(representations: [{ __typename: "Learner", learnerId: $id }]) {
        ... on Learner { learnerId familyName licenses { state } }
      }
    }`
      .replace('($id: ID!)', '')
      .replace('$id', JSON.stringify(learnerId)),
    claims,
  )
  return data?._entities[0] ?? null
}

describe('two operators', () => {
  test('merge two learners: whoever proposed cannot approve, and every answer keeps who, when and why', async () => {
    const [merged, survivor] = await twoPeople()
    const proposal = await propose(merged, survivor)
    expect(proposal.status).toBe('PROPOSED')
    const args = `proposalId: "${proposal.proposalId}", reason: "I looked."`
    expect(codeOf(await change('approveMerge', args, op))).toBe('FORBIDDEN')
    const approved = await done('approveMerge', args, ora)
    expect(approved).toEqual({
      ...proposal,
      status: 'APPROVED',
      decisions: [
        { decision: 'PROPOSED', reason: 'Same person.', decidedBy: 'op' },
        { decision: 'APPROVED', reason: 'I looked.', decidedBy: 'ora' },
      ],
    })
    expect(codeOf(await change('approveMerge', args, ora))).toBe('CONFLICT')
  })

  test('what somebody else proposed is not approved by the one who proposed it again', async () => {
    const [merged, survivor] = await twoPeople()
    const proposal = await propose(merged, survivor, ora)
    const again = `mergedId: "${survivor.learnerId}", survivorId: "${merged.learnerId}", reason: "Other way."`
    expect(codeOf(await change('proposeMerge', again, op))).toBe('CONFLICT')
    expect((await answer('rejectMerge', proposal, ora)).status).toBe('REJECTED')
    expect((await propose(merged, survivor)).status).toBe('PROPOSED')
  })

  test('decisions cannot be changed or removed', async () => {
    const [merged, survivor] = await twoPeople()
    await merge(merged, survivor)
    const em = subgraph.orm.em.fork()
    await expect(em.execute(`update merge_decision set reason = 'Something else.'`)).rejects.toThrow('append-only')
    await expect(em.execute('delete from merge_decision')).rejects.toThrow('append-only')
    await expect(em.execute('truncate merge_decision')).rejects.toThrow('append-only')
  })
})

test('a merged id leads to the survivor, who has the records of both, for everybody who may see one of them', async () => {
  const [merged, survivor] = await twoPeople()
  expect(await seen(survivor.learnerId, cy)).toBeNull()
  await merge(merged, survivor)
  const states = (found: Seen | null) => found?.licenses.map(({ state }) => state)
  for (const id of [merged.learnerId, survivor.learnerId]) {
    const physician = claimsOf('PHYSICIAN', { learnerId: merged.learnerId })
    for (const claims of [op, cy, nh, cam, physician]) {
      expect((await seen(id, claims))?.learnerId).toBe(survivor.learnerId)
    }
    expect(states(await seen(id, op))).toEqual(['ME', 'NH'])
    expect(states(await seen(id, physician))).toEqual(['ME', 'NH'])
    expect(states(await seen(id, cy))).toEqual(['ME'])
    expect(states(await seen(id, cam))).toEqual([])
    for (const claims of [ada, dee]) expect(await seen(id, claims)).toBeNull()
  }
})

test('a board finds a merged licensee once, under any of the names, and lists the survivor', async () => {
  const [merged, survivor] = await twoPeople({ familyName: 'Zanetti' }, { familyName: 'Zorzi', licenses: [] })
  const found = async (search: string) => {
    const { data } = await subgraph.ask<{ licensees: { edges: { node: { learnerId: string } }[] } }>(
      `{ licensees(search: "${search}") { edges { node { learnerId } } } }`,
      cy,
    )
    return data?.licensees.edges.map(({ node }) => node.learnerId)
  }
  expect([await found('Zanetti'), await found('Zorzi')]).toEqual([[merged.learnerId], []])
  const proposal = await merge(merged, survivor)
  expect([await found('Zanetti'), await found('Zorzi')]).toEqual([[survivor.learnerId], [survivor.learnerId]])
  await answer('unmerge', proposal, op)
  expect([await found('Zanetti'), await found('Zorzi')]).toEqual([[merged.learnerId], []])
})

describe('taking a merge back', () => {
  test('restores everything on file bit for bit', async () => {
    const [merged, survivor] = await twoPeople()
    const before = await snapshot()
    const proposal = await merge(merged, survivor)
    expect(await snapshot()).not.toBe(before)
    expect((await answer('unmerge', proposal)).status).toBe('UNMERGED')
    expect(await snapshot()).toBe(before)
    expect((await seen(merged.learnerId, op))?.learnerId).toBe(merged.learnerId)
  })

  test('works in any order where one was merged into another who was merged into a third', async () => {
    const [one, two] = await twoPeople()
    const [three] = await twoPeople()
    const before = await snapshot()
    const [first, second] = [await merge(one, two), await merge(two, three)]
    const leads = async () =>
      Promise.all([one, two, three].map(async ({ learnerId }) => (await seen(learnerId, op))?.learnerId))
    expect(await leads()).toEqual([three.learnerId, three.learnerId, three.learnerId])
    await answer('unmerge', first)
    expect(await leads()).toEqual([one.learnerId, three.learnerId, three.learnerId])
    await answer('unmerge', second)
    expect(await snapshot()).toBe(before)
  })

  test('leaves what a board told in between with the learner it told it of', async () => {
    const [merged, survivor] = await twoPeople()
    const proposal = await merge(merged, survivor)
    await subgraph.orm.em
      .fork()
      .execute(`update license_record set status = 'EXPIRED' where learner_id = ?::uuid`, [merged.learnerId])
    await answer('unmerge', proposal)
    const statuses = await subgraph.orm.em
      .fork()
      .execute<{ status: string }[]>(
        'select status from license_record where learner_id in (?::uuid, ?::uuid) order by 1',
        [merged.learnerId, survivor.learnerId],
      )
    expect(statuses.map(({ status }) => status)).toEqual(['ACTIVE', 'EXPIRED'])
  })
})

test('merging and taking it back are one event each, with who, why, and to whom everybody leads', async () => {
  const [one, two] = await twoPeople()
  const [three] = await twoPeople()
  await merge(one, two)
  const last = await merge(two, three)
  await answer('unmerge', last, op)
  const told = async () =>
    (await readEvents(subgraph.orm.em.fork(), null, 1_000)).filter(
      ({ payload }) => 'proposalId' in payload && payload.proposalId === last.proposalId,
    )
  let events = await told()
  for (let attempt = 0; attempt < 500 && events.length < 2; attempt++) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    events = await told()
  }
  expect(events).toHaveLength(2)
  const [merged, unmerged] = events
  const lead = (survivorId: string | null, ...people: Person[]) =>
    expect.arrayContaining(people.map(({ learnerId }) => ({ learnerId, survivorId })))
  const said = { proposalId: last.proposalId, reason: 'I looked.', decidedAt: expect.any(String) }
  expect(merged).toMatchObject({
    type: 'LEARNERS_MERGED',
    aggregateId: two.learnerId,
    payload: { ...said, decidedBy: 'ora', survivors: lead(three.learnerId, one, two) },
  })
  expect(unmerged).toMatchObject({ type: 'LEARNERS_UNMERGED', payload: { ...said, decidedBy: 'op' } })
  expect(unmerged?.payload).toMatchObject({
    survivors: expect.arrayContaining([
      { learnerId: one.learnerId, survivorId: two.learnerId },
      { learnerId: two.learnerId, survivorId: null },
    ]),
  })
})

describe('what cannot be', () => {
  test.each([
    ['two NPIs that differ', { npi: '1234567893' }, { npi: '1245319599' }, 'CONFLICT'],
    ['one NPI that is missing', { npi: '1215930367' }, {}, undefined],
  ])('%s', async (_name, first, second, code) => {
    const [merged, survivor] = await twoPeople(first, second)
    const args = `mergedId: "${merged.learnerId}", survivorId: "${survivor.learnerId}", reason: "Same."`
    expect(codeOf(await change('proposeMerge', args, op))).toBe(code)
  })

  test('somebody who was merged is not merged once more, and nobody into himself or herself', async () => {
    const [one, two] = await twoPeople()
    const [three] = await twoPeople()
    const open = await propose(three, one)
    await merge(one, two)
    const into = (a: Person, b: Person, reason = 'Same.') =>
      change('proposeMerge', `mergedId: "${a.learnerId}", survivorId: "${b.learnerId}", reason: "${reason}"`, op)
    expect(codeOf(await into(one, three))).toBe('CONFLICT')
    expect(codeOf(await into(two, one))).toBe('CONFLICT')
    expect(codeOf(await into(two, two))).toBe('BAD_USER_INPUT')
    expect(codeOf(await into(two, three, ' '))).toBe('BAD_USER_INPUT')
    expect(codeOf(await into(two, three, 'x'.repeat(501)))).toBe('BAD_USER_INPUT')
    expect(codeOf(await into(two, aPerson()))).toBe('NOT_FOUND')
    expect(codeOf(await change('approveMerge', `proposalId: "${open.proposalId}", reason: "Yes."`, ora))).toBe(
      'CONFLICT',
    )
  })
})

describe('the list of proposals', () => {
  const list = (args: string, claims: typeof op | undefined) =>
    subgraph.ask<{ mergeProposals: { edges: { node: object }[]; pageInfo: { endCursor: string } } }>(
      `{ mergeProposals${args} {
        edges { node { proposalId status probability merged { learnerId familyName formerNames licenses { state } certifications { boardId } }
          survivor { learnerId } agreement { field agreement } decisions { decision } } }
        pageInfo { endCursor hasNextPage }
      } }`,
      claims,
    )

  test('shows both sides as they were written, and how they agree, page by page', async () => {
    const born = { born: '02/29' }
    const [merged, survivor] = await twoPeople(
      { ...born, formerNames: ['Rossi'], suffix: 'Jr.', middleName: 'Ann' },
      { ...born, suffix: 'Sr', familyName: 'Rossi' },
    )
    await merge(merged, survivor)
    const { data } = await list('(first: 1, status: APPROVED)', op)
    expect(data?.mergeProposals.edges[0]?.node).toMatchObject({
      status: 'APPROVED',
      probability: null,
      merged: { learnerId: merged.learnerId, formerNames: ['Rossi'], licenses: [{ state: 'ME' }] },
      survivor: { learnerId: survivor.learnerId },
      agreement: [
        { field: 'LAST_NAME', agreement: 'EQUAL' },
        { field: 'FIRST_NAME', agreement: 'DIFFERENT' },
        { field: 'MIDDLE_NAME', agreement: 'MISSING' },
        { field: 'SUFFIX', agreement: 'DIFFERENT' },
        { field: 'BIRTHDATE', agreement: 'EQUAL' },
        { field: 'NPI', agreement: 'MISSING' },
      ],
    })
    const cursor = data?.mergeProposals.pageInfo.endCursor
    const next = await list(`(first: 1, status: APPROVED, after: "${cursor}")`, op)
    expect(next.data?.mergeProposals.edges[0]?.node).not.toEqual(data?.mergeProposals.edges[0]?.node)
    expect(codeOf(await list('(first: 101)', op))).toBe('PAGE_TOO_LARGE')
    expect(codeOf(await list('(after: "x")', op))).toBe('CURSOR_INVALID')
  })

  test('takes as many statements for a long page as for a short one', async () => {
    await list('(first: 1)', op)
    const few = await subgraph.statementsOf(() => list('(first: 1)', op))
    expect(await subgraph.statementsOf(() => list('(first: 10)', op))).toBe(few)
  })
})

describe('nobody but an operator', () => {
  test.each([
    ['Ada, who reports', ada, 'FORBIDDEN'],
    ['Cy of a licensing board', cy, 'FORBIDDEN'],
    ['Cam of a certifying board', cam, 'FORBIDDEN'],
    ['Dee, a physician', dee, 'FORBIDDEN'],
    ['Pat, a partner', claimsOf('PARTNER'), 'FORBIDDEN'],
    ['nobody', undefined, 'UNAUTHENTICATED'],
  ])('%s learns or changes nothing, whether a proposal is there or not', async (_who, claims, code) => {
    const [merged, survivor] = await twoPeople()
    const { proposalId } = await propose(merged, survivor)
    const before = await snapshot()
    for (const id of [proposalId, crypto.randomUUID(), 'x']) {
      const args = `proposalId: "${id}", reason: "I looked."`
      for (const field of ['approveMerge', 'rejectMerge', 'unmerge'])
        expect(codeOf(await change(field, args, claims))).toBe(code)
      expect(codeOf(await subgraph.ask(`{ mergeProposal(proposalId: "${id}") { status } }`, claims))).toBe(code)
    }
    const people = `mergedId: "${merged.learnerId}", survivorId: "${survivor.learnerId}", reason: "Same."`
    expect(codeOf(await change('proposeMerge', people, claims))).toBe(code)
    expect(codeOf(await subgraph.ask('{ mergeProposals { edges { cursor } } }', claims))).toBe(code)
    expect(await snapshot()).toBe(before)
  })

  test('an operator is told where there is no such proposal', async () => {
    for (const id of [crypto.randomUUID(), 'x']) {
      expect(codeOf(await subgraph.ask(`{ mergeProposal(proposalId: "${id}") { status } }`, op))).toBe('NOT_FOUND')
      expect(codeOf(await change('unmerge', `proposalId: "${id}", reason: "Why."`, op))).toBe('NOT_FOUND')
    }
  })
})
