import { startTestGateway, type TestGateway } from '../testing/gateway.js'

const form = 'application/x-www-form-urlencoded'
const me = 'query Me { viewer { displayName } }'

let gateway: TestGateway
/** What the subgraph was told of whoever asked last. */
let heard: Record<string, unknown> | undefined

beforeAll(async () => {
  gateway = await startTestGateway()
  const answer = gateway.subgraphs.answer
  gateway.subgraphs.answer = (request, response) => {
    const token = String(request.headers['x-creditgraph-token'])
    heard = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).viewer
    return answer(request, response)
  }
  await gateway.execute(`insert into account (account_id, display_name, role)
    values ('pat', 'Pat', 'PARTNER'), ('op', 'Op', 'OPERATOR')`)
})
afterAll(() => gateway.stop())
beforeEach(() => gateway.execute('delete from api_key'))

interface Sent {
  method?: string
  body?: unknown
  authorization?: string
  headers?: Record<string, string>
}

async function send(path: string, { method = 'GET', body, authorization, headers }: Sent = {}) {
  const response = await fetch(`${gateway.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const json = text ? JSON.parse(text) : undefined
  return { status: response.status, headers: response.headers, json, code: json?.errors?.[0]?.extensions?.code }
}
const as = async (account: string) => `Bearer ${await gateway.tokenOf(account)}`

describe('keys of an account', () => {
  const make = async (account: string, wish: object) =>
    send('/keys', { method: 'POST', authorization: await as(account), body: { label: 'Learning system', ...wish } })

  test('are made with the scopes that its role can use, shown once, listed and revoked at once', async () => {
    const made = await make('ada', { scopes: ['credit:read', 'operations:write'] })
    expect(made.status).toBe(201)
    const { key, keys } = made.json
    expect(key).toMatch(/^cgk_[0-9a-f]{16}\.[\w-]{43}$/)
    expect(keys).toMatchObject([{ scopes: ['credit:read', 'operations:write'], isLive: true, lastUsedAt: null }])
    expect(keys[0].clientId).toBe(key.split('.')[0])
    const listed = await send('/keys', { authorization: await as('ada') })
    expect(JSON.stringify(listed.json)).not.toContain(key.split('.')[1])
    expect((await send('/operations', { authorization: `Bearer ${key}` })).status).toBe(200)
    const used = await send('/keys', { authorization: await as('ada') })
    expect(used.json.keys[0].lastUsedAt).toEqual(expect.any(String))
    await send(`/keys/${keys[0].keyId}`, { method: 'DELETE', authorization: await as('ada') })
    expect((await send('/operations', { authorization: `Bearer ${key}` })).code).toBe('UNAUTHENTICATED')
  })

  test.each<[string, string, object, string]>([
    ['a scope of another role', 'pat', { scopes: ['credit:write'] }, 'BAD_USER_INPUT'],
    ['a scope that there is not', 'ada', { scopes: ['everything'] }, 'BAD_USER_INPUT'],
    ['no scope', 'ada', { scopes: [] }, 'BAD_USER_INPUT'],
    ['more than two years', 'ada', { scopes: ['credit:read'], days: 731 }, 'BAD_USER_INPUT'],
    ['days in words', 'ada', { scopes: ['credit:read'], days: 'many' }, 'BAD_USER_INPUT'],
    ['the sandbox where there is none', 'ada', { scopes: ['credit:read'], sandboxRole: 'PHYSICIAN' }, 'BAD_USER_INPUT'],
    ['an operator in the sandbox', 'ada', { scopes: ['credit:read'], sandboxRole: 'OPERATOR' }, 'BAD_USER_INPUT'],
  ])('%s is refused', async (_, account, wish, code) => expect((await make(account, wish)).code).toBe(code))

  test('are made by people only, and revoked by nobody else', async () => {
    const key = await gateway.keyFor('ada')
    const asked = { method: 'POST', body: { label: 'More', scopes: ['credit:read'] } }
    expect((await send('/keys', { ...asked, authorization: `Bearer ${key}` })).code).toBe('FORBIDDEN')
    expect((await send('/keys', asked)).code).toBe('UNAUTHENTICATED')
    const keyId = key.slice(4, 20)
    const revoked = await send(`/keys/${keyId}`, { method: 'DELETE', authorization: await as('bo') })
    expect(revoked.code).toBe('NOT_FOUND')
  })

  test('tell the subgraphs what they are for, and register nothing without that scope', async () => {
    const all = await gateway.keyFor('ada')
    const body = { operations: [{ body: me }] }
    expect((await send('/operations', { method: 'POST', body, authorization: `Bearer ${all}` })).status).toBe(200)
    const { json } = await make('ada', { scopes: ['credit:read'] })
    const authorization = `Bearer ${json.key}`
    expect((await send('/operations', { method: 'POST', body, authorization })).code).toBe('FORBIDDEN')
    expect((await send('/operations/Me', { method: 'DELETE', authorization })).code).toBe('FORBIDDEN')
    expect((await send('/uploads/x', { method: 'PUT', body: 'x', authorization })).code).toBe('FORBIDDEN')
    await send('/graphql', { method: 'POST', body: { query: me }, authorization })
    expect(heard).toMatchObject({ accountId: 'ada', byToken: true, scopes: ['credit:read'] })
  })
})

describe('OAuth client credentials (RFC 6749)', () => {
  let id: string
  let secret: string
  beforeEach(async () => {
    ;[id = '', secret = ''] = (await gateway.keyFor('ada')).split('.')
  })
  const token = (members: Record<string, string>, headers: Record<string, string> = {}) =>
    send('/oauth/token', {
      method: 'POST',
      body: new URLSearchParams(members).toString(),
      headers: { 'content-type': form, ...headers },
    })
  const basic = (user: string, password: string) => ({
    authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
  })
  const grant = { grant_type: 'client_credentials' }

  test('a token stands for the key, by either way to send the secret, and within the scopes that were asked', async () => {
    for (const answer of [
      await token({ ...grant, client_id: id, client_secret: secret, scope: 'credit:read' }),
      await token({ ...grant, scope: 'credit:read' }, basic(id, secret)),
    ]) {
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.json).toMatchObject({ token_type: 'Bearer', expires_in: 900, scope: 'credit:read' })
      const authorization = `Bearer ${answer.json.access_token}`
      expect((await send('/operations', { authorization })).status).toBe(200)
      expect((await send('/operations/Me', { method: 'DELETE', authorization })).code).toBe('FORBIDDEN')
    }
  })

  test('it runs what is registered and nothing else, as a key does', async () => {
    const { json } = await token({ ...grant, client_id: id, client_secret: secret })
    const query = '{ viewer { role accountId } }'
    const asked = { method: 'POST', body: { query }, authorization: `Bearer ${json.access_token}` }
    expect((await send('/graphql', asked)).code).toBe('FORBIDDEN')
  })

  test('it ends with its key', async () => {
    const { json } = await token({ ...grant, client_id: id, client_secret: secret })
    await gateway.execute('update api_key set revoked_at = now()')
    expect((await send('/operations', { authorization: `Bearer ${json.access_token}` })).code).toBe('UNAUTHENTICATED')
  })

  test('it is not taken with another beginning or another signature, nor is the token of a person', async () => {
    const { json } = await token({ ...grant, client_id: id, client_secret: secret })
    const text: string = json.access_token
    for (const wrong of [text.slice(4), `${text.slice(0, -4)}AAAA`, `cgt_${await gateway.tokenOf('ada')}`, 'cgt_'])
      expect((await send('/operations', { authorization: `Bearer ${wrong}` })).code).toBe('UNAUTHENTICATED')
  })

  test.each<[string, () => Promise<{ status: number; json: unknown }>, number, string]>([
    ['no grant type', () => token({ client_id: id, client_secret: secret }), 400, 'invalid_request'],
    [
      'another grant type',
      () => token({ grant_type: 'password', client_id: id, client_secret: secret }),
      400,
      'unsupported_grant_type',
    ],
    ['a wrong secret', () => token({ ...grant, client_id: id, client_secret: 'x'.repeat(43) }), 401, 'invalid_client'],
    ['no secret', () => token({ ...grant, client_id: id }), 401, 'invalid_client'],
    ['a header that is no Basic', () => token(grant, { authorization: 'Bearer x' }), 401, 'invalid_client'],
    [
      'the secret in two ways',
      () => token({ ...grant, client_id: id, client_secret: secret }, basic(id, secret)),
      400,
      'invalid_request',
    ],
    [
      'another client in the header than in the form',
      () => token({ ...grant, client_id: 'cgk_0000000000000000' }, basic(id, secret)),
      400,
      'invalid_request',
    ],
    [
      'a scope that the key does not have',
      () => token({ ...grant, client_id: id, client_secret: secret, scope: 'platform:operate' }),
      400,
      'invalid_scope',
    ],
    ['JSON', () => token(grant, { 'content-type': 'application/json' }), 400, 'invalid_request'],
    ['too long a form', () => token({ ...grant, scope: 'x'.repeat(5_000) }), 400, 'invalid_request'],
  ])('%s is refused', async (_, ask, status, error) => {
    expect(await ask()).toMatchObject({ status, json: { error, error_description: expect.any(String) } })
  })

  test('what is sent twice is refused, and a wrong header is asked for again', async () => {
    const twice = await send('/oauth/token', {
      method: 'POST',
      body: 'grant_type=client_credentials&grant_type=client_credentials',
      headers: { 'content-type': form },
    })
    expect(twice.json.error).toBe('invalid_request')
    const wrong = await token(grant, basic(id, 'wrong'))
    expect([wrong.status, wrong.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="creditgraph"'])
  })
})

describe('new partners', () => {
  const ask = { name: 'Quinn Abara', organization: 'Credit Tracker Inc.', email: 'quinn@example.org' }
  const purpose = 'Show physicians the credit that they have.'
  const asks = (more: object = {}) => send('/partner-requests', { method: 'POST', body: { ...ask, purpose, ...more } })
  const list = async () => (await send('/partner-requests', { authorization: await as('op') })).json.requests
  const decide = async (requestId: string, decision: string, account = 'op') =>
    send(`/partner-requests/${requestId}/decision`, {
      method: 'POST',
      authorization: await as(account),
      body: { decision },
    })
  beforeEach(() => gateway.execute('delete from partner_request'))

  test('ask, are accepted by an operator, and sign in once by the invitation', async () => {
    expect((await asks()).status).toBe(202)
    expect((await asks({ email: 'QUINN@example.org' })).status).toBe(202)
    const [request, ...others] = await list()
    expect([request, others]).toMatchObject([{ ...ask, purpose, decision: null }, []])
    const { json } = await decide(request.requestId, 'ACCEPTED')
    const code = json.invitation.split('#')[1]
    const signIn = () => send('/invitations', { method: 'POST', body: { code } })
    const cookie = (await signIn()).headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect((await send('/keys', { headers: { cookie } })).json).toMatchObject({
      keys: [],
      scopes: expect.arrayContaining([expect.objectContaining({ name: 'activities:read' })]),
    })
    expect((await signIn()).code).toBe('UNAUTHENTICATED')
    expect((await decide(request.requestId, 'DECLINED')).code).toBe('CONFLICT')
  })

  test('an invitation that was lost is replaced by another, and one that is too old opens nothing', async () => {
    await asks()
    const [{ requestId }] = await list()
    const first = (await decide(requestId, 'ACCEPTED')).json.invitation.split('#')[1]
    const invited = await send(`/partner-requests/${requestId}/invitation`, {
      method: 'POST',
      authorization: await as('op'),
    })
    const second = invited.json.invitation.split('#')[1]
    const takes = (code: string) => send('/invitations', { method: 'POST', body: { code } })
    expect((await takes(first)).code).toBe('UNAUTHENTICATED')
    await gateway.execute(`update partner_request set invitation_ends_at = now() - interval '1 second'`)
    expect((await takes(second)).code).toBe('UNAUTHENTICATED')
  })

  test('who was declined has no account', async () => {
    await asks()
    const [{ requestId }] = await list()
    const { json } = await decide(requestId, 'DECLINED')
    expect(json).toMatchObject({ requests: [{ decision: 'DECLINED', decidedBy: 'op', accountId: null }] })
    expect(json.invitation).toBeUndefined()
    const again = await send(`/partner-requests/${requestId}/invitation`, {
      method: 'POST',
      authorization: await as('op'),
    })
    expect(again.code).toBe('CONFLICT')
  })

  test.each<[string, object]>([
    ['no name', { name: ' ' }],
    ['no address', { email: 'quinn' }],
    ['no purpose', { purpose: 'credit' }],
    ['too long a purpose', { purpose: 'x'.repeat(1_001) }],
    ['a name that cannot be stored', { name: 'Quinn\0' }],
    ['a number for a name', { name: 7 }],
  ])('%s is refused', async (_, more) => expect((await asks(more)).code).toBe('BAD_USER_INPUT'))

  test('only operators see who asked and decide', async () => {
    await asks()
    const [{ requestId }] = await list()
    for (const account of ['ada', 'pat']) {
      expect((await send('/partner-requests', { authorization: await as(account) })).code).toBe('FORBIDDEN')
      expect((await decide(requestId, 'ACCEPTED', account)).code).toBe('FORBIDDEN')
    }
    expect((await send('/partner-requests')).code).toBe('UNAUTHENTICATED')
    expect((await decide('x', 'ACCEPTED')).code).toBe('NOT_FOUND')
  })
})

test.each(['0', '91', '1.5', '-3', 'x', '', '30&days=7'])(
  'use of the last “%s” days is refused in words',
  async (days) => {
    const { status, code, json } = await send(`/operation-use?days=${days}`, { authorization: await as('ada') })
    expect([status, code, json.errors[0].message]).toEqual([
      400,
      'BAD_USER_INPUT',
      'days has to be a whole number from 1 to 90.',
    ])
  },
)

test.each(['', '?days=1', '?days=90'])('of the days of “/operation-use%s” all use is told', async (search) => {
  const { status, json } = await send(`/operation-use${search}`, { authorization: await as('ada') })
  expect([status, json]).toEqual([200, { use: [] }])
})
