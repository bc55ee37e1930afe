import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ViewerClaims } from '../../../subgraphs/reference/viewer.js'
import { InternalTokenVerifier } from '../../../subgraphs/shared/security/internal-token.js'
import { ensureKeys, loadVerifyingKey } from '../../../subgraphs/shared/security/keys.js'
import { answering, startTestGateway, type TestGateway } from '../../testing/gateway.js'

const me = 'query Me { viewer { displayName } }'
const real = { data: { viewer: { displayName: 'Real' } } }
const madeUp = { data: { viewer: { displayName: 'Made up' } } }

let folder: string
let stub: Server
let gateway: TestGateway
/** The internal tokens that each side has received. */
const received: Record<'real' | 'sandbox', string[]> = { real: [], sandbox: [] }

const tokenIn = ({ headers }: IncomingMessage) => String(headers['x-creditgraph-token'])

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'creditgraph-sandbox-'))
  await ensureKeys(folder, ['gateway'])
  stub = createServer((request, response) => {
    received.sandbox.push(tokenIn(request))
    void answering(200, madeUp)(request, response)
  })
  await once(stub.listen(0, '127.0.0.1'), 'listening')
  const url = `http://127.0.0.1:${(stub.address() as AddressInfo).port}/graphql`
  const subgraphUrls = { providers: url, learners: url, credits: url }
  gateway = await startTestGateway({ sandbox: { subgraphUrls, keysDir: folder } })
  gateway.subgraphs.answer = (request, response) => {
    received.real.push(tokenIn(request))
    return answering(200, real)(request, response)
  }
  await gateway.execute(`insert into account (account_id, display_name, role) values ('pat', 'Pat', 'PARTNER')`)
  const authorization = `Bearer ${await gateway.tokenOf('pat')}`
  await send('/operations', { method: 'POST', body: { operations: [{ body: me }] }, authorization })
})
afterAll(async () => {
  await gateway.stop()
  stub.closeAllConnections()
  await new Promise((resolve) => stub.close(resolve))
  await rm(folder, { recursive: true })
})
beforeEach(async () => {
  received.real.length = 0
  received.sandbox.length = 0
  await gateway.execute('delete from api_key')
})

interface Sent {
  method?: string
  body?: unknown
  authorization?: string
  type?: string
}

async function send(path: string, { method = 'GET', body, authorization, type = 'application/json' }: Sent) {
  const response = await fetch(`${gateway.url}${path}`, {
    method,
    headers: { 'content-type': type, ...(authorization && { authorization }) },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const json = text.startsWith('{') ? JSON.parse(text) : undefined
  return { status: response.status, json, text, code: json?.code ?? json?.errors?.[0]?.extensions?.code }
}

async function makeKey(wish: object): Promise<string> {
  const authorization = `Bearer ${await gateway.tokenOf('pat')}`
  const body = { label: 'Trying', scopes: ['activities:read', 'operations:write'], ...wish }
  const { json } = await send('/keys', { method: 'POST', authorization, body })
  return json.key
}
async function tokenFor(key: string): Promise<string> {
  const [client_id = '', client_secret = ''] = key.split('.')
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret }).toString()
  return (await send('/oauth/token', { method: 'POST', body, type: 'application/x-www-form-urlencoded' })).json
    .access_token
}

test('a key to the sandbox is answered by it, as whoever was chosen, and real subgraphs hear nothing', async () => {
  const key = await makeKey({ sandboxRole: 'PHYSICIAN' })
  expect(key).toMatch(/^cgs_/)
  for (const credential of [key, await tokenFor(key)]) {
    const authorization = `Bearer ${credential}`
    expect((await send('/api/Me', { authorization })).json).toEqual({ viewer: { displayName: 'Made up' } })
    const asked = { method: 'POST', body: { query: me }, authorization }
    expect((await send('/graphql', asked)).json).toEqual(madeUp)
  }
  expect(received.real).toEqual([])
  const [, payload = ''] = received.sandbox[0]?.split('.') ?? []
  expect(JSON.parse(Buffer.from(payload, 'base64url').toString()).viewer).toMatchObject({
    accountId: 'pat',
    role: 'PHYSICIAN',
    learnerId: '0190a000-0000-7000-8000-000000000001',
    byToken: true,
    scopes: ['activities:read', 'operations:write'],
  })
})

test('a key to the sandbox is offered nothing that it could not do', async () => {
  const { json } = await send('/keys', { authorization: `Bearer ${await gateway.tokenOf('pat')}` })
  const namesOf = (offers: { scopes: { name: string }[] }[]) =>
    offers.flatMap(({ scopes }) => scopes.map(({ name }) => name))
  expect(namesOf([json])).toContain('operations:write')
  expect(namesOf(json.sandbox)).toContain('credit:read')
  expect(namesOf(json.sandbox)).not.toContain('operations:write')
})

