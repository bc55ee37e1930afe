import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ViewerClaims } from '../../subgraphs/reference/viewer.js'
import { codeOf } from '../../subgraphs/shared/errors.js'
import { InternalTokenIssuer, InternalTokenVerifier } from '../../subgraphs/shared/security/internal-token.js'
import { ensureKeys, loadSigningKey, loadVerifyingKey } from '../../subgraphs/shared/security/keys.js'
import type { GatewayContext } from './gateway-context.js'
import { type SourceLimits, sourceLimits } from './limits.js'
import { SubgraphSource } from './subgraph-source.js'

let folder: string
let issuer: InternalTokenIssuer
let server: Server
let heard: string[]
let answer: (request: IncomingMessage, response: ServerResponse, count: number) => void
const opened: SubgraphSource[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'creditgraph-source-'))
  await ensureKeys(folder, ['gateway'])
  issuer = new InternalTokenIssuer(await loadSigningKey(folder, 'gateway'))
  server = createServer((request, response) => {
    heard.push(String(request.headers['x-creditgraph-token']))
    answer(request, response, heard.length)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
})
afterEach(() => Promise.all(opened.splice(0).map((source) => source.close())))
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await rm(folder, { recursive: true })
})
beforeEach(() => {
  heard = []
  answer = (_request, response) => response.end('{"data":{"a":1}}')
})

function source(limits: Partial<SourceLimits> = {}): SubgraphSource {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
  const made = new SubgraphSource({ name: 'learners', url, issuer, limits: { ...sourceLimits, ...limits } })
  opened.push(made)
  return made
}

const ada: ViewerClaims = { accountId: 'ada', displayName: 'Ada', role: 'PROVIDER_REPORTER', providerId: '0008273' }
const bo: ViewerClaims = { ...ada, accountId: 'bo' }
const by = (claims: ViewerClaims | undefined): GatewayContext => ({ claims, requestId: 'r1' })
const query = (context: GatewayContext, body = '{"query":"{a}"}') => ({ body, isQuery: true, context })
const change = (context: GatewayContext) => ({ body: '{"query":"mutation {a}"}', isQuery: false, context })

test('each fetch carries a token for this subgraph, this viewer and this request, made once a request', async () => {
  const asked = source()
  const context = by(ada)
  await asked.ask(query(context))
  await asked.ask(query(context))
  expect(heard[0]).toBe(heard[1])
  const verifier = new InternalTokenVerifier<ViewerClaims>('learners', [await loadVerifyingKey(folder, 'gateway')])
  expect(await verifier.verify(heard[0])).toEqual({ issuer: 'gateway', claims: ada })
})

test('the same query of the same viewer is sent once while it is on its way, and everybody has an answer of their own', async () => {
  const asked = source({ shareForMs: 60_000 })
  const [one, other, bos, nobodys, another] = await Promise.all([
    asked.ask(query(by(ada))),
    asked.ask(query(by({ ...ada }))),
    asked.ask(query(by(bo))),
    asked.ask(query(by(undefined))),
    asked.ask(query(by(ada), '{"query":"{b}"}')),
  ])
  expect(heard).toHaveLength(4)
  expect(other).toEqual(one)
  expect(other.data).not.toBe(one.data)
  expect([bos, nobodys, another]).toHaveLength(3)
  await asked.ask(query(by(ada)))
  expect(heard).toHaveLength(5)
})

test('whoever asks after a change does not share what was asked before it', async () => {
  const asked = source({ shareForMs: 60_000 })
  const waiting: ServerResponse[] = []
  answer = (_request, response, count) =>
    count === 1 ? void waiting.push(response) : void response.end(`{"data":{"a":${count}}}`)
  const before = asked.ask(query(by(ada)))
  await once(server, 'request')
  await asked.ask(change(by(bo)))
  expect((await asked.ask(query(by(ada)))).data).toEqual({ a: 3 })
  waiting[0]?.end('{"data":{"a":1}}')
  expect((await before).data).toEqual({ a: 1 })
})

test('a change is never shared', async () => {
  const asked = source()
  const context = by(ada)
  await Promise.all([asked.ask(change(context)), asked.ask(change(context))])
  expect(heard).toHaveLength(2)
})

test('a query whose connection broke is sent once more, a change is not', async () => {
  const asked = source()
  answer = (request, response, count) => (count === 1 ? void request.destroy() : void response.end('{"data":{"a":2}}'))
  expect((await asked.ask(query(by(ada)))).data).toEqual({ a: 2 })
  heard = []
  const refused = await asked.ask(change(by(ada))).catch(codeOf)
  expect([refused, heard.length]).toEqual(['UPSTREAM_UNAVAILABLE', 1])
})

