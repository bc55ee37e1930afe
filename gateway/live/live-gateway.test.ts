import type { ViewerClaims } from '../../subgraphs/reference/viewer.js'
import { codeOf } from '../../subgraphs/shared/errors.js'
import { Gate } from '../limits/gate.js'
import { operationIdOf } from '../operation/judge-operation.js'
import { answering, startTestGateway, type TestGateway } from '../testing/gateway.js'
import { runEvent } from './run-event.js'
import { listens } from './testing/live-server.js'

const text = 'subscription Mine { newCredit { completionId } }'
let gateway: TestGateway
let runs = true
let headers: Record<string, string>
/** What has happened to Dee’s credit. */
let happened: string[]

beforeAll(async () => {
  gateway = await startTestGateway({ production: true })
  await gateway.execute(`insert into account (account_id, display_name, role, learner_id)
    values ('dee', 'Dee', 'PHYSICIAN', '0190a000-0000-7000-8000-000000000001')`)
  headers = { authorization: `Bearer ${await gateway.keyFor('dee')}` }
})
afterAll(async () => {
  if (runs) await gateway.stop()
})
beforeEach(() => {
  happened = []
  gateway.subgraphs.answer = async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, string> }
    if (query.includes('LiveEvents'))
      answering(200, { data: { page: page(variables?.after ?? null) } })(request, response)
    else answering(200, { data: { newCredit: { completionId: Object.values(variables ?? {})[0] } } })(request, response)
  }
})

function page(after: string | null) {
  const from = Number(after?.split(':')[1] ?? 0)
  const items = happened.slice(from).map((id, place) => ({
    cursor: `1:${from + place + 1}:1`,
    channel: 'learner:0190a000-0000-7000-8000-000000000001',
    id,
  }))
  return { items: after === null ? [] : items, endCursor: `1:${happened.length}`, hasMore: false }
}

test('a program follows what it has registered, by text, by hash and by GET, and nothing else', async () => {
  const unknown = await listens(`${gateway.url}/graphql`, json())
  expect([unknown.response.status, unknown.code]).toEqual([403, 'FORBIDDEN'])
  const body = JSON.stringify({ operations: [{ body: text }] })
  const registered = await fetch(`${gateway.url}/operations`, { method: 'POST', headers, body })
  expect(registered.status).toBe(200)
  const byText = await listens(`${gateway.url}/graphql`, json(), text)
  const address = `${gateway.url}/graphql?documentId=sha256:${operationIdOf(text)}`
  const byGet = await fetch(address, { headers: { ...headers, accept: 'text/event-stream' } })
  expect([byText.response.status, byGet.status]).toEqual([200, 200])
  happened.push('c1')
  expect((await byText.next())?.data).toEqual({ data: { newCredit: { completionId: 'c1' } } })
  const told = await byGet.body?.pipeThrough(new TextDecoderStream()).getReader().read()
  expect(told?.value).toMatch(/^retry: \d+\nid: 1:0@/)
  await byText.cancel()
})

test('without a stream it is told how to subscribe, and it has no address of its own', async () => {
  const answer = await gateway.asks(text, {}, headers)
  expect([answer.code, answer.text]).toEqual(['BAD_REQUEST', expect.stringContaining('text/event-stream')])
  const endpoint = await fetch(`${gateway.url}/api/Mine`, { headers })
  expect([endpoint.status, await endpoint.text()]).toEqual([400, expect.stringContaining('/graphql')])
})

test('an event is asked about behind the same gate as other operations', async () => {
  const gate = new Gate({ inFlight: 1, waiting: 0, waitingOfOne: 0, waitMs: 0 })
  const { promise, resolve: end } = Promise.withResolvers<void>()
  const busy = gate.run('ada', () => promise)
  const told = '{"data":{}}'
  const run = runEvent({ quick: async () => told, executeHTTPGraphQLRequest: () => Promise.reject() }, gate)
  const dee: ViewerClaims = { accountId: 'dee', displayName: 'Dee', role: 'PHYSICIAN' }
  const asks = () => run({ query: text, operationName: '', variables: {} }, dee)
  expect(await asks().catch(codeOf)).toBe('OVERLOADED')
  end()
  await busy
  expect(await asks()).toBe(told)
})

test('a gateway that stops lets go of its lines, without the last word', async () => {
  const line = await listens(`${gateway.url}/graphql`, json(), text)
  expect(line.response.status).toBe(200)
  runs = false
  await gateway.stop()
  expect(await line.next()).toBeUndefined()
})

const json = () => ({ ...headers, 'content-type': 'application/json' })