test('a key to what is real is answered by that, and the sandbox hears nothing', async () => {
  const authorization = `Bearer ${await makeKey({})}`
  expect((await send('/api/Me', { authorization })).json).toEqual({ viewer: { displayName: 'Real' } })
  expect(received.sandbox).toEqual([])
})

test('neither side’s subgraphs take a token that was made for the other', async () => {
  const ask = async (wish: object) => send('/api/Me', { authorization: `Bearer ${await makeKey(wish)}` })
  await ask({ sandboxRole: 'PARTNER' })
  await ask({})
  const ofSandbox = new InternalTokenVerifier<ViewerClaims>('learners', [await loadVerifyingKey(folder, 'gateway')])
  await expect(ofSandbox.verify(received.sandbox[0])).resolves.toMatchObject({ claims: { role: 'PARTNER' } })
  await expect(ofSandbox.verify(received.real[0])).rejects.toThrow('other parts of the platform only')
})

test.each<[string, string, Sent]>([
  ['a text of its own', '/graphql', { method: 'POST', body: { query: '{ viewer { role } }' } }],
  ['an operation that is not registered', '/api/Other', {}],
  ['the list of operations', '/operations', {}],
  ['registering', '/operations', { method: 'POST', body: { operations: [{ body: me }] } }],
  ['withdrawing', '/operations/Me', { method: 'DELETE' }],
  ['keys', '/keys', {}],
  ['trying for a person', '/sandbox/try', { method: 'POST', body: { name: 'Me', role: 'PARTNER' } }],
  ['the requests of partners', '/partner-requests', {}],
  ['an upload', '/uploads/0190a000-0000-7000-8000-000000000001', { method: 'PUT', body: 'x' }],
  ['a result', '/uploads/0190a000-0000-7000-8000-000000000001/result', {}],
  ['records', '/exports/records.csv', {}],
  ['a transcript', '/transcripts/x.pdf', {}],
  ['a web service', '/services/learnermatch', { method: 'POST', body: {} }],
  ['the transcript service', '/api/transcript', {}],
  ['a page about an activity', '/activity/100000001', {}],
  ['a feed of a board', '/boards/ABIM/feed.json', {}],
  ['what there is not', '/nothing', {}],
])('%s is not reached in what is real with a key to the sandbox', async (_, path, sent) => {
  const { text } = await send(path, {
    ...sent,
    authorization: `Bearer ${await makeKey({ sandboxRole: 'LICENSING_BOARD' })}`,
  })
  expect(text).not.toContain('Real')
  expect(received.real).toEqual([])
})

test('a key to the sandbox is nobody’s password to the web services', async () => {
  const key = await makeKey({ sandboxRole: 'PROVIDER_REPORTER' })
  const body = { ProviderId: '0008273', User: 'pat', Password: key }
  expect((await send('/services/learnermatch', { method: 'POST', body })).status).toBeGreaterThanOrEqual(400)
  expect([...received.real, ...received.sandbox]).toEqual([])
})

test('a key that is changed to look like the other kind opens nothing', async () => {
  const [inSandbox, live] = [await makeKey({ sandboxRole: 'PARTNER' }), await makeKey({})]
  for (const changed of [inSandbox.replace('cgs_', 'cgk_'), live.replace('cgk_', 'cgs_')])
    expect((await send('/api/Me', { authorization: `Bearer ${changed}` })).code).toBe('UNAUTHENTICATED')
  const [tokenOfSandbox, tokenOfLive] = [await tokenFor(inSandbox), await tokenFor(live)]
  for (const changed of [tokenOfSandbox.replace('cgst_', 'cgt_'), tokenOfLive.replace('cgt_', 'cgst_')])
    expect((await send('/api/Me', { authorization: `Bearer ${changed}` })).code).toBe('UNAUTHENTICATED')
  expect([...received.real, ...received.sandbox]).toEqual([])
})

test('a person tries a registered operation from the page, as anybody but an operator', async () => {
  const authorization = `Bearer ${await gateway.tokenOf('pat')}`
  const tries = (body: object) => send('/sandbox/try', { method: 'POST', body, authorization })
  expect((await tries({ name: 'Me', role: 'CERTIFYING_BOARD' })).json).toEqual({ ...madeUp, errors: [] })
  expect((await tries({ name: 'Me', role: 'OPERATOR' })).code).toBe('BAD_USER_INPUT')
  expect((await tries({ name: 'Me', role: 'PARTNER', variables: [] })).code).toBe('BAD_USER_INPUT')
  expect((await tries({ name: 'Other', role: 'PARTNER' })).code).toBe('NOT_FOUND')
  expect(received.real).toEqual([])
})
