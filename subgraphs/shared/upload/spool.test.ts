import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { codeOf } from '../errors.js'
import { uploadLimits } from './limits.js'
import { Spool } from './spool.js'

const id = '0190a000-0000-7000-8000-000000000001'
let folder: string
let spool: Spool

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'creditgraph-spool-')), 'new')
  spool = new Spool(folder, { fileBytes: 1_000, reserveBytes: 0 })
})
afterEach(() => rm(join(folder, '..'), { recursive: true }))

const bytes = (count: number, fill = 'x') => Readable.from([Buffer.from(fill.repeat(count))])
const refusal = (received: Promise<unknown>) => received.then(() => 'taken', codeOf)

test('bytes are hashed, kept for their owner alone, and removed', async () => {
  const draft = await spool.receive(id, bytes(5), 5)
  expect(draft).toMatchObject({ sha256: createHash('sha256').update('xxxxx').digest('hex'), byteSize: 5 })
  await spool.keep(id, draft)
  await spool.discard(draft)
  expect(await readdir(folder)).toEqual([`${id}.upload`])
  expect((await stat(folder)).mode & 0o077).toBe(0)
  expect((await stat(spool.pathOf(id))).mode & 0o077).toBe(0)
  await spool.remove(id)
  expect(await readdir(folder)).toEqual([])
})

test('two at once for one batch do not mix', async () => {
  const slow = async function* (letter: string) {
    for (let count = 0; count < 50; count += 1) {
      yield Buffer.from(letter)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const drafts = await Promise.all(
    ['a', 'b'].map((letter) => spool.receive(id, Readable.from(slow(letter)), undefined)),
  )
  const contents = await Promise.all(drafts.map(({ path }) => readFile(path, 'utf8')))
  expect(contents).toEqual(['a'.repeat(50), 'b'.repeat(50)])
})

test('a file may have so many bytes and no more, announced or not', async () => {
  expect(await refusal(spool.receive(id, bytes(1_000), 1_000))).toBe('taken')
  expect(await refusal(spool.receive(id, bytes(1_000), undefined))).toBe('taken')
  const unread = bytes(1_001)
  expect(await refusal(spool.receive(id, unread, 1_001))).toBe('PAYLOAD_TOO_LARGE')
  expect(unread.readableDidRead).toBe(false)
  expect(await refusal(spool.receive(id, bytes(1_001), undefined))).toBe('PAYLOAD_TOO_LARGE')
  expect(await readdir(folder)).toHaveLength(2)
})

test.each<[string, Readable, number]>([
  ['fewer bytes than announced', bytes(5), 6],
  ['more bytes than announced', bytes(6), 5],
  ['a connection that is reset', failing('ECONNRESET'), 10],
  ['a connection that is closed', failing('ERR_STREAM_PREMATURE_CLOSE'), 10],
])('nothing stays of %s', async (_, source, announced) => {
  expect(await refusal(spool.receive(id, source, announced))).toBe('BAD_REQUEST')
  expect(await readdir(folder)).toEqual([])
})

function failing(code: string): Readable {
  return Readable.from(
    (async function* () {
      yield Buffer.from('some')
      throw Object.assign(new Error(code), { code })
    })(),
  )
}

test('a disk that runs full is said so, and nothing stays', async () => {
  expect(await refusal(spool.receive(id, failing('ENOSPC'), 10))).toBe('STORAGE_LOW')
  expect(await readdir(folder)).toEqual([])
})

test('nothing is taken that would use up the reserve', async () => {
  const careful = new Spool(folder, { fileBytes: 1_000, reserveBytes: Number.MAX_SAFE_INTEGER })
  const unread = bytes(5)
  expect(await refusal(careful.receive(id, unread, 5))).toBe('STORAGE_LOW')
  expect(unread.readableDidRead).toBe(false)
})

test('drafts of killed receivers are removed, and nothing else', async () => {
  const draft = await spool.receive(id, bytes(5), 5)
  const now = new Date()
  const old = new Date(now.getTime() - 2 * 3_600_000)
  for (const name of [`${id}.old.part`, `${id}.upload`]) {
    await writeFile(join(folder, name), '')
    await utimes(join(folder, name), old, old)
  }
  await spool.removeDraftsBefore(new Date(now.getTime() - 3_600_000))
  expect((await readdir(folder)).map((name) => join(folder, name)).toSorted()).toEqual(
    [draft.path, spool.pathOf(id)].toSorted(),
  )
})

test('the limits are those of rule B08', () => {
  expect(uploadLimits.fileBytes).toBe(256 * 1024 * 1024)
})
