import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import type { MikroORM } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { type FreshDatabase, freshDatabase } from '../../../test/setup/postgres.js'
import { Viewer, type ViewerClaims } from '../../reference/viewer.js'
import { codeOf } from '../../shared/errors.js'
import { createLog } from '../../shared/log.js'
import { Policies } from '../../shared/policy.js'
import { migrate } from '../../shared/postgres/migrate.js'
import { JobQueue } from '../../shared/queue/job-queue.js'
import { announceUpload } from '../../shared/upload/announce-upload.js'
import { closeForgottenUploads } from '../../shared/upload/forgotten-uploads.js'
import { uploadLimits } from '../../shared/upload/limits.js'
import { receiveUpload } from '../../shared/upload/receive-upload.js'
import { Spool } from '../../shared/upload/spool.js'
import { BatchState } from '../../shared/upload/upload-enums.js'
import { CompletionSource } from '../completion/completion.js'
import { creditsOrm } from '../orm.js'
import { Batch, batchKind, batchQueueName } from './batch.js'
import { addBatchPolicies } from './batch.policy.js'

const policies = new Policies<Viewer>()
addBatchPolicies(policies)

let database: FreshDatabase
let orm: MikroORM
let queue: JobQueue
let folder: string
let spool: Spool

beforeAll(async () => {
  database = await freshDatabase('credits')
  orm = await creditsOrm(database.url)
  await migrate(orm)
  queue = await JobQueue.open(batchQueueName, database.url, createLog('test', 'silent'), 'SENDER')
})
afterAll(async () => {
  await queue.close()
  await orm.close()
  await database.drop()
})
beforeEach(async () => {
  await orm.em.fork().execute('truncate batch cascade')
  folder = await mkdtemp(join(tmpdir(), 'creditgraph-spool-'))
  spool = new Spool(folder, { fileBytes: 1_000, reserveBytes: 0 })
})
afterEach(() => rm(folder, { recursive: true }))

const reporterOf = (providerId: string) =>
  new Viewer(
    { accountId: 'a', displayName: 'A', role: 'PROVIDER_REPORTER', providerId } satisfies ViewerClaims,
    policies,
  )
const ada = reporterOf('0008273')
const bo = reporterOf('0004121')

const announce = (viewer = ada, now = new Date(), dryRun = false) => {
  const providerId = viewer.ownProviderId()
  return announceUpload(batchKind, providerId, orm.em.fork(), (em) =>
    em.create(Batch, {
      batchId: v7(),
      providerId,
      source: CompletionSource.FILE,
      fileName: 'a.xlsx',
      state: BatchState.RECEIVING,
      dryRun,
      submittedBy: viewer.signedIn().accountId,
      createdAt: now,
    }),
  )
}
const send = ({ batchId }: Batch, content: string | Readable, viewer = ada) => {
  const bytes = typeof content === 'string' ? Readable.from([Buffer.from(content)]) : content
  const within = { providerId: viewer.ownProviderId() }
  return receiveUpload({ batchId, within, bytes, announced: undefined }, { kind: batchKind, em: orm.em, spool, queue })
}
const find = ({ batchId }: Batch) => orm.em.fork().findOneOrFail(Batch, batchId)
const queued = () => orm.em.fork().execute(`select data ->> 'id' as "batchId" from pgboss.job`)
const refusal = (sent: Promise<unknown>) => sent.then(() => 'taken', codeOf)

test('of two files sent to one address at once one is taken, whole, and queued once', async () => {
  const batch = await announce()
  const before = (await queued()).length
  const contents = ['a'.repeat(500), 'b'.repeat(500)]
  const ends = await Promise.all(contents.map((content) => refusal(send(batch, content))))
  expect(ends.toSorted()).toEqual(['CONFLICT', 'taken'])
  const { state, sha256 } = await find(batch)
  const kept = await readFile(spool.pathOf(batch.batchId), 'utf8')
  expect(state).toBe(BatchState.STORED)
  expect(kept).toBe(contents[ends.indexOf('taken')])
  expect(sha256).toBe((await spool.receive(v7(), Readable.from([Buffer.from(kept)]), undefined)).sha256)
  expect(await queued()).toHaveLength(before + 1)
})

