import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { binariesIn, installedBinaries } from './binaries.js'
import { processFacts } from './process-facts.js'
import { type EmbeddedOptions, startEmbeddedServer } from './server.js'
import { otherAccount } from './site.js'

const isRoot = process.getuid?.() === 0
const testAsRoot = isRoot ? test : test.skip
// Another account has to reach the node and the code that it is to run.
const testAsOthers = isRoot && mayBeEnteredByAll(process.cwd()) ? test : test.skip
const testOnLinux = process.platform === 'linux' ? test : test.skip

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'creditgraph-server-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

function options(more: Partial<EmbeddedOptions> = {}): EmbeddedOptions {
  return { folder: join(folder, 'postgres'), logFile: join(folder, 'postgres.log'), durable: false, ...more }
}

function mayBeEnteredByAll(path: string): boolean {
  const parent = dirname(path)
  return (statSync(path).mode & 0o001) !== 0 && (parent === path || mayBeEnteredByAll(parent))
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** A process of its own that starts a server in `folder` and then sits there, as an interrupted run would have. */
async function anotherProcess(
  as: { uid?: number; gid?: number } = {},
): Promise<{ starter: ChildProcess; url: string }> {
  const code = `
    const { startEmbeddedServer } = await import('./subgraphs/shared/postgres/embedded/server.ts')
    const server = await startEmbeddedServer(${JSON.stringify(options())})
    console.log(server.url)
    process.on('SIGTERM', () => server.stop())`
  const args = ['--import', './test/setup/typescript.mjs', '--input-type=module', '-e', code]
  const starter = spawn(process.execPath, args, { ...as, stdio: ['ignore', 'pipe', 'inherit'] })
  const [url] = await once(createInterface(starter.stdout), 'line')
  return { starter, url }
}

async function postmasterPid(): Promise<number> {
  return Number.parseInt(await readFile(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8'), 10)
}

test('starts on nothing, keeps what was written, and starts again on the same port', async () => {
  const first = await startEmbeddedServer(options())
  await ask(first.url, 'create table kept as select 1 as one')
  await first.stop()
  expect(processFacts(first.pid)).toBeUndefined()

  const second = await startEmbeddedServer(options())
  expect(second.url).toBe(first.url)
  expect(await ask(second.url, 'select one from kept')).toEqual([{ one: 1 }])
  await second.stop()
})

test('lets in by password only, on the loopback address only, and keeps rows out of its log', async () => {
  const server = await startEmbeddedServer(options())
  const stranger = Object.assign(new URL(server.url), { password: 'postgres' }).href
  await expect(ask(stranger, 'select 1')).rejects.toThrow('password authentication failed')
  const settings = ['listen_addresses', 'unix_socket_directories', 'data_checksums', 'server_encoding']
  const names = settings.map((name) => `current_setting('${name}') as ${name}`)
  expect(await ask(server.url, `select ${names}`)).toEqual([
    { listen_addresses: '127.0.0.1', unix_socket_directories: '', data_checksums: 'on', server_encoding: 'UTF8' },
  ])
  await expect(ask(server.url, `select 'Dee Marchetti'::int`)).rejects.toThrow('invalid input syntax')
  await ask(server.url, 'create table person (name text unique)')
  await expect(ask(server.url, `insert into person values ('Dee Marchetti'), ('Dee Marchetti')`)).rejects.toThrow()
  await server.stop()

  const log = await readFile(join(folder, 'postgres.log'), 'utf8')
  expect(log.match(/insert into|Key \(name\)/g)).toBeNull()
  expect((await stat(join(folder, 'postgres', 'password'))).mode & 0o777).toBe(0o600)
  expect((await stat(join(folder, 'postgres'))).mode & 0o777).toBe(0o700)
})

test('a server whose starter was killed is stopped, and the data is there', async () => {
  const said: string[] = []
  const { starter, url } = await anotherProcess()
  await ask(url, 'create table kept as select 1 as one')
  const orphan = await postmasterPid()
  starter.kill('SIGKILL')
  await once(starter, 'exit')
  expect(processFacts(orphan)).toBeDefined()

  const server = await startEmbeddedServer(options({ say: (sentence) => said.push(sentence) }))

  expect(processFacts(orphan)).toBeUndefined()
  expect(said).toContain('Stopped the Postgres server that an interrupted run left behind.')
  expect(await ask(server.url, 'select one from kept')).toEqual([{ one: 1 }])
  await server.stop()
})

test('a server that was killed itself recovers', async () => {
  const server = await startEmbeddedServer(options({ durable: true }))
  await ask(server.url, 'create table kept as select 1 as one')
  process.kill(server.pid, 'SIGKILL')
  await server.ended

  const next = await startEmbeddedServer(options({ port: server.port }))
  expect(await ask(next.url, 'select one from kept')).toEqual([{ one: 1 }])
  await next.stop()
})

test('a process that only carries the recorded number is left alone', async () => {
  const server = await startEmbeddedServer(options())
  const record = join(folder, 'postgres', 'cluster', 'postmaster.pid')
  const lines = await readFile(record, 'utf8')
  await server.stop()
  const stranger = spawn('sleep', ['60'])
  await writeFile(record, lines.replace(/^\d+/, String(stranger.pid)))

  const next = await startEmbeddedServer(options())

  expect(await ask(next.url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(stranger.exitCode ?? stranger.signalCode).toBeNull()
  stranger.kill()
  await next.stop()
})

test('what an interrupted first start left over is no obstacle', async () => {
  await mkdir(join(folder, 'postgres', 'cluster.unfinished', 'base'), { recursive: true })
  await writeFile(join(folder, 'postgres', 'cluster.unfinished', 'PG_VERSION'), '18\n')
  const server = await startEmbeddedServer(options())
  expect(await readdir(join(folder, 'postgres'))).toEqual(['cluster', 'password', 'server.json'])
  await server.stop()
})

test.each([
  ['data of another release', 'PG_VERSION', '17\n', 'was made by Postgres 17, and this CreditGraph brings Postgres 18'],
  ['a missing password', 'PG_VERSION', '18\n', 'The password of the built-in Postgres is missing'],
])('%s: says what to do', async (_, file, content, sentence) => {
  await mkdir(join(folder, 'postgres', 'cluster'), { recursive: true })
  await writeFile(join(folder, 'postgres', 'cluster', file), content)
  await expect(startEmbeddedServer(options())).rejects.toThrow(sentence)
})

test('a server that cannot start says why', async () => {
  const server = await startEmbeddedServer(options())
  await server.stop()
  await rm(join(folder, 'postgres', 'cluster', 'global', 'pg_control'))
  await expect(startEmbeddedServer(options())).rejects.toThrow('The built-in Postgres did not start: ')
})

testOnLinux('starts where npm ran no install scripts and kept no permissions', async () => {
  const native = join(folder, 'native')
  await cp(installedBinaries().native, native, {
    recursive: true,
    filter: (path) => !/lib\w+\.so(\.60|\.\d)?$/.test(path) || !path.includes('libicu'),
  })
  const binaries = binariesIn(native)
  await Promise.all([binaries.postgres, binaries.initdb].map((program) => chmod(program, 0o644)))

  const server = await startEmbeddedServer(options({ binaries }))

  expect(await readdir(join(native, 'lib'))).toContain('libicuuc.so.60')
  await server.stop()
})

testAsOthers.each([
  ['an ordinary user', 65_534],
  ['a user that the system has no name for', 54_321],
])('starts as %s, in a folder that nobody else may enter', async (_, uid) => {
  await chown(folder, uid, uid)
  await chmod(folder, 0o700)
  const { starter, url } = await anotherProcess({ uid, gid: uid })
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect((await stat(join(folder, 'postgres', 'cluster'))).uid).toBe(uid)
  starter.kill('SIGTERM')
  await once(starter, 'exit')
})

testAsRoot('as root without user namespaces, the server runs as another account with its data elsewhere', async () => {
  const said: string[] = []
  await chmod(folder, 0o700)
  const elsewhere = await mkdtemp(join(tmpdir(), 'creditgraph-elsewhere-'))
  await chmod(elsewhere, 0o755)
  const before = await startEmbeddedServer(options())
  await ask(before.url, 'create table kept as select 1 as one')
  await before.stop()

  const request = options({ strategies: [otherAccount], elsewhere, say: (sentence) => said.push(sentence) })
  const moved = await startEmbeddedServer(request)

  expect(await ask(moved.url, 'select one from kept')).toEqual([{ one: 1 }])
  expect((await stat(`/proc/${moved.pid}`)).uid).not.toBe(0)
  expect(said.join()).toMatch(/^Postgres refuses root, so it runs as \w+ with its data in /)
  await moved.stop()

  const again = await startEmbeddedServer(options({ elsewhere }))
  expect(await ask(again.url, 'select one from kept')).toEqual([{ one: 1 }])
  await again.stop()
  await rm(elsewhere, { recursive: true })
})
