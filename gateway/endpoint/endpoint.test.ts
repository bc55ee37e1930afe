import { readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { buildSchema } from 'graphql'
import { errorStatus } from '../../subgraphs/shared/errors.js'
import { judgeOperation } from '../operation/judge-operation.js'
import { readManifest } from '../operation/manifest.js'
import type { RegisteredOperation } from '../operation/registered-operation.js'
import { problemTitles, problemType } from '../problem/problem-types.js'
import { answering, startTestGateway, type TestGateway } from '../testing/gateway.js'
import { openApiOf } from './open-api.js'

const operations = [
  'query Me { viewer { displayName } }',
  'query MyBatches($first: Int! = 10, $after: String) { batches(first: $first, after: $after) { edges { node { batchId } } } }',
  'query Check($learner: LearnerIdentificationInput!) { validateLearner(learner: $learner) { isValid } }',
  'mutation Cancel($id: ID!) { cancelUpload(batchId: $id) { state } }',
]

let gateway: TestGateway
let key: string
/** The variables with which the subgraph was asked last. */
let heard: unknown

beforeAll(async () => {
  gateway = await startTestGateway()
  key = await gateway.keyFor('ada')
  const { status } = await call('/operations', {
    method: 'POST',
    body: { operations: operations.map((body) => ({ body })) },
  })
  expect(status).toBe(200)
})
afterAll(() => gateway.stop())
beforeEach(() => subgraphsAnswer({ data: { viewer: { displayName: 'Ada' } } }))

function subgraphsAnswer(body: object): void {
  heard = undefined
  gateway.subgraphs.answer = async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    heard = JSON.parse(Buffer.concat(chunks).toString()).variables
    answering(200, body)(request, response)
  }
}

interface Call {
  method?: string
  body?: unknown
  headers?: Record<string, string>
}

