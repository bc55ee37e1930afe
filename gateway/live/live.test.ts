import { setTimeout } from 'node:timers/promises'
import { createClient } from 'graphql-sse'
import { Happenings, idIn, LiveServer, listens, newCredit } from './testing/live-server.js'

let happenings: Happenings
let server: LiveServer
let url: string

async function begin(limits: ConstructorParameters<typeof LiveServer>[1] = {}) {
  happenings = new Happenings()
  server = new LiveServer(happenings, limits)
  url = await server.start()
}
beforeEach(() => begin())
afterEach(() => server.stop())

const mine = 'learner:l1'
const refused = (code: string) => JSON.stringify({ errors: [{ message: 'No.', extensions: { code } }] })

async function until(isSo: () => boolean) {
  for (let attempt = 0; attempt < 500 && !isSo(); attempt += 1) await setTimeout(10)
  expect(isSo()).toBe(true)
}

test('a listener hears what happens on its channel, in order, each with an id to come back by', async () => {
  happenings.tell(mine, 'before')
  const line = await listens(url)
  expect(line.response.headers.get('content-type')).toMatch(/^text\/event-stream/)
  for (const id of ['a', 'b', 'c', 'd', 'e']) happenings.tell(mine, id)
  happenings.tell('learner:l2', 'of another')
  happenings.tell(mine, 'f')
  const heard = []
  for (let count = 0; count < 6; count += 1) heard.push(await line.next())
  expect(heard.map(idIn)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  expect(new Set(heard.map((each) => each?.id)).size).toBe(6)
  await line.cancel()
})

test('what happens to a file is told by the subgraph that has it, beginning with how it stands', async () => {
  const batchId = '0190a000-0000-7000-8000-00000000000f'
  server.answer = (id) => `{"data":{"validationBatchProgress":{"batchId":"${id}"}}}`
  const text = `subscription { validationBatchProgress(batchId: "${batchId}") { batchId } }`
  const line = await listens(url, { authorization: 'Bearer bo' }, text)
  const standing = { data: { validationBatchProgress: { batchId } } }
  expect((await line.next())?.data).toEqual(standing)
  happenings.tell(`file:${batchId}`, 'of credit')
  server.files.tell(`file:${batchId}`, batchId)
  expect(await line.next()).toMatchObject({ id: expect.stringMatching(/^7:1:1@/), data: standing })
  await line.cancel()
})

test('whoever comes back after a restart has missed nothing and hears nothing twice', async () => {
  const line = await listens(url)
  happenings.tell(mine, 'a')
  happenings.tell(mine, 'b')
  const first = await line.next()
  await server.restart()
  while (await line.next());
  happenings.tell(mine, 'c')
  const again = await listens(url, { 'last-event-id': first?.id ?? '' })
  expect([idIn(await again.next()), idIn(await again.next())]).toEqual(['b', 'c'])
  happenings.tell(mine, 'd')
  expect(idIn(await again.next())).toBe('d')
  await again.cancel()
})

test('whoever has heard nothing yet comes back by the id of the opening, or of a heartbeat', async () => {
  const line = await listens(url)
  await server.restart()
  expect(await line.next()).toBeUndefined()
  happenings.tell(mine, 'a')
  const again = await listens(url, { 'last-event-id': line.lastId() ?? '' })
  expect(idIn(await again.next())).toBe('a')
  happenings.tell('learner:l2', 'of another')
  await setTimeout(100)
  await server.restart()
  expect(await again.next()).toBeUndefined()
  expect(again.lastId()).toMatch(/^7:2@/)
})

test('what happens while the subgraph is down is told when it is back', async () => {
  const line = await listens(url)
  happenings.isDown = true
  happenings.tell(mine, 'a')
  await setTimeout(50)
  happenings.isDown = false
  expect(idIn(await line.next())).toBe('a')
  await line.cancel()
})

test('an event whose query finds no answer now is told to the listener that comes back, not skipped', async () => {
  const line = await listens(url)
  happenings.tell(mine, 'a')
  const first = await line.next()
  const { answer } = server
  server.answer = () => refused('UPSTREAM_UNAVAILABLE')
  happenings.tell(mine, 'b')
  expect(await line.next()).toBeUndefined()
  server.answer = answer
  const again = await listens(url, { 'last-event-id': first?.id ?? '' })
  expect(idIn(await again.next())).toBe('b')
  await again.cancel()
})

test('what a listener may not see is left out, and the rest goes on (W05)', async () => {
  const line = await listens(url)
  const { answer } = server
  server.answer = (id, claims) => (id === 'hidden' ? refused('NOT_FOUND') : answer(id, claims))
  happenings.tell(mine, 'hidden')
  happenings.tell(mine, 'seen')
  expect(idIn(await line.next())).toBe('seen')
  await line.cancel()
})

test.each<[string, () => unknown, string]>([
  ['is closed', () => server.accounts.delete('dee'), 'UNAUTHENTICATED'],
  [
    'becomes that of another physician',
    () => server.accounts.set('dee', { accountId: 'dee', displayName: 'D', role: 'PHYSICIAN', learnerId: 'l2' }),
    'FORBIDDEN',
  ],
  [
    'becomes that of a board',
    () =>
      server.accounts.set('dee', { accountId: 'dee', displayName: 'D', role: 'LICENSING_BOARD', boardCode: 'ME-MD' }),
    'FORBIDDEN',
  ],
])('a listener whose account %s hears no more, even where nothing happens', async (_, change, code) => {
  const line = await listens(url)
  change()
  expect(await line.next()).toMatchObject({ event: 'next', data: { errors: [{ extensions: { code } }] } })
  expect((await line.next())?.event).toBe('complete')
  expect(await line.next()).toBeUndefined()
  expect(server.live.listeners).toBe(0)
})

test('a listener whose key may no longer ask hears so with the next event, and no more', async () => {
  const line = await listens(url)
  server.answer = () => refused('FORBIDDEN')
  happenings.tell(mine, 'a')
  expect(await line.next()).toMatchObject({ data: { errors: [{ extensions: { code: 'FORBIDDEN' } }] } })
  expect((await line.next())?.event).toBe('complete')
})

test.each(['FORBIDDEN', 'QUERY_TOO_COMPLEX'] as const)(
  'whoever may not ask the query hears %s at once',
  async (code) => {
    server.answer = () => refused(code)
    const line = await listens(url)
    expect([line.response.ok, line.code]).toEqual([false, code])
  },
)

test.each([
  ['nobody', { authorization: 'Bearer nobody' }, newCredit, 401, 'UNAUTHENTICATED'],
  ['a provider', { authorization: 'Bearer bo' }, newCredit, 403, 'FORBIDDEN'],
  ['a query', {}, '{ viewer { displayName } }', 400, 'BAD_REQUEST'],
  ['an id that is none of ours', { 'last-event-id': '7' }, newCredit, 400, 'CURSOR_INVALID'],
  ['an id of another year', { 'last-event-id': '7:1:1@k0000000' }, newCredit, 400, 'CURSOR_INVALID'],
])('%s is refused before anything is sent', async (_, headers, query, status, code) => {
  const refused = await listens(url, { ...headers }, query)
  expect([refused.response.status, refused.code]).toEqual([status, code])
})

test('a batch is told of at once, and one that is not there is refused (I05)', async () => {
  const text = 'subscription ($id: ID!) { batchProgress(batchId: $id) { state } }'
  server.answer = (id) => `{"data":{"batchProgress":{"state":"${id}"}}}`
  const line = await listens(url, { authorization: 'Bearer bo' }, text, { id: 'B1' })
  expect((await line.next())?.data).toEqual({ data: { batchProgress: { state: 'B1' } } })
  happenings.tell('batch:b1', 'b1')
  expect((await line.next())?.data).toEqual({ data: { batchProgress: { state: 'b1' } } })
  await line.cancel()
  server.answer = () => refused('NOT_FOUND')
  expect((await listens(url, { authorization: 'Bearer bo' }, text, { id: 'B2' })).response.status).toBe(404)
  await until(() => server.live.listeners === 0)
})

test('an account listens to so many things at once and no more', async () => {
  await server.stop()
  await begin({ perAccount: 2 })
  const lines = [await listens(url), await listens(url)]
  expect((await listens(url)).response.status).toBe(429)
  await lines[0]?.cancel()
  await until(() => server.live.listeners === 1)
  const again = await listens(url)
  expect(again.response.status).toBe(200)
  await again.cancel()
  await lines[1]?.cancel()
})

test('a listener that falls behind reads the rest at its own pace, and misses nothing', async () => {
  await server.stop()
  await begin({ waiting: 2 })
  const line = await listens(url)
  const ids = Array.from({ length: 40 }, (_, index) => String(index))
  for (const id of ids) happenings.tell(mine, id)
  for (const id of ids) expect(idIn(await line.next())).toBe(id)
  await line.cancel()
})

test('a listener that takes nothing is cut, and comes back by the last id it has read', async () => {
  await server.stop()
  await begin({ standstillMs: 100 })
  const line = await listens(url)
  const { answer } = server
  server.answer = (id, claims) => answer(`${id}${'x'.repeat(1_000_000)}`, claims)
  for (let count = 0; count < 40; count += 1) happenings.tell(mine, String(count))
  await until(() => server.live.listeners === 0)
  await line.cancel()
})

test('the client of graphql-sse hears events, refusals and the end', async () => {
  const client = createClient({ url, headers: { authorization: 'Bearer dee' }, retryAttempts: 0 })
  const results = client.iterate({ query: newCredit })
  const first = results.next()
  await until(() => server.live.listeners === 1)
  happenings.tell(mine, 'a')
  expect((await first).value).toEqual({ data: { newCredit: { completionId: 'a' } } })
  await setTimeout(100)
  happenings.tell(mine, 'b')
  expect((await results.next()).value).toEqual({ data: { newCredit: { completionId: 'b' } } })
  server.accounts.delete('dee')
  expect((await results.next()).value).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
  expect((await results.next()).done).toBe(true)
  client.dispose()
})
