import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { processFacts } from '../../subgraphs/shared/postgres/embedded/process-facts.js'
import { liveHolder, refuseFullDisk, takeFolder } from './data-folder.js'
import { limitLogs } from './log-file.js'

let dataDir: string

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'creditgraph-folder-'))
  await mkdir(join(dataDir, 'run'))
})

afterEach(() => rm(dataDir, { recursive: true, force: true }))

const lock = () => join(dataDir, 'run', 'lock.json')

async function recordHolder(holder: object, silentForMs = 0): Promise<void> {
  await writeFile(lock(), JSON.stringify({ host: hostname(), id: 'x', ...holder }))
  const at = new Date(Date.now() - silentForMs)
  await utimes(lock(), at, at)
}

test('a folder has one holder at a time', async () => {
  const first = await takeFolder(dataDir)
  await expect(takeFolder(dataDir)).rejects.toThrow(
    `CreditGraph is already running on ${dataDir} (process ${process.pid})`,
  )
  expect(await liveHolder(dataDir)).toMatchObject({ pid: process.pid })
  await first.release()
  expect(await liveHolder(dataDir)).toBeUndefined()
  await (await takeFolder(dataDir)).release()
})

test('the record of a process that is gone, or whose number is another’s by now, does not count', async () => {
  const gone = spawn('true')
  await once(gone, 'exit')
  await recordHolder({ pid: gone.pid, startedAt: '1' })
  expect(await liveHolder(dataDir)).toBeUndefined()

  await recordHolder({ pid: process.pid, startedAt: 'long before' })
  await (await takeFolder(dataDir)).release()
})

test('a holder on another machine counts as long as it is heard of', async () => {
  await recordHolder({ pid: 1, host: 'elsewhere' })
  await expect(takeFolder(dataDir)).rejects.toThrow('(process 1 on elsewhere)')
  await recordHolder({ pid: 1, host: 'elsewhere' }, 20_000)
  await (await takeFolder(dataDir)).release()
})

test('a process that lives is told from one that ended', async () => {
  const child = spawn('sleep', ['60'])
  expect(processFacts(child.pid ?? 0)).toMatchObject({ program: 'sleep', arguments: 'sleep 60', folder: process.cwd() })
  child.kill()
  await once(child, 'exit')
  expect(processFacts(child.pid ?? 0)).toBeUndefined()
})

test('a disk that is almost full is refused with the figures', async () => {
  await expect(refuseFullDisk(dataDir, 1)).resolves.toBeUndefined()
  await expect(refuseFullDisk(dataDir, 2 ** 60)).rejects.toThrow(/^Only \d+ MB are free on the disk of .*no less than/)
})

test('a log that has grown large is set aside, and begins anew', async () => {
  const [large, small] = [join(dataDir, 'large.log'), join(dataDir, 'small.log')]
  await writeFile(large, 'first words')
  await truncate(large, 40 * 1024 ** 2)
  await writeFile(small, 'few words')
  await limitLogs([large, small, join(dataDir, 'missing.log')])()
  expect(await readFile(large, 'utf8')).toBe('')
  expect((await readFile(`${large}.previous`, 'utf8')).slice(0, 11)).toBe('first words')
  expect(await readFile(small, 'utf8')).toBe('few words')
})
