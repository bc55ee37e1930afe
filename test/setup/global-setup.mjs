import { mkdtemp, rm } from 'node:fs/promises'
import { registerHooks } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// Jest loads this file before its own transforms exist: Node strips the types, and we say where `.js` imports lie.
const hooks = registerHooks({
  resolve(specifier, context, next) {
    const isOurs = specifier.startsWith('.') && context.parentURL?.includes('/subgraphs/')
    return next(isOurs ? specifier.replace(/\.js$/, '.ts') : specifier, context)
  },
})

/** One throw-away server for the whole run; `freshDatabase` makes databases in it. */
export default async function startServer() {
  const { startEmbeddedServer } = await import('../../subgraphs/shared/postgres/embedded/server.ts')
  hooks.deregister()
  const folder = await mkdtemp(join(tmpdir(), 'creditgraph-test-'))
  const server = await startEmbeddedServer({ folder, logFile: join(folder, 'server.log'), durable: false })
  process.env.TEST_DATABASE_URL = server.url
  globalThis.stopTestServer = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
