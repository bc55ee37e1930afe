import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { answering, startTestGateway, type TestGateway } from '../testing/gateway.js'

const text = 'query Find($text: String) { searchActivities(text: $text) { totalCount } }'
let gateway: TestGateway
/** What the subgraph was asked for, without whether anything has changed. */
let asked: string[]
let snapshot = 1

beforeAll(async () => {
  gateway = await startTestGateway()
})
afterAll(() => gateway.stop())

/** The page of an activity, which is another one each time it is made. */
const page = (request: IncomingMessage, response: ServerResponse): boolean => {
  if (!request.url?.startsWith('/activity/')) return false
  asked.push(request.url)
  const isThere = request.url === '/activity/200000001'
  response.writeHead(isThere ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(`page ${asked.length}`)
  return true
}

function answers(): void {
  asked = []
  gateway.subgraphs.answer = async (request, response) => {
    if (page(request, response)) return
    let body = ''
    for await (const piece of request) body += piece
    const { query, variables } = JSON.parse(body) as { query: string; variables?: { since?: string } }
    if (query.includes('publicChange')) {
      const now = `${snapshot}:${snapshot}:`
      answering(200, { data: { publicChange: { snapshot: now, hasChanged: variables?.since !== now } } })(
        request,
        response,
      )
      return
    }
    asked.push(query)
    answering(200, { data: { searchActivities: { totalCount: asked.length } } })(request, response)
  }
}

test('the public search is answered from memory, signed in or not, until an activity changes', async () => {
  answers()
  const headers = { authorization: `Bearer ${await gateway.tokenOf('ada')}` }
  const found = async (given: Record<string, string> = {}) => (await gateway.asks(text, {}, given)).data
  for (let count = 0; count < 100 && asked.length === count; count += 1) {
    await found()
    await setTimeout(20)
  }
  const kept = asked.length
  expect(await found(headers)).toEqual({ searchActivities: { totalCount: kept } })
  expect(await found()).toEqual({ searchActivities: { totalCount: kept } })
  expect(asked).toHaveLength(kept)
  snapshot += 1
  for (let count = 0; count < 100 && asked.length === kept; count += 1) {
    await setTimeout(20)
    await found(headers)
  }
  expect(asked).toHaveLength(kept + 1)
})

test('so is a registered operation by GET, which nobody asks the subgraph for again', async () => {
  answers()
  const headers = { authorization: `Bearer ${await gateway.keyFor('ada')}` }
  const body = JSON.stringify({ operations: [{ body: text }] })
  expect((await fetch(`${gateway.url}/operations`, { method: 'POST', headers, body })).status).toBe(200)
  const found = async () => (await fetch(`${gateway.url}/api/Find?text=heart`, { headers })).json()
  for (let count = 0; count < 100 && asked.length === count; count += 1) {
    await found()
    await setTimeout(20)
  }
  const kept = asked.length
  expect(await found()).toEqual({ searchActivities: { totalCount: kept } })
  expect(asked).toHaveLength(kept)
  snapshot += 1
  for (let count = 0; count < 100 && asked.length === kept; count += 1) {
    await setTimeout(20)
    await found()
  }
  expect(asked).toHaveLength(kept + 1)
})

test('so is the page of an activity, and one that is not there is asked for again', async () => {
  answers()
  const opened = async (path = '/activity/200000001') => {
    const response = await fetch(`${gateway.url}${path}`)
    return [response.status, response.headers.get('cache-control'), await response.text()]
  }
  for (let count = 0; count < 100 && asked.length === count; count += 1) {
    await opened()
    await setTimeout(20)
  }
  const kept = asked.length
  expect(await opened()).toEqual([200, 'no-cache', `page ${kept}`])
  expect(asked).toHaveLength(kept)
  snapshot += 1
  for (let count = 0; count < 100 && asked.length === kept; count += 1) {
    await setTimeout(20)
    await opened()
  }
  expect(asked).toHaveLength(kept + 1)
  expect((await opened('/activity/200000002'))[0]).toBe(404)
  expect((await opened('/activity/200000002'))[0]).toBe(404)
  expect(asked.length).toBeGreaterThanOrEqual(kept + 3)
})
