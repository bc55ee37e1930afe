import { join } from 'node:path'
import { centralDay } from '../subgraphs/reference/central-day.js'
import { InternalTokenIssuer, internalTokenHeader } from '../subgraphs/shared/security/internal-token.js'
import { ensureKeys, loadSigningKey } from '../subgraphs/shared/security/keys.js'
import { type Platform, startInOneProcess } from './setup/platform.js'

let platform: Platform
beforeAll(async () => {
  platform = await startInOneProcess()
}, 120_000)
afterAll(() => platform?.stop(), 60_000)

interface Answer {
  data?: unknown
  errors?: { message: string; extensions: { code: string } }[]
}

/** The codes of an answer, which must give nothing away of how the platform is built. */
async function codes(handle: string, query: string, variables: object): Promise<string[]> {
  const person = await platform.as(handle)
  const response = await person.fetches('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const text = await response.text()
  expect(text).not.toMatch(/select |insert |invalid input syntax|127\.0\.0\.1|node_modules|stacktrace|ECONN/)
  const { errors = [] } = JSON.parse(text) as Answer
  return errors.map(({ extensions }) => extensions.code)
}

const uuid = '0190a000-0000-7000-8000-0000000000ff'

describe('an id that nothing has', () => {
  const ids = ['x', '', uuid, uuid.toUpperCase(), `{${uuid}}`, `${uuid} `, "' or 1=1 --", '0'.repeat(4_000), '%', '💩']
  const operations: [handle: string, query: string][] = [
    ['ada', 'query ($id: ID!) { batch(batchId: $id) { state } }'],
    ['ada', 'mutation ($id: ID!) { cancelUpload(batchId: $id) { state } }'],
    ['ada', 'query ($id: ID!) { activity(activityId: $id) { title } }'],
    ['cy', 'query ($id: ID!) { licensee(learnerId: $id) { givenName completions { edges { cursor } } } }'],
    ['cam', 'mutation ($id: ID!) { decideMoc(partId: $id, decision: ACCEPTED) { status } }'],
  ]
  test.each(operations)('is NOT_FOUND for %s: %s', async (handle, query) => {
    for (const id of ids) expect([id, await codes(handle, query, { id })]).toEqual([id, ['NOT_FOUND']])
  })
})

describe('a cursor that is not one of ours', () => {
  const forged = (...key: unknown[]) => Buffer.from(JSON.stringify(key)).toString('base64url')
  const cursors = [
    'x',
    '!!!',
    forged(),
    forged(1),
    forged('x'),
    forged('x', 'y'),
    forged('x', 'y', 'z'),
    forged('x', 'y', 'z', uuid),
    forged(null, null),
    forged(1e300, uuid),
    forged('2026-01-01', 5),
    forged('infinity', uuid),
    forged('2026-02-31', uuid),
    forged('99999-01-01T00:00:00.000Z', uuid),
    forged('a\0', 'b\0'),
    forged('\ud800', '\ud800', uuid),
    forged(1.5),
    forged(1e20),
    forged(['x'], { a: 1 }),
  ]
  const lists: [handle: string, query: string][] = [
    ['ada', 'query ($after: String) { batches(after: $after) { edges { cursor } } }'],
    ['ada', 'query ($after: String) { submissions(after: $after) { edges { cursor } } }'],
    ['ada', 'query ($after: String) { activities(after: $after) { edges { cursor } } }'],
    ['cy', 'query ($after: String) { licensees(after: $after) { edges { cursor } } }'],
    [
      'cy',
      'query ($after: String) { boardDashboard(from: "2026-01-01", to: "2026-12-31") { recent(after: $after) { edges { cursor } } } }',
    ],
    ['cam', 'query ($after: String) { pendingMoc(after: $after) { edges { cursor } } }'],
    ['dee', 'query ($after: String) { viewer { learner { completions(after: $after) { edges { cursor } } } } }'],
    ['dee', 'query ($after: String) { transcripts(after: $after) { edges { cursor } } }'],
  ]
  test.each(lists)('is CURSOR_INVALID for %s: %s', async (handle, query) => {
    for (const after of cursors)
      expect([after, await codes(handle, query, { after })]).toEqual([after, ['CURSOR_INVALID']])
  })
})

describe('a text that no database holds', () => {
  const entry = {
    activityId: '200000002',
    completedOn: centralDay(new Date()),
    givenName: 'D',
    familyName: 'M',
    birthMonth: 9,
    birthDay: 10,
    licensingState: 'ME',
    licenseOrNpi: '1',
    credits: 0.25,
    learnerPermission: true,
  }
  const moc = { board: 'ABIM', boardId: '1', points: 1, lines: [{ creditType: 'MK', points: 1 }] }
  const submit = 'mutation ($input: CompletionInput!) { submitCompletion(input: $input) { row { outcome } } }'
  const places: [handle: string, where: string, query: string, variables: (text: string) => object][] = [
    [
      'ada',
      'a search for activities',
      'query ($search: String) { activities(search: $search) { edges { cursor } } }',
      (search) => ({ search }),
    ],
    [
      'cy',
      'a search for licensees',
      'query ($search: String) { licensees(search: $search) { edges { cursor } } }',
      (search) => ({ search }),
    ],
    [
      'ada',
      'the name of a file',
      'mutation ($fileName: String!) { createUpload(input: { fileName: $fileName, learnerPermission: true }) { address } }',
      (fileName) => ({ fileName }),
    ],
    [
      'cam',
      'a reason',
      `mutation ($reason: String) { decideMoc(partId: "${uuid}", decision: REJECTED, reason: $reason) { status } }`,
      (reason) => ({ reason }),
    ],
    ['ada', 'an id', 'query ($id: ID!) { activity(activityId: $id) { title } }', (id) => ({ id })],
    ...Object.keys(entry)
      .filter((key) => /Id$|Name$|State$|Npi$/.test(key))
      .map((key): (typeof places)[number] => ['ada', key, submit, (text) => ({ input: { ...entry, [key]: text } })]),
    ['ada', 'a board', submit, (board) => ({ input: { ...entry, moc: { ...moc, board } } })],
    [
      'ada',
      'a credit type',
      submit,
      (creditType) => ({ input: { ...entry, moc: { ...moc, lines: [{ creditType, points: 1 }] } } }),
    ],
  ]
  test.each(places)('is BAD_USER_INPUT where %s gives %s', async (handle, _, query, variables) => {
    for (const text of ['\0', 'a\0b', '\ud800', 'a\udc00'])
      expect(await codes(handle, query, variables(text))).toEqual(['BAD_USER_INPUT'])
  })

  test.each(places)('and any other is no trouble: %s, %s', async (handle, _, query, variables) => {
    for (const text of ["'", '\\', '%_', '"}', '\u202e', '\u0001', '💩', 'ﬁ', 'e\u0301'.repeat(200)]) {
      const [code = 'OK'] = await codes(handle, query, variables(text))
      expect(['OK', 'NOT_FOUND', 'QUOTA_EXCEEDED']).toContain(code)
    }
  })
})

test('days and amounts beyond reason are said to be so', async () => {
  const dashboard = 'query ($day: Date!) { boardDashboard(from: $day, to: $day) { credits byMonth { month } } }'
  for (const day of ['0000-01-01', '9999-12-31', '10000-01-01', '2026-02-30', 'infinity', '', 20260101])
    expect(await codes('cy', dashboard, { day })).toEqual(['BAD_USER_INPUT'])
  for (const day of ['1000-01-01', '2999-12-31']) expect(await codes('cy', dashboard, { day })).toEqual([])
})

describe('a subgraph', () => {
  const names = ['providers', 'learners', 'credits'] as const
  const tokenOf = async (owner: string, audience: string, claims?: object, folder = join(platform.dataDir, 'keys')) =>
    new InternalTokenIssuer(await loadSigningKey(folder, owner)).issue(audience, claims)
  const ask = async (name: (typeof names)[number], token: string | undefined, query: string) => {
    const response = await fetch(platform.subgraphUrls[name], {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { [internalTokenHeader]: token } : {}) },
      body: JSON.stringify({ query }),
    })
    return { status: response.status, ...((await response.json()) as Answer) }
  }

  test.each(names)(
    '%s answers nobody without a token, at whatever address and by whatever method (I-15)',
    async (name) => {
      const { origin } = new URL(platform.subgraphUrls[name])
      for (const path of ['/graphql', '/graphql?query={__typename}', '/uploads/x', '/template.xlsx', '/nothing', '/'])
        for (const method of ['GET', 'POST', 'PUT', 'OPTIONS', 'DELETE']) {
          const response = await fetch(`${origin}${path}`, { method, ...(method === 'POST' ? { body: '{' } : {}) })
          expect([path, method, response.status]).toEqual([path, method, 401])
        }
    },
  )

  test.each(names)('%s refuses tokens that were not made for it by somebody it trusts', async (name) => {
    const keys = join(platform.dataDir, 'stranger')
    await ensureKeys(keys, ['gateway'])
    const others = names.filter((other) => other !== name)
    const tokens = [
      ...(await Promise.all(others.map((other) => tokenOf('gateway', other)))),
      await tokenOf('gateway', name, undefined, keys),
      'x.y.z',
    ]
    for (const token of tokens) expect((await ask(name, token, '{ _service { sdl } }')).status).toBe(401)
    expect((await ask(name, await tokenOf('gateway', name), '{ __typename }')).status).toBe(200)
  })

  test('credits has no say in credits: only the gateway asks there', async () => {
    expect((await ask('credits', await tokenOf('credits', 'credits'), '{ __typename }')).status).toBe(401)
  })

  test.each<[(typeof names)[number], string]>([
    ['learners', '{ matchLearners(claims: [], providerId: "0008273") { __typename } }'],
    ['learners', '{ learnerLicenseFacts { nextCursor } }'],
    ['learners', '{ learnerMergeFacts { nextCursor } }'],
    ['learners', '{ learnerEvents { endCursor } }'],
    ['providers', '{ activityFacts(activityIds: ["200000001"]) { title } }'],
    ['providers', '{ activityVersions(activityIds: ["200000001"]) { __typename } }'],
    ['providers', '{ activityFactPage { nextCursor } }'],
    ['providers', '{ activityEvents { endCursor } }'],
    ['providers', '{ creditPosition }'],
  ])('%s does not answer the gateway what only parts may ask: %s', async (name, query) => {
    const { errors } = await ask(name, await tokenOf('gateway', name, { accountId: 'op', role: 'OPERATOR' }), query)
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND'])
    expect((await ask(name, await tokenOf('credits', name), query)).errors).toBeUndefined()
  })

  test('resolves no entity for nobody that is not public', async () => {
    const entity = (type: string, key: string, value: string, field: string) =>
      `{ _entities(representations: [{ __typename: "${type}", ${key}: "${value}" }]) { ... on ${type} { ${field} } } }`
    const dee = '0190a000-0000-7000-8000-000000000001'
    const asked = [
      await ask('learners', await tokenOf('gateway', 'learners'), entity('Learner', 'learnerId', dee, 'familyName')),
      await ask(
        'credits',
        await tokenOf('gateway', 'credits'),
        entity('Completion', 'completionId', uuid, 'completedOn'),
      ),
      await ask('credits', await tokenOf('gateway', 'credits'), entity('Batch', 'batchId', uuid, 'state')),
    ]
    for (const { data } of asked) expect(JSON.stringify(data ?? null)).not.toMatch(/Marchetti|20\d\d-/)
  })
})
