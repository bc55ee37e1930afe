import { aPerson, insertPeople, type Person } from '../testing/people.js'
import { claimsOf, TestSubgraph } from '../testing/subgraph.js'

let subgraph: TestSubgraph
const idOf = (number: number) => `0190a000-0000-7000-8000-0000000001${String(number).padStart(2, '0')}`

const dee = aPerson({
  learnerId: '0190a000-0000-7000-8000-000000000001',
  givenName: 'Deirdre',
  familyName: 'Marchetti',
  npi: '1234567893',
  licenses: [
    { state: 'NH', number: '18765' },
    { state: 'ME', number: 'MD23456' },
    { state: 'ME', number: 'MD99', status: 'EXPIRED', to: '2016-12-31' },
  ],
  boards: { ABIM: '219876', ABS: '77' },
})
const named = (number: number, givenName: string, familyName: string, person: Partial<Person> = {}) =>
  aPerson({
    learnerId: idOf(number),
    givenName,
    familyName,
    licenses: [{ state: 'ME', number: `MD1000${number}` }],
    ...person,
  })
const maine = [
  named(1, 'Ana', 'de la Cruz'),
  named(2, 'Zoë', 'Ångström'),
  named(3, 'Bo', 'Álvarez-Smith'),
  named(4, 'Al', 'O’Brien', { formerNames: ['Testa'] }),
  named(5, 'Bea', 'O’Brien'),
]
const elsewhere = named(6, 'Ann', 'Brown', { licenses: [{ state: 'NH', number: '5' }] })
const osteopath = named(7, 'Di', 'Brown', { licenses: [{ state: 'ME', number: 'DO5', boardCode: 'ME-DO' }] })

const cy = claimsOf('LICENSING_BOARD', { boardCode: 'ME-MD' })
const cam = claimsOf('CERTIFYING_BOARD', { boardCode: 'ABIM' })
const deeAsks = claimsOf('PHYSICIAN', { learnerId: dee.learnerId })
const ada = claimsOf('PROVIDER_REPORTER', { providerId: '0008273' })
const op = claimsOf('OPERATOR')

beforeAll(async () => {
  subgraph = await TestSubgraph.start()
  await insertPeople(subgraph.orm.em.fork(), [dee, ...maine, elsewhere, osteopath])
})
afterAll(() => subgraph.stop())

interface LicenseePage {
  licensees: {
    edges: {
      node: {
        familyName: string
        givenName: string
        licenses: { licenseNumber: string }[]
        certifications: { boardId: string }[]
      }
    }[]
    pageInfo: { hasNextPage: boolean; endCursor: string | null }
  }
}
const licensees = (variables: object = {}, claims = cy) =>
  subgraph.ask<LicenseePage>(
    `query ($search: String, $first: Int, $after: String) {
      licensees(search: $search, first: $first, after: $after) {
        edges { node { familyName givenName licenses { licenseNumber } certifications { boardId } } }
        pageInfo { hasNextPage endCursor }
      }
    }`,
    claims,
    { ...variables },
  )
const namesOf = ({ data }: Awaited<ReturnType<typeof licensees>>) =>
  data?.licensees.edges.map(({ node }) => `${node.givenName} ${node.familyName}`)