test.each<[string, (request: IncomingMessage, response: ServerResponse) => void, Partial<SourceLimits>]>([
  ['nothing in time', () => undefined, { timeoutMs: 300 }],
  [
    'more than may be',
    (_request, response) => response.end(`{"data":{"a":"${'x'.repeat(200)}"}}`),
    { answerBytes: 100 },
  ],
  ['half of JSON', (_request, response) => response.end('{"data":'), {}],
  ['500', (_request, response) => response.writeHead(500).end('{"data":{"a":1}}'), {}],
])('%s is UPSTREAM_UNAVAILABLE', async (_, answers, limits) => {
  answer = answers
  expect(
    await source(limits)
      .ask(query(by(ada)))
      .catch(codeOf),
  ).toBe('UPSTREAM_UNAVAILABLE')
})

describe('a fetch for which nobody waits', () => {
  type Line = { destroyed: boolean }

  /** Answers nothing, and tells when the connection of the next request ends. */
  function hears(): Promise<string> {
    return new Promise((resolve) => {
      answer = (request) => void request.socket.once('close', () => resolve('ended'))
    })
  }
  const soon = { shareForMs: 10, lookEveryMs: 10, graceMs: 10 }

  test('is told how long somebody waits, and ends when that is over', async () => {
    let told: unknown
    const ended = hears()
    server.once('request', ({ headers }) => {
      told = headers['x-creditgraph-time-left']
    })
    const asked = source(soon).ask(query({ ...by(ada), until: performance.now() + 100 }))
    expect(await asked.catch(codeOf)).toBe('TIMED_OUT')
    expect(await ended).toBe('ended')
    expect(Number(told)).toBeGreaterThan(0)
    expect(Number(told)).toBeLessThanOrEqual(100)
  })

  test('is not sent when the time is over, or the caller gone', async () => {
    const asked = source()
    const late = { ...by(ada), until: performance.now() }
    const gone = { ...by(ada), line: { destroyed: true } }
    expect(await asked.ask(query(late)).catch(codeOf)).toBe('TIMED_OUT')
    expect(await asked.ask(change(late)).catch(codeOf)).toBe('TIMED_OUT')
    expect(await asked.ask(query(gone)).catch(codeOf)).toBe('BAD_REQUEST')
    expect(heard).toEqual([])
  })

  test('ends when the last has gone who waited, which is no failure of the subgraph', async () => {
    const ended = hears()
    const asked = source({ ...soon, shareForMs: 50, failures: 1, restMs: 60_000 })
    const lines: [Line, Line] = [{ destroyed: false }, { destroyed: false }]
    const answers = lines.map((line) => asked.ask(query({ ...by(ada), line })).catch(codeOf))
    await once(server, 'request')
    lines[0].destroyed = true
    expect(await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 150))])).toBeUndefined()
    lines[1].destroyed = true
    expect(await Promise.all(answers)).toEqual(['BAD_REQUEST', 'BAD_REQUEST'])
    expect(await ended).toBe('ended')
    expect(heard).toHaveLength(1)
    answer = (_request, response) => response.end('{"data":{"a":1}}')
    expect((await asked.ask(query(by(ada)))).data).toEqual({ a: 1 })
  })

  test('is done to its end where it changes something', async () => {
    answer = (_request, response) => void setTimeout(() => response.end('{"data":{"a":1}}'), 100)
    const line = { destroyed: false }
    const asked = source(soon).ask(change({ ...by(ada), line }))
    await once(server, 'request')
    line.destroyed = true
    expect((await asked).data).toEqual({ a: 1 })
  })

  test('counts as a failure where the subgraph does not say itself that its time is over', async () => {
    const asked = source({ ...soon, failures: 1, restMs: 60_000 })
    hears()
    expect(await asked.ask(query({ ...by(ada), until: performance.now() + 50 })).catch(codeOf)).toBe('TIMED_OUT')
    expect(await asked.ask(query(by(ada))).catch(codeOf)).toBe('UPSTREAM_UNAVAILABLE')
  })
})

test('a subgraph that fails again and again is not asked for a while', async () => {
  const asked = source({ failures: 2, restMs: 60_000 })
  answer = (_request, response) => response.writeHead(503).end('{}')
  for (let count = 0; count < 4; count += 1) {
    expect(await asked.ask(change(by(ada))).catch(codeOf)).toBe('UPSTREAM_UNAVAILABLE')
  }
  expect(heard).toHaveLength(2)
})
