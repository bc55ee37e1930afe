import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat, statfs, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { errorCode } from '../../subgraphs/shared/postgres/embedded/error-code.js'
import { processFacts } from '../../subgraphs/shared/postgres/embedded/process-facts.js'
import { SetupProblem } from '../../subgraphs/shared/postgres/setup-problem.js'

const RESERVE_BYTES = 1024 ** 3
const HEARTBEAT_MS = 2_000
// A holder in another container or on another machine cannot be looked at; its silence has to speak.
const SILENCE_MS = 15_000

/** Who uses a data folder. */
export interface Holder {
  pid: number
  host: string
  startedAt?: string
  id: string
}

/** Makes a data folder ours until `release`, or says who has it. */
export async function takeFolder(dataDir: string): Promise<{ release: () => Promise<void> }> {
  const file = lockOf(dataDir)
  await makeFolder(join(dataDir, 'run'))
  const us = { pid: process.pid, host: hostname(), startedAt: processFacts(process.pid)?.startedAt, id: randomUUID() }
  while (!(await tryWrite(file, us))) {
    const holder = await liveHolder(dataDir)
    if (holder) throw new SetupProblem(alreadyRunning(dataDir, holder))
  }
  const heartbeat = setInterval(() => void utimes(file, new Date(), new Date()).catch(unlessMissing), HEARTBEAT_MS)
  heartbeat.unref()
  return {
    release: async () => {
      clearInterval(heartbeat)
      await rm(file, { force: true })
    },
  }
}

/** Who uses a data folder at this moment; the record of one who is gone is removed. */
export async function liveHolder(dataDir: string): Promise<Holder | undefined> {
  const file = lockOf(dataDir)
  const content = await readFile(file, 'utf8').catch(unlessMissing)
  if (content === undefined) return undefined
  const holder = readHolder(content)
  if (await isAlive(file, holder)) return holder
  await removeStale(file, content)
  return undefined
}

/** Makes the data folder, and refuses to begin there what a full disk would interrupt. */
export async function refuseFullDisk(dataDir: string, reserveBytes = RESERVE_BYTES): Promise<void> {
  await makeFolder(join(dataDir, 'run'))
  const { bavail, bsize } = await statfs(dataDir)
  const free = bavail * bsize
  if (free >= reserveBytes) return
  throw new SetupProblem(
    `Only ${megabytes(free)} MB are free on the disk of ${dataDir}, and CreditGraph starts with no less than ` +
      `${megabytes(reserveBytes)} MB. Free some space, or let DATA_DIR name a folder on another disk.`,
  )
}

function alreadyRunning(dataDir: string, { pid, host }: Holder): string {
  const where = host === hostname() ? `process ${pid}` : `process ${pid} on ${host}`
  return (
    `CreditGraph is already running on ${dataDir} (${where}). ` +
    `Stop it with Ctrl-C in its terminal or \`kill ${pid}\`, or let DATA_DIR and PORT name another folder and port.`
  )
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new SetupProblem(
      `The folder ${path} cannot be made (${errorCode(cause)}). Let DATA_DIR name a folder that you may write to.`,
      { cause },
    )
  }
}

async function tryWrite(file: string, holder: Holder): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(holder), { flag: 'wx' })
    return true
  } catch (cause) {
    if (errorCode(cause) === 'EEXIST') return false
    throw cause
  }
}

async function isAlive(file: string, holder: Holder): Promise<boolean> {
  if (holder.host === hostname()) {
    const facts = processFacts(holder.pid)
    return facts !== undefined && facts.startedAt === holder.startedAt
  }
  const { mtimeMs } = await stat(file)
  return Date.now() - mtimeMs < SILENCE_MS
}

async function removeStale(file: string, content: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`
  await rename(file, aside).catch(unlessMissing)
  const taken = await readFile(aside, 'utf8').catch(unlessMissing)
  await rm(aside, { force: true })
  // Somebody was quicker, and what we took away is their new record: it goes back.
  if (taken !== undefined && taken !== content) await writeFile(file, taken, { flag: 'wx' })
}

// A record that is being written at this moment is empty; it counts as one from elsewhere.
function readHolder(content: string): Holder {
  return content === '' ? { pid: 0, host: '', id: '' } : JSON.parse(content)
}

function lockOf(dataDir: string): string {
  return join(dataDir, 'run', 'lock.json')
}

function megabytes(bytes: number): number {
  return Math.floor(bytes / 1024 ** 2)
}

function unlessMissing(cause: unknown): undefined {
  if (errorCode(cause) !== 'ENOENT') throw cause
}