describe('the licensees of a board', () => {
  const inOrder = [
    'Bo Álvarez-Smith',
    'Zoë Ångström',
    'Ana de la Cruz',
    'Deirdre Marchetti',
    'Al O’Brien',
    'Bea O’Brien',
  ]

  test('V01 are those of that board, once each, in the order of their names', async () => {
    expect(namesOf(await licensees())).toEqual(inOrder)
    expect(namesOf(await licensees({}, claimsOf('LICENSING_BOARD', { boardCode: 'ME-DO' })))).toEqual(['Di Brown'])
  })

  test('come page by page', async () => {
    const names: string[] = []
    let after: string | null = null
    for (let more = true; more; ) {
      const page = await licensees({ first: 4, after })
      names.push(...(namesOf(page) ?? []))
      more = page.data?.licensees.pageInfo.hasNextPage ?? false
      after = page.data?.licensees.pageInfo.endCursor ?? null
    }
    expect(names).toEqual(inOrder)
  })

  test.each([
    ['', 6],
    ['   ', 6],
    ['march', 1],
    ['DEIRDRE', 1],
    ['deirdre march', 1],
    ['Marchetti, Deirdre', 1],
    ['deirdre brown', 0],
    ['de la cruz', 1],
    ['dela', 1],
    ['o’b', 2],
    ['obrien a', 1],
    ['angst', 1],
    ['smith', 1],
    ['alvarez-smith', 1],
    ['testa', 1],
    ['test', 1],
    ['MD23456', 1],
    ['23456', 1],
    ['md-23', 1],
    ['1000', 5],
    ['18765', 0],
    ['%', 0],
    ['_', 0],
    ['m%', 1],
    ['nobody', 0],
    ['- , ?!', 0],
    [' ', 6],
  ])('searched for “%s” are %i', async (search, count) => {
    expect(namesOf(await licensees({ search }))).toHaveLength(count)
  })

  test('may be searched for whatever is pasted', async () => {
    expect(namesOf(await licensees({ search: 'x'.repeat(10_000) }))).toEqual([])
    expect(namesOf(await licensees({ search: 'a 1 '.repeat(2_500) }))).toHaveLength(5)
    expect(namesOf(await licensees({ search: '\u0000😀\ud800' }))).toEqual([])
  })

  test('show no license of another board, and no certification', async () => {
    const { data } = await licensees({ search: 'marchetti' })
    const { licenses, certifications } = data?.licensees.edges[0]?.node ?? {}
    expect(licenses?.map(({ licenseNumber }) => licenseNumber).sort()).toEqual(['MD23456', 'MD99'])
    expect(certifications).toEqual([])
  })

  test('are read in as many statements whether few or many', async () => {
    const few = await subgraph.statementsOf(() => licensees({ first: 1 }))
    expect(await subgraph.statementsOf(() => licensees({ first: 6 }))).toBe(few)
  })

  test.each([
    ['a provider', ada],
    ['a certifying board', cam],
    ['a physician', deeAsks],
    ['the operator', op],
  ])('are refused to %s', async (_, claims) => {
    expect((await licensees({}, claims)).errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' })
  })

  test.each(['x', 'WyJhIl0', Buffer.from('["a","b","c"]').toString('base64url')])(
    'refuse the cursor %s',
    async (after) => {
      expect((await licensees({ after })).errors?.[0]?.extensions).toMatchObject({ code: 'CURSOR_INVALID' })
    },
  )
})

describe('a learner', () => {
  const reference = `query ($ids: [_Any!]!) {
    _entities(representations: $ids) { ... on Learner { familyName licenses { state } certifications { boardId } } }
  }`
  const seenBy = async (claims: Parameters<typeof subgraph.ask>[1], ...learnerIds: string[]) => {
    const ids = learnerIds.map((learnerId) => ({ __typename: 'Learner', learnerId }))
    const { data } = await subgraph.ask<{ _entities: unknown[] }>(reference, claims, { ids })
    return data?._entities
  }
  const marchetti = (licenses: string[], certifications: string[]) => ({
    familyName: 'Marchetti',
    licenses: licenses.map((state) => ({ state })),
    certifications: certifications.map((boardId) => ({ boardId })),
  })

  test.each([
    ['the physician in full', deeAsks, marchetti(['ME', 'ME', 'NH'], ['219876', '77'])],
    ['the operator in full', op, marchetti(['ME', 'ME', 'NH'], ['219876', '77'])],
    ['V01 her licensing board with its licenses', cy, marchetti(['ME', 'ME'], [])],
    ['V02 her certifying board with its certification', cam, marchetti([], ['219876'])],
    ['V01 another licensing board not at all', claimsOf('LICENSING_BOARD', { boardCode: 'ME-DO' }), null],
    ['V02 another certifying board not at all', claimsOf('CERTIFYING_BOARD', { boardCode: 'ABP' }), null],
    ['another physician not at all', claimsOf('PHYSICIAN', { learnerId: idOf(1) }), null],
    ['I12 a provider not at all', ada, null],
    ['a partner not at all', claimsOf('PARTNER'), null],
    ['nobody not at all', undefined, null],
  ])('is seen by %s', async (_, claims, seen) => expect(await seenBy(claims, dee.learnerId)).toEqual([seen]))

  test('that does not exist is nobody', async () => {
    expect(await seenBy(op, idOf(99), 'no id', dee.learnerId)).toEqual([null, null, expect.anything()])
  })

  test('V05 has no birthday in the graph', async () => {
    const { errors } = await subgraph.ask('{ viewer { learner { birthMonth birthDay } } }', deeAsks)
    expect(errors?.map(({ message }) => message).join()).toMatch(/birthMonth.*birthDay/s)
  })

  test('is you, for a physician', async () => {
    const query = '{ viewer { role learner { givenName npi } board { code } provider { providerId } } }'
    expect((await subgraph.ask(query, deeAsks)).data).toEqual({
      viewer: { role: 'PHYSICIAN', learner: { givenName: 'Deirdre', npi: '1234567893' }, board: null, provider: null },
    })
    expect((await subgraph.ask(query, cy)).data).toEqual({
      viewer: { role: 'LICENSING_BOARD', learner: null, board: { code: 'ME-MD' }, provider: null },
    })
    expect((await subgraph.ask(query)).data).toEqual({ viewer: null })
  })
})
