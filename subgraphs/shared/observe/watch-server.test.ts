import { randomUUID } from 'node:crypto'
import { sendError } from '../http/send.js'
import { listen, type RunningServer } from '../http/server.js'
import { createLog } from '../log.js'
import { registry } from './registry.js'
import { isWellFormed, watchServer } from './watch-server.js'
import { currentWork, nameWork } from './work.js'

const lines: Record<string, unknown>[] = []
const log = createLog('test', 'debug', { write: (text) => void lines.push(JSON.parse(text)) })
let believes = true
let server: RunningServer

beforeAll(async () => {
  const handler = watchServer({ part: 'test', log, believes: () => believes }, async (request, response) => {
    if (request.url === '/graphql') nameWork('Transcript', 'query Transcript { transcript }')
    if (request.url === '/events') {
      nameWork('Listening', 'subscription Listening { heard }')
      response.setHeader('content-type', 'text/event-stream; charset=utf-8')
      response.end('data: 1')
      return
    }
    await new Promise((resolve) => setImmediate(resolve))
    log.info('working')
    if (request.url === '/graphql') sendError(response, new Error('The disk is gone.'), log)
    else response.end(currentWork()?.id)
  })
  server = await listen({ host: '127.0.0.1', port: 0, handler })
})
beforeEach(() => {
  believes = true
  lines.length = 0
})
afterAll(() => server.close(0))

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${server.port}${path}`, { headers })

test('an answer carries the id that every log line of its request has', async () => {
  const id = randomUUID()
  const answer = await ask('/', { 'x-request-id': id })
  expect(answer.headers.get('x-request-id')).toBe(id)
  expect(await answer.text()).toBe(id)
  expect(lines).toContainEqual(expect.objectContaining({ requestId: id, msg: 'working' }))
})

test.each([
  ['what is no id', 'no id, but a sentence', true],
  ['what would never end', 'x'.repeat(65), true],
  ['whoever is not believed', randomUUID(), false],
])('the id of a request is made anew for %s', async (_, given, isBelieved) => {
  believes = isBelieved
  const answer = await ask('/', { 'x-request-id': given })
  expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  expect(answer.headers.get('x-request-id')).not.toBe(given)
})

test('a fault of ours tells the id, and is counted by name and code', async () => {
  const answer = await ask('/graphql')
  const body = (await answer.json()) as { errors: [{ extensions: object }] }
  expect(body.errors[0].extensions).toEqual({ code: 'INTERNAL', requestId: answer.headers.get('x-request-id') })
  const metrics = await registry.metrics()
  expect(metrics).toContain('creditgraph_operation_errors_total{part="test",operation="Transcript",code="INTERNAL"} 1')
  expect(metrics).toContain('creditgraph_operation_seconds_count{part="test",operation="Transcript"} 1')
  expect(metrics).toContain('creditgraph_http_requests_total{part="test",status="500"} 1')
})

test('a line of events is no operation, however long somebody listens', async () => {
  expect(await (await ask('/events')).text()).toBe('data: 1')
  expect(await registry.metrics()).not.toContain('Listening')
})

test.each([
  [randomUUID(), true],
  ['01HZX3.deploy_7', true],
  ['short', false],
  ['eight\nlines', false],
  ['', false],
])('%j as an id is well-formed: %s', (id, expected) => {
  expect(isWellFormed(id)).toBe(expected)
})
