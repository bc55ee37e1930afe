import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { TestSubgraph } from '../testing/subgraph.js'
import { importFeed } from './import-feed.js'
import { aLicensee, emptyRegistry, FeedFolder, registryFacts } from './testing/feed-file.js'

let subgraph: TestSubgraph
let folder: FeedFolder
let path: string
/** What one import without interruption makes. */
let expected: string[]

// Some of them hold several licenses, which an import finds again across its chunks.
const lines = Array.from({ length: 500 }, (_, index) =>
  aLicensee({
    board: index % 3 === 0 ? 'NH-MD' : 'ME-MD',
    number: `MD${index}`,
    given_name: 'Ana',
    family_name: `Smith${'abcdefghij'[index % 10]}${'abcdefghij'[Math.floor(index / 10) % 10]}`,
    birth_day: String(1 + (index % 28)),
  }),
)
const file = () => ({ scope: 'LICENSING', kind: 'FULL', asOf: '2026-06-01', path }) as const
const chunkLines = 100
// A process has to start, with everything else that runs at the same time.
const patienceMs = 120_000
jest.setTimeout(patienceMs)

beforeAll(async () => {
  subgraph = await TestSubgraph.start()
  folder = await FeedFolder.make()
  path = await folder.write(...lines)
  await importFeed(subgraph.url, file(), { chunkLines })
  expected = await registryFacts(subgraph.orm.em.fork())
}, patienceMs)
afterAll(async () => {
  await subgraph.stop()
  await folder.remove()
})
beforeEach(() => emptyRegistry(subgraph.orm.em.fork()))

/** Imports in a process of its own, and kills it with the first line of its words that begins so. */
async function killAt(word: string): Promise<void> {
  const root = join(import.meta.dirname, '../../..')
  const program = join(import.meta.dirname, 'testing/import-program.ts')
  const child = spawn(
    process.execPath,
    ['--import', join(root, 'test/setup/typescript.mjs'), program, subgraph.url, path, String(chunkLines)],
    { env: { ...process.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const exit = once(child, 'exit')
  child.stdout.on('data', (words: Buffer) => {
    if (words.toString().includes(word)) child.kill('SIGKILL')
  })
  expect(await exit).toEqual([null, 'SIGKILL'])
}

const feeds = () =>
  subgraph.orm.em
    .fork()
    .execute<{ state: string; applied_line: number; learners_added: number; records_added: number }[]>(
      'select state, applied_line, learners_added, records_added from feed order by started_at',
    )

test('an import that was killed while it was applied goes on behind the last chunk, and makes what it would have made', async () => {
  await killAt('Applied 200')
  const [begun] = await feeds()
  expect(begun).toMatchObject({ state: 'APPLYING' })
  expect(begun?.applied_line).toBeGreaterThanOrEqual(200)
  expect(begun?.applied_line).toBeLessThan(lines.length)

  const feed = await importFeed(subgraph.url, file(), { chunkLines })
  expect(feed).toMatchObject({ state: 'APPLIED', records_added: lines.length })
  expect(await feeds()).toHaveLength(1)
  expect(await registryFacts(subgraph.orm.em.fork())).toEqual(expected)
})

test('another file finishes the interrupted one first', async () => {
  await killAt('Applied 200')
  const other = await folder.write(aLicensee({ number: 'ME1', family_name: 'Young' }))
  await importFeed(subgraph.url, { scope: 'ME-DO', kind: 'DELTA', asOf: '2026-06-02', path: other })
  expect((await feeds()).map(({ state }) => state)).toEqual(['APPLIED', 'APPLIED'])
  const facts = await registryFacts(subgraph.orm.em.fork())
  expect(facts).toHaveLength(expected.length + 1)
  expect(facts).toEqual(expect.arrayContaining(expected))
})

describe('where the server lost the rows that were read', () => {
  beforeEach(async () => {
    await killAt('Applied 200')
    await subgraph.orm.em.fork().execute('truncate feed_row')
  })

  test('the same file is read again, and goes on behind the last chunk', async () => {
    expect(await importFeed(subgraph.url, file(), { chunkLines })).toMatchObject({ state: 'APPLIED' })
    expect(await registryFacts(subgraph.orm.em.fork())).toEqual(expected)
  })

  test('another file leaves it as it is', async () => {
    const other = await folder.write(aLicensee({ number: 'ME1', family_name: 'Young' }))
    await importFeed(subgraph.url, { scope: 'ME-DO', kind: 'DELTA', asOf: '2026-06-02', path: other })
    expect((await feeds()).map(({ state }) => state)).toEqual(['ABANDONED', 'APPLIED'])
  })
})

test('an import that was killed while it read has changed nothing', async () => {
  await killAt('Reading')
  expect(await registryFacts(subgraph.orm.em.fork())).toEqual([])
  const feed = await importFeed(subgraph.url, file(), { chunkLines })
  expect(feed).toMatchObject({ state: 'APPLIED', records_added: lines.length })
  expect((await feeds()).map(({ state }) => state)).toEqual(['ABANDONED', 'APPLIED'])
})
