import { setTimeout as sleep } from 'node:timers/promises'
import { startTestGateway, type TestGateway } from '../testing/gateway.js'
import { operationIdOf } from './judge-operation.js'

const me = 'query Me { viewer { displayName } }'
const role = 'query Me { viewer { role } }'

let gateway: TestGateway
let production: TestGateway
let key: string

beforeAll(async () => {
  ;[gateway, production] = await Promise.all([startTestGateway(), startTestGateway({ production: true })])
  key = await gateway.keyFor('ada')
})
afterAll(() => Promise.all([gateway.stop(), production.stop()]))

const send = async (path: string, init: RequestInit & { key?: string } = {}, at = gateway) => {
  const response = await fetch(`${at.url}${path}`, {
    ...init,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${init.key ?? key}`, ...init.headers },
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined }
}
const register = (operations: object[], path = '/operations') =>
  send(path, { method: 'POST', body: JSON.stringify({ operations }) })
const run = (body: object, options: { key?: string } = {}) =>
  send('/graphql', { method: 'POST', body: JSON.stringify(body), ...options })
const codeOf = ({ body }: { body: { errors?: { extensions: { code: string } }[] } }) =>
  body.errors?.[0]?.extensions.code

test('a program runs nothing that is not registered, and everything that is', async () => {
  expect(codeOf(await run({ query: me }))).toBe('FORBIDDEN')
  const dry = await register([{ name: 'Me', body: me }], '/operations?dryRun=true')
  expect(dry.body.operations).toMatchObject([{ name: 'Me', outcome: 'ACCEPTABLE', cost: 1, version: 1 }])
  expect(codeOf(await run({ documentId: `sha256:${operationIdOf(me)}` }))).toBe('PERSISTED_QUERY_NOT_FOUND')

  const { status, body } = await register([{ name: 'Me', body: me }])
  expect([status, body.operations]).toMatchObject([200, [{ outcome: 'REGISTERED', version: 1 }]])
  const hash = operationIdOf(me)
  for (const asked of [
    { query: me },
    { documentId: `sha256:${hash}` },
    { doc_id: hash },
    { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } },
  ]) {
    expect((await run(asked)).body).toEqual({ data: { viewer: { displayName: 'Ada' } } })
  }
  expect(codeOf(await run({ query: '{ viewer { displayName role } }' }))).toBe('FORBIDDEN')
})

test('another text of the same name is its next version, and the old one goes on being answered', async () => {
  await register([{ body: me }])
  expect((await register([{ body: role }])).body.operations).toMatchObject([{ outcome: 'REGISTERED', version: 2 }])
  expect((await register([{ body: role }])).body.operations).toMatchObject([{ outcome: 'UNCHANGED', version: 2 }])
  expect((await run({ documentId: operationIdOf(me) })).status).toBe(200)
})

test('all of a manifest are registered or none', async () => {
  const good = 'query Good { viewer { accountId } }'
  const { status, body } = await register([{ body: good }, { body: 'query Bad { nothing }' }])
  expect(status).toBe(422)
  expect(body.operations).toMatchObject([
    { name: 'Good', outcome: 'ACCEPTABLE' },
    { outcome: 'REFUSED', problems: [expect.stringContaining('nothing')] },
  ])
  expect(codeOf(await run({ query: good }))).toBe('FORBIDDEN')
  expect((await register([{ body: good }, { body: 'query Good { viewer { role } }' }])).status).toBe(422)
})

test('what one account has registered is not known to another', async () => {
  await register([{ body: me }])
  const bo = await gateway.keyFor('bo')
  expect(codeOf(await run({ documentId: operationIdOf(me) }, { key: bo }))).toBe('PERSISTED_QUERY_NOT_FOUND')
  expect((await send('/operations', { key: bo })).body.operations).toEqual([])
})

test('a client that tries a hash first hears the words that it waits for', async () => {
  const persistedQuery = { version: 1, sha256Hash: operationIdOf('query Unknown { viewer { role } }') }
  const answer = await run({ extensions: { persistedQuery } })
  expect([codeOf(answer), answer.body.errors[0].message]).toEqual([
    'PERSISTED_QUERY_NOT_FOUND',
    'PersistedQueryNotFound',
  ])
})

test('a query by GET may be kept and asked again for changes; a mutation may not', async () => {
  await register([{ body: me }, { body: 'mutation Gone { cancelUpload(batchId: "b") { state } }' }])
  const path = (text: string) => `/graphql?documentId=sha256:${operationIdOf(text)}`
  const first = await send(path(me))
  expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'private, no-cache'])
  const etag = first.headers.get('etag') ?? ''
  expect((await send(path(me), { headers: { 'if-none-match': etag } })).status).toBe(304)
  expect((await send(path(me), { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
  expect((await send(path('mutation Gone { cancelUpload(batchId: "b") { state } }'))).status).toBe(405)
})

test('the hash of a document may stand in the address', async () => {
  const text = 'query Named($isRole: Boolean = false) { viewer { displayName role @include(if: $isRole) } }'
  await register([{ body: text }])
  const hash = operationIdOf(text)
  const viewer = { viewer: { displayName: 'Ada' } }
  for (const address of [`/graphql/sha256:${hash}`, `/graphql/sha256%3A${hash}?variables={"isRole":false}`]) {
    const read = await fetch(`${gateway.url}${address}`, { headers: { authorization: `Bearer ${key}` } })
    expect([read.status, await read.json()]).toEqual([200, { data: viewer }])
    expect((await send(address, { method: 'POST', body: '{}' })).body).toEqual({ data: viewer })
  }
  expect(codeOf(await send(`/graphql/sha256:${operationIdOf('{ unknown }')}`))).toBe('PERSISTED_QUERY_NOT_FOUND')
  expect(codeOf(await send('/graphql/sha256:abc'))).toBe('BAD_REQUEST')
  expect(codeOf(await send(`/graphql/sha256:${hash}?documentId=${operationIdOf(me)}`))).toBe('BAD_REQUEST')
  expect(codeOf(await send(`/graphql/sha256:${hash}`, { method: 'POST', body: JSON.stringify({ query: me }) }))).toBe(
    'BAD_USER_INPUT',
  )
  expect((await send('/graphql/other')).status).toBe(404)
})

test('use is counted by operation, and what is withdrawn is no longer answered', async () => {
  const text = 'query Used { viewer { accountId } }'
  await register([{ body: text }])
  await run({ query: text })
  await run({ query: text })
  const use = async () => {
    const { body } = await send('/operations')
    return body.operations.find(({ name }: { name: string }) => name === 'Used')
  }
  while ((await use()).calls < 2) await sleep(200)
  expect(await use()).toMatchObject({ calls: 2, failures: 0, deprecatedAt: null, withdrawnAt: null })
  await send('/operations/Used/deprecation', { method: 'POST' })
  expect((await run({ query: text })).status).toBe(200)
  const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  expect(await use()).toMatchObject({ registeredAt: instant, deprecatedAt: instant, withdrawnAt: null })
  await send('/operations/Used', { method: 'DELETE' })
  expect(codeOf(await run({ query: text }))).toBe('FORBIDDEN')
  expect((await send('/operations/Never', { method: 'DELETE' })).status).toBe(404)
})

test('nobody registers without an account', async () => {
  const response = await fetch(`${gateway.url}/operations`, { method: 'POST', body: '{}' })
  expect(response.status).toBe(401)
})

test('where the platform is in use, pages run what came with them, and analysts what they like', async () => {
  const asks = async (query: string, headers: Record<string, string>) =>
    (await production.asks(query, {}, headers)).code
  const token = async (account: string) => ({ authorization: `Bearer ${await production.tokenOf(account)}` })
  await production.execute(`insert into account (account_id, display_name, role) values ('op', 'Op', 'OPERATOR')`)
  expect(await asks(me, {})).toBe('FORBIDDEN')
  expect(await asks(me, await token('ada'))).toBe('FORBIDDEN')
  expect(await asks(me, await token('op'))).toBeUndefined()
})
