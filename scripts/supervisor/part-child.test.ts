import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { getPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPartChild } from './part-child.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'creditgraph-part-'))
})
afterAll(() => rm(folder, { recursive: true }))

test.each<[string, { niceness?: number }, number]>([
  ['as everybody else', {}, getPriority()],
  ['behind those for whom people wait', { niceness: 3 }, Math.min(19, getPriority() + 3)],
  ['behind all others at most', { niceness: 40 }, 19],
])('a part runs %s', async (_, wish, expected) => {
  const program = join(folder, 'part.mjs')
  await writeFile(program, `process.on('message', () => process.exit()); process.send('ready')`)
  const spec = { name: 'part', program, arguments: [], environment: {}, folder, readyUrls: [], ...wish }
  const part = await startPartChild(spec, { runDir: folder, logDir: folder })
  expect(getPriority(Number(await readFile(join(folder, 'part.pid'), 'utf8')))).toBe(expected)
  await part.stop()
})
