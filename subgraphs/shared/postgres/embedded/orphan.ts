import { readFile, realpath, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { SetupProblem } from '../setup-problem.js'
import { type ProcessFacts, processFacts } from './process-facts.js'

const FAST_MS = 30_000
const IMMEDIATE_MS = 10_000

/** Stops a server that an earlier, killed run left behind on this data directory; says whether there was one. */
export async function stopOrphan(cluster: string): Promise<boolean> {
  const record = await readRecord(cluster)
  const pid = Number(/^\d+/.exec(record)?.[0] ?? 0)
  if (pid === 0) return false
  if (!(await isServerOf(cluster, processFacts(pid)))) {
    await disown(cluster, record)
    return false
  }
  if ((await end(pid, 'SIGINT', FAST_MS)) || (await end(pid, 'SIGQUIT', IMMEDIATE_MS))) return true
  throw new SetupProblem(
    `A Postgres server of an earlier run (process ${pid}) still uses ${cluster} and does not stop. ` +
      `End it with: kill -QUIT ${pid}`,
  )
}

/** Whether the server process has recorded in its data directory that it takes connections. */
export async function acceptsConnections(cluster: string, pid: number): Promise<boolean> {
  const lines = (await readRecord(cluster)).split('\n')
  return lines[0] === String(pid) && lines[7]?.trim() === 'ready'
}

function readRecord(cluster: string): Promise<string> {
  return readFile(join(cluster, 'postmaster.pid'), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw cause
    return ''
  })
}

/**
 * Keeps a server from being stopped by a process that only carries the recorded number by now: Postgres takes its
 * own parent's number for stale. The other lines stay, they tell it whether shared memory is still in use.
 */
async function disown(cluster: string, record: string): Promise<void> {
  await writeFile(join(cluster, 'postmaster.pid'), record.replace(/^\d+/, String(process.pid)))
}

async function isServerOf(cluster: string, facts: ProcessFacts | undefined): Promise<boolean> {
  if (facts === undefined || !facts.program.startsWith('postgres')) return false
  if (facts.folder !== undefined) return facts.folder === (await realpath(cluster))
  return facts.arguments.includes(`-D ${cluster} `)
}

async function end(pid: number, signal: NodeJS.Signals, patienceMs: number): Promise<boolean> {
  const server = processFacts(pid)?.startedAt
  if (server === undefined) return true
  process.kill(pid, signal)
  for (let waited = 0; waited < patienceMs; waited += 50) {
    await sleep(50)
    if (processFacts(pid)?.startedAt !== server) return true
  }
  return false
}
