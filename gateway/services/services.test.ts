import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { answering, startTestGateway, type TestGateway } from '../testing/gateway.js'

let gateway: TestGateway
let key: string
/** What the subgraph was asked last. */
let heard: { path: string; providerId?: string; body: string }

const textOf = async (request: IncomingMessage) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  await once(request, 'end')
  return Buffer.concat(chunks).toString()
}

beforeAll(async () => {
  gateway = await startTestGateway()
  key = await gateway.keyFor('ada')
  await gateway.execute(`insert into account (account_id, display_name, role) values ('op', 'Op', 'OPERATOR')`)
})
afterAll(() => gateway.stop())
beforeEach(() => {
  heard = { path: '', body: '' }
  gateway.subgraphs.answer = async (request, response) => {
    const token = String(request.headers['x-creditgraph-token'])
    const { viewer } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    heard = { path: request.url ?? '', providerId: viewer.providerId, body: await textOf(request) }
    answering(200, { LearnerMatch: {} })(request, response)
  }
})

const xml = 'application/xml; charset=utf-8'
const json = 'application/json'
const call = async (body: string, type: string, path = '/services/GetLearnerMatch', headers = {}) => {
  const response = await fetch(`${gateway.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': type, ...headers },
    body,
  })
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
}
const inJson = (more: object) => JSON.stringify({ ProviderId: '0008273', User: 'ada', Password: key, ...more })
const inXml = (inside = '', providerId = '0008273') =>
  `<?xml version="1.0"?><GetLearnerMatch xmlns="urn:any"><ProviderId>${providerId}</ProviderId><User>ada</User><Password>${key}</Password>${inside}</GetLearnerMatch>`

test.each<[string, () => Promise<{ status: number }>]>([
  ['in JSON', () => call(inJson({}), json)],
  ['in XML', () => call(inXml(), xml)],
  ['in XML with prefixes', () => call(inXml().replace(/(<\/?)(ProviderId|User|Password)/g, '$1p:$2'), xml)],
  ['by bearer token', () => call('{}', json, undefined, { authorization: `Bearer ${key}` })],
  ['under the name of a service', () => call(inXml(), xml, '/services/LearnerService.svc/GetLearnerMatch')],
])('W01 the credentials stand %s', async (_, sent) => {
  expect((await sent()).status).toBe(200)
  expect(heard).toMatchObject({ path: '/services/GetLearnerMatch', providerId: '0008273' })
})

test.each<[string, () => Promise<{ status: number; text: string }>]>([
  ['no credentials', () => call('{}', json)],
  ['no password', () => call('{"ProviderId":"0008273","User":"ada"}', json)],
  ['another password', () => call(inJson({ Password: `${key.slice(0, -2)}xy` }), json)],
  ['another user', () => call(inJson({ User: 'bo' }), json)],
  ['credentials deeper down', () => call(JSON.stringify({ Login: JSON.parse(inJson({})) }), json)],
  ['credentials deeper down in XML', () => call(`<a>${inXml().replace('<?xml version="1.0"?>', '')}</a>`, xml)],
])('W01 %s is refused', async (_, sent) => {
  const { status, text } = await sent()
  expect([status, heard.path]).toEqual([401, ''])
  expect(text).toContain('UNAUTHENTICATED')
})

test('W02 a call that names another provider is refused', async () => {
  for (const { status, text } of [
    await call(inJson({ ProviderId: '0004121' }), json),
    await call(inXml('', '0004121'), xml),
    await call('{"ProviderId":"0004121"}', json, undefined, { authorization: `Bearer ${key}` }),
  ]) {
    expect([status, heard.path]).toEqual([403, ''])
    expect(text).toContain('another provider')
  }
})

test('only providers use the services', async () => {
  const operators = await gateway.keyFor('op')
  const { status } = await call('{}', json, undefined, { authorization: `Bearer ${operators}` })
  expect([status, heard.path]).toEqual([403, ''])
})

test('a service that is asked by GET says how to ask it', async () => {
  const answer = await fetch(`${gateway.url}/services/GetLearnerMatch`)
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST'])
})

test('a session of a page is no credential', async () => {
  const cookie = `creditgraph_session=${await gateway.tokenOf('ada')}`
  expect((await call('{}', json, undefined, { cookie })).status).toBe(401)
})

test.each<[string, string, string, string, number]>([
  ['no operation', '/services', '{}', json, 404],
  ['an operation that there is not', '/services/DropTables', '{}', json, 404],
  ['an operation of every object', '/services/constructor', '{}', json, 404],
  ['a form', '/services/GetLearnerMatch', 'a=b', 'application/x-www-form-urlencoded', 415],
  ['another encoding', '/services/GetLearnerMatch', '{}', 'application/json; charset=latin1', 415],
  ['no document', '/services/GetLearnerMatch', '{"a":}', json, 400],
  ['half an XML document', '/services/GetLearnerMatch', '<a><b></a>', xml, 400],
  ['nothing', '/services/GetLearnerMatch', '', json, 401],
  ['a document type (B10)', '/services/GetLearnerMatch', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', xml, 400],
  ['too much', '/services/GetLearnerMatch', `"${'x'.repeat(2 * 1024 * 1024)}"`, json, 413],
  ['deep nesting', '/services/GetLearnerMatch', '['.repeat(1_000_000), json, 401],
  [
    'credentials far behind',
    '/services/GetLearnerMatch',
    `{"a":"${'x'.repeat(20_000)}","User":"ada","Password":"cgk_"}`,
    json,
    401,
  ],
])('%s gets a fault in the kind of document that was sent', async (_, path, body, type, status) => {
  const answer = await call(body, type, path)
  expect(answer.status).toBe(status)
  if (type === xml)
    expect(answer.text).toMatch(/<Fault><code>\d+<\/code><error>\w+<\/error><message>.*[^.]\.<\/message>/)
  else expect(JSON.parse(answer.text)).toMatchObject({ code: status, message: expect.any(String) })
})

test('what goes wrong inside is told without details, in the kind of document that was sent', async () => {
  gateway.subgraphs.answer = answering(500, { errors: [{ message: 'relation "x" does not exist' }] })
  const { status, text } = await call(inXml(), xml)
  expect(status).toBe(503)
  expect(text).toContain('<error>UPSTREAM_UNAVAILABLE</error>')
  expect(text).not.toContain('relation')
})
