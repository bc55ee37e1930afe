import './typescript.mjs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const { startEmbeddedServer } = await import('../../subgraphs/shared/postgres/embedded/server.ts')
const { stopOrphan } = await import('../../subgraphs/shared/postgres/embedded/orphan.ts')

const NAME = 'creditgraph-test-'

/** One throw-away server for the whole run; `freshDatabase` makes databases in it. */
export default async function startServer() {
  await sweep()
  const folder = await mkdtemp(join(tmpdir(), `${NAME}${process.pid}-`))
  const server = await startEmbeddedServer({ folder, logFile: join(folder, 'server.log'), durable: false })
  process.env.TEST_DATABASE_URL = server.url
  // Each platform that a story starts reads the same code: what the first of them has compiled, the others take from here.
  process.env.NODE_COMPILE_CACHE = join(folder, 'compiled')
  globalThis.stopTestServer = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

// A run that was interrupted could not clean up after itself.
async function sweep() {
  for (const name of await readdir(tmpdir())) {
    const owner = Number(new RegExp(`^${NAME}(\\d+)-`).exec(name)?.[1])
    if (Number.isNaN(owner) || isAlive(owner)) continue
    await stopOrphan(join(tmpdir(), name, 'cluster'))
    await rm(join(tmpdir(), name), { recursive: true, force: true })
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code !== 'ESRCH'
  }
}
