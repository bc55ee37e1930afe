import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { MikroORM } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { type FreshDatabase, freshDatabase } from '../../../test/setup/postgres.js'
import { Viewer } from '../../reference/viewer.js'
import { sendError } from '../../shared/http/send.js'
import { createLog } from '../../shared/log.js'
import { Policies } from '../../shared/policy.js'
import { migrate } from '../../shared/postgres/migrate.js'
import { ProgressFeed } from '../../shared/upload/follow/progress-feed.js'
import { BatchState } from '../../shared/upload/upload-enums.js'
import { CompletionSource } from '../completion/completion.js'
import type { CreditsContext } from '../context.js'
import { routeFiles } from '../files.route.js'
import { creditsOrm } from '../orm.js'
import { Batch, outcomeColumns } from './batch.js'

let database: FreshDatabase
let orm: MikroORM
let server: Server
let feed: ProgressFeed
let providerId = '0008273'
const log = createLog('test', 'silent')

beforeAll(async () => {
  database = await freshDatabase('credits')
  orm = await creditsOrm(database.url)
  await migrate(orm)
  server = createServer(async (request, response) => {
    const claims = { accountId: 'ada', displayName: 'Ada', role: 'PROVIDER_REPORTER', providerId } as const
    const context = { em: orm.em.fork(), viewer: new Viewer(claims, new Policies()), progress: feed }
    await routeFiles(context as CreditsContext, request, response).catch((error: unknown) =>
      sendError(response, error, log),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await orm.close()
  await database.drop()
})
beforeEach(() => {
  feed = new ProgressFeed({ table: 'batch', counts: outcomeColumns }, orm.em, log, { lookMs: 20, samples: 5, lines: 4 })
})
afterEach(() => feed.close())

async function aBatch(changes: Partial<Batch> = {}): Promise<string> {
  const em = orm.em.fork()
  const batch = em.create(Batch, {
    batchId: v7(),
    providerId: '0008273',
    source: CompletionSource.FILE,
    state: BatchState.APPLYING,
    totalRows: 100,
    submittedBy: 'ada',
    createdAt: new Date(),
    ...changes,
  })
  await em.flush()
  return batch.batchId
}

const moves = (batchId: string, changes: Partial<Batch>) => orm.em.fork().nativeUpdate(Batch, { batchId }, changes)

/** Opens a line and reads events from it until there are no more. */
async function opens(batchId: string, headers: Record<string, string> = {}) {
  const { port } = server.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}/uploads/${batchId}/events`, { headers })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const next = async (): Promise<{ id: string; data: Record<string, unknown> } | undefined> => {
    for (;;) {
      const found = /id: (?<id>.*)\nevent: progress\ndata: (?<data>.*)\n\n/.exec(text)
      if (found?.groups) {
        text = text.slice(found.index + found[0].length)
        return { id: found.groups.id ?? '', data: JSON.parse(found.groups.data ?? '{}') }
      }
      const piece = await reader?.read()
      if (!piece || piece.done) return undefined
      text += piece.value
    }
  }
  return { response, next, cancel: () => reader?.cancel() }
}

test('a line tells each step of a batch, ends when it is over, and is closed to whoever has heard the end', async () => {
  const batchId = await aBatch()
  const line = await opens(batchId)
  expect(line.response.headers.get('content-type')).toMatch(/^text\/event-stream/)
  expect((await line.next())?.data).toMatchObject({ state: 'APPLYING', appliedRows: 0, totalRows: 100 })
  await moves(batchId, { appliedRows: 40, accepted: 30, rejected: 8, inReview: 2 })
  const moved = await line.next()
  expect(moved?.data).toMatchObject({ appliedRows: 40, counts: { accepted: 30, rejected: 8, inReview: 2 } })
  expect(moved?.data.rowsPerSecond).toBeGreaterThan(0)
  expect(moved?.data.secondsLeft).toBeGreaterThanOrEqual(0)
  await moves(batchId, { appliedRows: 100, state: BatchState.DONE })
  const last = await line.next()
  expect(last?.data).toMatchObject({ state: 'DONE', appliedRows: 100, secondsLeft: null })
  expect(await line.next()).toBeUndefined()
  expect((await opens(batchId, { 'last-event-id': String(last?.id) })).response.status).toBe(204)
})

test('whoever comes back hears what is new, and nothing twice', async () => {
  const batchId = await aBatch({ appliedRows: 20 })
  const first = await opens(batchId)
  const heard = await first.next()
  await first.cancel()
  const again = await opens(batchId, { 'last-event-id': String(heard?.id) })
  await moves(batchId, { appliedRows: 60 })
  expect((await again.next())?.data).toMatchObject({ appliedRows: 60 })
  await again.cancel()
})

test('whoever comes to a batch that is over hears how it ended', async () => {
  const line = await opens(await aBatch({ state: BatchState.CANCELLED, appliedRows: 20 }))
  expect((await line.next())?.data).toMatchObject({ state: 'CANCELLED', appliedRows: 20 })
  expect(await line.next()).toBeUndefined()
  expect(feed.lines).toBe(0)
})

test('another provider’s batch is not there (I05)', async () => {
  const batchId = await aBatch()
  providerId = '0009999'
  const { response } = await opens(batchId)
  providerId = '0008273'
  expect(response.status).toBe(404)
  expect((await opens(v7())).response.status).toBe(404)
})

test('each hears of its own batch, however many listen', async () => {
  const [one = '', other = ''] = [await aBatch(), await aBatch()]
  const lines = [await opens(one), await opens(one), await opens(other)]
  for (const line of lines) await line.next()
  await moves(one, { appliedRows: 10 })
  await moves(other, { appliedRows: 20 })
  const heard = await Promise.all(lines.map(async (line) => (await line.next())?.data.appliedRows))
  expect(heard).toEqual([10, 10, 20])
  for (const line of lines) await line.cancel()
})

test('a feed that is full says so, and one that closes ends its lines', async () => {
  const batchId = await aBatch()
  const lines = await Promise.all(Array.from({ length: 4 }, () => opens(batchId)))
  expect((await opens(batchId)).response.status).toBe(503)
  for (const line of lines) await line.next()
  await feed.close()
  for (const line of lines) expect(await line.next()).toBeUndefined()
})
