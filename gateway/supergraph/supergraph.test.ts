import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createLog } from '../../subgraphs/shared/log.js'
import { operationIdOf } from '../operation/judge-operation.js'
import { answering, startTestGateway, type TestGateway } from '../testing/gateway.js'

const me = 'query Me { viewer { displayName } }'
const nick = 'query Nick { viewer { nickname } }'

let folder: string
let file: string
let released: string
let gateway: TestGateway
let key: string
/** What the gateway has logged. */
const lines: Record<string, unknown>[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'creditgraph-supergraph-'))
  file = join(folder, 'supergraph.graphql')
  released = await readFile('schema/supergraph.graphql', 'utf8')
  await serve(released)
  const log = createLog('gateway', 'info', { write: (line) => void lines.push(JSON.parse(line)) })
  gateway = await startTestGateway({ supergraphFile: file, log })
  gateway.subgraphs.answer = answering(200, { data: { viewer: { displayName: 'Ada', nickname: 'A' } } })
  key = await gateway.keyFor('ada')
  expect((await register(me)).status).toBe(200)
})
afterAll(async () => {
  await gateway.stop()
  await rm(folder, { recursive: true })
})

/** Puts another supergraph in the place of the last one, as a deployment does. */
async function serve(sdl: string): Promise<void> {
  await writeFile(`${file}.new`, sdl)
  await rename(`${file}.new`, file)
}

const withNickname = () =>
  released.replace(
    /(type Viewer\s[^{]*\{)/,
    '$1\n  "What friends say."\n  nickname: String @deprecated(reason: "Say displayName.")\n',
  )

async function send(path: string, init: RequestInit = {}) {
  const response = await fetch(`${gateway.url}${path}`, {
    ...init,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
  })
  return { status: response.status, body: JSON.parse(await response.text()) }
}
const register = (body: string) =>
  send('/operations', { method: 'POST', body: JSON.stringify({ operations: [{ body }] }) })
const withdraw = (name: string) => send(`/operations/${name}`, { method: 'DELETE' })
const isServed = async (query: string) => (await gateway.asks(query)).status === 200

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(20)
}

/** Asks by hash, by text and by address, over and over; and keeps the first answers that were not the right one. */
function keepAsking() {
  const right = JSON.stringify({ viewer: { displayName: 'Ada' } })
  const ways = [
    () => gateway.asks(me).then(({ data }) => data),
    () => send(`/graphql?documentId=sha256:${operationIdOf(me)}`).then(({ body }) => body.data),
    () => send('/graphql', { method: 'POST', body: JSON.stringify({ query: me }) }).then(({ body }) => body.data),
    () => send('/api/Me').then(({ body }) => body),
  ]
  const wrong: unknown[] = []
  let asked = 0
  let goesOn = true
  const asking = ways.map(async (ask) => {
    while (goesOn) {
      const answer = await ask().catch(String)
      asked += 1
      // The gateway runs in this process: somebody who only asks would leave it no time for anything else.
      await sleep(2)
      if (JSON.stringify(answer) !== right && wrong.length < 3) wrong.push(answer)
    }
  })
  return {
    asked: () => asked,
    end: async () => {
      goesOn = false
      await Promise.all(asking)
      return wrong
    },
  }
}

test('another supergraph is taken into use while everybody goes on asking, and not one answer is lost', async () => {
  expect(await isServed(nick)).toBe(false)
  const asking = keepAsking()
  await until(async () => asking.asked() > 40)
  await serve(withNickname())
  await until(() => isServed(nick))
  const enough = asking.asked() + 40
  await until(async () => asking.asked() > enough)
  expect(await asking.end()).toEqual([])
  expect((await register(nick)).body.operations).toMatchObject([{ outcome: 'REGISTERED' }])
  expect((await send('/operations/deprecations')).body.deprecations).toEqual([
    {
      coordinate: 'Viewer.nickname',
      reason: 'Say displayName.',
      usedBy: [{ partner: 'ada', name: 'Nick', version: 1, calls: expect.any(Number) }],
    },
  ])
}, 120_000)

test('a supergraph that breaks what somebody runs waits, and both are named until nothing breaks', async () => {
  await serve(released)
  const broken = async () => (await send('/operations')).body.broken
  await until(async () => (await broken()).length > 0)
  expect(await broken()).toEqual([
    {
      partner: 'ada',
      name: 'Nick',
      version: 1,
      schema: 'WAITING',
      problems: [{ coordinate: 'Viewer.nickname', message: expect.stringContaining('nickname') }],
    },
  ])
  const named = () => lines.filter(({ why }) => why)
  await until(async () => named().length > 0)
  expect(named()).toMatchObject([
    {
      partner: 'ada',
      operation: 'Nick',
      why: expect.stringContaining('ada: Nick (version 1) breaks. Viewer.nickname'),
    },
  ])
  expect(await isServed(nick)).toBe(true)
  await withdraw('Nick')
  await until(async () => !(await isServed(nick)))
  expect(await broken()).toEqual([])
  expect(await isServed(me)).toBe(true)
}, 120_000)

test.each([
  ['is no supergraph', () => 'type Query { nonsense: Int }'],
  ['names a subgraph that is not known', () => released.replace('(name: "learners"', '(name: "elsewhere"')],
])('a file that %s changes nothing, and says so', async (_, sdl) => {
  lines.length = 0
  await serve(sdl())
  await until(async () => lines.some(({ msg }) => msg === 'the supergraph is not taken into use'))
  expect(await isServed(me)).toBe(true)
})

test('what is in the registry and does not run with what is served is named from the start', async () => {
  const text = 'query Gone { viewer { gone } }'
  await gateway.execute(`insert into registered_operation
    (account_id, name, version, operation_id, kind, text, cost, registered_at)
    values ('bo', 'Gone', 1, '${operationIdOf(text)}', 'QUERY', '${text}', 1, now())`)
  const bo = { authorization: `Bearer ${await gateway.keyFor('bo')}` }
  const response = await fetch(`${gateway.url}/operations`, { headers: bo })
  expect(JSON.parse(await response.text()).broken).toMatchObject([
    { partner: 'bo', name: 'Gone', schema: 'SERVED', problems: [{ coordinate: 'Viewer.gone' }] },
  ])
  expect((await send('/operations')).body.broken).toEqual([])
})