test('of one file announced twice and sent at once, one is taken and the other leads to it (B06)', async () => {
  const batches = [await announce(), await announce()]
  const sent = await Promise.all(batches.map((batch) => send(batch, 'the same')))
  const [taken] = sent.filter(({ state }) => state === BatchState.STORED)
  const [refused] = sent.filter(({ state }) => state === BatchState.REFUSED)
  expect(refused).toMatchObject({ duplicateOf: taken?.batchId, refusal: { code: 'FILE_DUPLICATE' } })
  expect(await readdir(folder)).toEqual([`${taken?.batchId}.upload`])
})

test('a file that is only tried is no duplicate, and nobody else’s is', async () => {
  await send(await announce(), 'the same')
  expect((await send(await announce(ada, new Date(), true), 'the same')).state).toBe(BatchState.STORED)
  expect((await send(await announce(bo), 'the same', bo)).state).toBe(BatchState.STORED)
})

test('an upload that is cancelled while its bytes arrive stays cancelled', async () => {
  const batch = await announce()
  const bytes = new PassThrough()
  const sent = refusal(send(batch, bytes))
  bytes.write('half')
  await orm.em.fork().nativeUpdate(Batch, batch.batchId, { state: BatchState.CANCELLED })
  bytes.end()
  expect(await sent).toBe('CONFLICT')
  expect((await find(batch)).state).toBe(BatchState.CANCELLED)
  expect(await readdir(folder)).toEqual([])
})

test('a cut-off upload leaves the address open, and can be sent again', async () => {
  const batch = await announce()
  const bytes = new PassThrough()
  const sent = refusal(send(batch, bytes))
  bytes.write('half')
  setTimeout(() => bytes.destroy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' })), 50)
  expect(await sent).toBe('BAD_REQUEST')
  expect([(await find(batch)).state, await readdir(folder)]).toEqual([BatchState.RECEIVING, []])
  expect((await send(batch, 'whole')).state).toBe(BatchState.STORED)
})

test('an address takes one file, from its own provider', async () => {
  const batch = await announce()
  expect(await refusal(send(batch, 'x', bo))).toBe('NOT_FOUND')
  expect(await refusal(send(batch, 'x'))).toBe('taken')
  expect(await refusal(send(batch, 'y'))).toBe('CONFLICT')
})

test('a provider holds so many addresses open and no more, however fast it asks', async () => {
  const ends = await Promise.all(Array.from({ length: uploadLimits.openAddresses + 3 }, () => refusal(announce())))
  expect(ends.filter((end) => end === 'taken')).toHaveLength(uploadLimits.openAddresses)
  expect(ends.filter((end) => end === 'QUOTA_EXCEEDED')).toHaveLength(3)
  expect(await refusal(announce(bo))).toBe('taken')
})

test('an address to which nothing is sent is closed after a day, and makes room', async () => {
  const now = new Date()
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
  const old = await announce(ada, ago(uploadLimits.openHours + 0.1))
  const young = await announce(ada, ago(uploadLimits.openHours - 0.1))
  const taken = await announce(ada, ago(uploadLimits.openHours + 0.1))
  await send(taken, 'x')
  expect(await closeForgottenUploads(batchKind, orm.em.fork(), spool, now)).toBe(1)
  expect(await find(old)).toMatchObject({ state: BatchState.CANCELLED, finishedAt: now })
  expect((await find(young)).state).toBe(BatchState.RECEIVING)
  expect((await find(taken)).state).toBe(BatchState.STORED)
  expect(await readdir(folder)).toEqual([`${taken.batchId}.upload`])
  expect(await refusal(send(old, 'late'))).toBe('CONFLICT')
})
