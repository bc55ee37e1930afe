import type { ServerResponse } from 'node:http'
import { startTestGateway, type TestGateway } from '../testing/gateway.js'
import { webLimits } from './limits.js'

let gateway: TestGateway
let authorization: string
beforeAll(async () => {
  gateway = await startTestGateway()
  authorization = `Bearer ${await gateway.tokenOf('ada')}`
})
afterAll(() => gateway.stop())

const address = '/uploads/0190a000-0000-7000-8000-000000000001/events'

/** Opens a line, and answers for the subgraph with what it is told to say. */
function opens(headers: Record<string, string> = {}, signal?: AbortSignal) {
  return fetch(`${gateway.url}${address}`, { headers: { authorization, ...headers }, signal })
}

/** A subgraph that holds every line open. */
function holding(lines: ServerResponse[]): void {
  gateway.subgraphs.answer = (_request, response) => {
    response.setHeader('content-type', 'text/event-stream')
    response.write('id: 1\ndata: {}\n\n')
    lines.push(response)
  }
}

const firstText = async (response: Response) => {
  const { value } = (await response.body?.getReader().read()) ?? {}
  return new TextDecoder().decode(value)
}

test('each event is passed on as it comes, and the last one heard is told to the subgraph', async () => {
  let last: unknown
  gateway.subgraphs.answer = (request, response) => {
    last = request.headers['last-event-id']
    response.setHeader('content-type', 'text/event-stream')
    response.write('id: 3-100-50\ndata: {}\n\n')
  }
  const controller = new AbortController()
  const response = await opens({ 'last-event-id': '3-100-40' }, controller.signal)
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  expect(await firstText(response)).toContain('id: 3-100-50')
  expect(last).toBe('3-100-40')
  controller.abort()
})

test('a caller that goes away lets go of the line to the subgraph', async () => {
  const closed = Promise.withResolvers<void>()
  gateway.subgraphs.answer = (_request, response) => {
    response.once('close', () => closed.resolve())
    response.write('id: 1\ndata: {}\n\n')
  }
  const controller = new AbortController()
  await firstText(await opens({}, controller.signal))
  controller.abort()
  await closed.promise
})

test('a caller follows so many batches at once and no more', async () => {
  const lines: ServerResponse[] = []
  holding(lines)
  const controllers = Array.from({ length: webLimits.linesPerCaller }, () => new AbortController())
  await Promise.all(controllers.map(({ signal }) => opens({}, signal)))
  const refused = await opens()
  expect(refused.status).toBe(429)
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'QUOTA_EXCEEDED' } }] })
  expect(lines).toHaveLength(webLimits.linesPerCaller)
  for (const controller of controllers) controller.abort()
})

test('what the subgraph refuses is refused, whoever asks', async () => {
  gateway.subgraphs.answer = (_request, response) => {
    response.statusCode = 404
    response.setHeader('content-type', 'application/json')
    response.end('{"errors":[{"extensions":{"code":"NOT_FOUND"}}]}')
  }
  const response = await opens()
  expect([response.status, await response.json()]).toEqual([404, { errors: [{ extensions: { code: 'NOT_FOUND' } }] }])
})

test('a gateway that stops lets go of its lines', async () => {
  holding([])
  const response = await opens()
  const reader = response.body?.getReader()
  await reader?.read()
  const ended = reader?.read().then(
    ({ done }) => done,
    () => true,
  )
  await gateway.stop()
  gateway = await startTestGateway()
  expect(await ended).toBe(true)
})