async function call(path: string, { method = 'GET', body, headers = {} }: Call = {}) {
  const response = await fetch(`${gateway.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined }
}

test('an operation is an address, and its answer what it selects', async () => {
  const { status, body, headers } = await call('/api/Me')
  expect([status, body]).toEqual([200, { viewer: { displayName: 'Ada' } }])
  const etag = headers.get('etag') ?? ''
  expect((await call('/api/Me', { headers: { 'if-none-match': etag } })).status).toBe(304)
  expect((await call('/api/Me', { headers: { 'if-none-match': '*' } })).status).toBe(304)
})

test('variables stand in the address or in the body, each as its kind', async () => {
  subgraphsAnswer({ data: { batches: { edges: [] } } })
  await call('/api/MyBatches?first=5&after=abc')
  expect(heard).toEqual({ first: 5, after: 'abc' })
  await call('/api/MyBatches', { method: 'POST', body: { after: '7' } })
  expect(heard).toEqual({ after: '7' })
  subgraphsAnswer({ data: { validateLearner: { isValid: true } } })
  const learner = { givenName: 'Dee', familyName: 'Marchetti', birthMonth: 9, birthDay: 10, licensingState: 'ME' }
  await call(`/api/Check?learner=${encodeURIComponent(JSON.stringify(learner))}`)
  expect(heard).toEqual({ learner })
})

test.each<[string, string, Call, number, RegExp]>([
  ['a name that is not registered', '/api/Nothing', {}, 404, /No operation is registered as Nothing/],
  ['a variable that there is not', '/api/Me?limit=5', {}, 400, /no variable limit/],
  ['a word for a number', '/api/MyBatches?first=many', {}, 400, /first has to be a number/],
  ['nothing for a number', '/api/MyBatches?first=', {}, 400, /first has to be a number/],
  ['the same twice', '/api/MyBatches?first=1&first=2', {}, 400, /2 times/],
  ['no object', '/api/Check?learner=Dee', {}, 400, /has to be JSON/],
  ['a missing variable', '/api/Cancel', { method: 'POST', body: {} }, 400, /^id is missing\.$/],
  ['a mutation by GET', '/api/Cancel?id=b', {}, 405, /asked by POST/],
  ['an address that is no text', '/api/%E0%A4%A', {}, 400, /not valid/],
  ['another method', '/api/Me', { method: 'PUT' }, 405, /GET or POST/],
  ['a body that is not JSON', '/api/Me', { method: 'POST', body: '{' }, 400, /Invalid JSON/],
  ['a list for a body', '/api/Me', { method: 'POST', body: [] }, 400, /one JSON object/],
  ['an unknown variable in a body', '/api/Me', { method: 'POST', body: { __proto__x: 1 } }, 400, /no variable/],
  ['no name', '/api', {}, 404, /name of one operation/],
  ['more than a name', '/api/Me/x', {}, 404, /name of one operation/],
  ['a page that is too large', '/api/MyBatches?first=90000', {}, 400, /180001 objects/],
])('%s is a problem that says what to do', async (_, path, options, status, says) => {
  const { body, headers, ...answer } = await call(path, options)
  expect([answer.status, headers.get('content-type')]).toEqual([status, 'application/problem+json'])
  expect(body).toMatchObject({
    status,
    type: expect.stringMatching(/^\/developers#[a-z-]+$/),
    title: expect.any(String),
  })
  expect(body.detail).toMatch(says)
})

test('without a key nothing is told', async () => {
  for (const path of ['/api/Me', '/api/openapi.json', '/operations', '/graphql?query={__typename}']) {
    const { status, headers, body } = await call(path, { headers: { authorization: 'Bearer cgk_nothing' } })
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    expect(body.code ?? body.errors[0].extensions.code).toBe('UNAUTHENTICATED')
  }
})

test('what a subgraph refuses keeps its code, and what goes wrong inside is told without details', async () => {
  subgraphsAnswer({ errors: [{ message: 'You may not.', extensions: { code: 'FORBIDDEN' } }], data: null })
  expect((await call('/api/Me')).body).toMatchObject({ status: 403, code: 'FORBIDDEN', detail: 'You may not.' })
  subgraphsAnswer({ errors: [{ message: 'relation "x" does not exist' }], data: null })
  const { status, body } = await call('/api/Me')
  expect(status).toBe(500)
  expect(JSON.stringify(body)).not.toContain('relation')
})

test('one account’s addresses are not another’s', async () => {
  const authorization = `Bearer ${await gateway.keyFor('bo')}`
  expect((await call('/api/Me', { headers: { authorization } })).status).toBe(404)
  expect((await call('/api/openapi.json', { headers: { authorization } })).body.paths).toEqual({})
})

test('the document about them is valid OpenAPI 3.1', async () => {
  const { body } = await call('/api/openapi.json')
  expect(await new Validator().validate(body)).toEqual({ valid: true })
  expect((await call('/openapi.json')).body).toEqual(body)
  expect((await fetch(`${gateway.url}/openapi.json`)).status).toBe(401)
  expect(body.paths['/api/MyBatches'].get.parameters).toMatchObject([
    { name: 'first', in: 'query', required: false, schema: { type: 'integer' } },
    { name: 'after', in: 'query', required: false, schema: { type: 'string' } },
  ])
  expect(Object.keys(body.paths['/api/Cancel'])).toEqual(['post'])
  expect(body.components.schemas.LearnerIdentificationInput.required.toSorted()).toEqual([
    'birthDay',
    'birthMonth',
    'familyName',
    'givenName',
  ])
})

test('so is one about everything that our own pages ask', async () => {
  const schema = buildSchema(readFileSync('schema/api.graphql', 'utf8'))
  const own = readManifest(JSON.parse(readFileSync('clients/graphql/persisted-documents.json', 'utf8')))
    .map((draft) => judgeOperation(schema, draft))
    .map((judged): RegisteredOperation => ({ ...judged, accountId: 'ada', version: 1, registeredAt: new Date() }))
  expect(await new Validator().validate(openApiOf(schema, own, 'Ada'))).toEqual({ valid: true })
})

test('every refusal has a name and an explanation on the page for developers', () => {
  const page = readFileSync('clients/developers/index.html', 'utf8')
  for (const code of Object.keys(errorStatus) as (keyof typeof errorStatus)[]) {
    expect(page).toContain(`id="${problemType(code).split('#')[1]}"`)
    expect(page).toContain(problemTitles[code])
  }
})
