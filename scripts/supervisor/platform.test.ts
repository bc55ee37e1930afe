import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../subgraphs/shared/postgres/embedded/free-port.js'
import { processFacts } from '../../subgraphs/shared/postgres/embedded/process-facts.js'
import { serverUrl } from '../../test/setup/postgres.js'

const typescript = join(process.cwd(), 'test/setup/typescript.mjs')

/** A part that says where it runs, asks its database, ends on demand, and notes when it has been stopped. */
const FAKE_PART = `
  import { appendFileSync } from 'node:fs'
  import { createServer } from 'node:http'
  import pg from '${join(process.cwd(), 'node_modules/pg/esm/index.mjs')}'

  export const fromEnvironment = (environment) => environment

  export async function start({ PORT, CREDITS_PORT, DATABASE_URL_GATEWAY, DATABASE_URL_CREDITS, DATA_DIR }) {
    const url = DATABASE_URL_GATEWAY ?? DATABASE_URL_CREDITS
    const name = DATABASE_URL_GATEWAY ? 'gateway' : 'credits'
    const pool = new pg.Pool({ connectionString: url })
    pool.on('error', () => undefined)
    const routes = {
      '/health/ready': () => 'ready',
      '/pid': () => String(process.pid),
      '/database': async () => (await pool.query('select current_database() as name')).rows[0].name,
      '/crash': () => process.exit(3),
    }
    const server = createServer(async (request, response) => {
      try {
        response.end(await routes[request.url]())
      } catch (error) {
        response.end(error.message)
      }
    })
    await new Promise((resolve) => server.listen(Number(name === 'gateway' ? PORT : CREDITS_PORT), '127.0.0.1', resolve))
    return {
      async stop() {
        await pool.end()
        server.closeAllConnections()
        appendFileSync(DATA_DIR + '/stopped', name + ' ')
      },
    }
  }`

let dataDir: string
let port: number
let credits: number
const children: ChildProcess[] = []

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'creditgraph-platform-'))
  await writeFile(join(dataDir, 'part.mjs'), FAKE_PART)
  ;[port, credits] = [await freePort(), await freePort()]
})

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGTERM')
  await waitUntil(async () => (await alive()).length === 0, 'all processes are gone')
  await rm(dataDir, { recursive: true, force: true })
})

interface Started {
  child: ChildProcess
  output: string[]
  exit: Promise<number | null>
}

function startPlatform({ environment = {}, limits = '', module = 'part.mjs' } = {}): Started {
  const part = join(dataDir, module)
  const code = `
    import { Platform } from './scripts/supervisor/platform.ts'
    import { Progress } from './scripts/supervisor/progress.ts'
    import { runPlatform } from './scripts/supervisor/run-platform.ts'
    import { readSettings } from './scripts/supervisor/settings.ts'
    const progress = new Progress((line) => console.log(line))
    await runPlatform(progress, (giveUp) => new Platform({
      settings: readSettings(process.env, process.cwd()),
      environment: process.env,
      progress,
      partProgram: './scripts/supervisor/part-process.ts',
      buildApps: async () => undefined,
      giveUp,
      parts: [
        { name: 'gateway', modules: [${JSON.stringify(part)}], opens: ['gateway'], listens: ['gateway'] },
        { name: 'subgraphs', modules: [${JSON.stringify(part)}], opens: ['credits'], listens: ['credits'] },
      ],
      preparations: [],
      ${limits}
    }))`
  const child = spawn(process.execPath, ['--import', typescript, '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_OPTIONS: `--import=${typescript}`,
      DATA_DIR: dataDir,
      PORT: String(port),
      CREDITS_PORT: String(credits),
      DATABASE_URL: undefined,
      ...environment,
    },
  })
  children.push(child)
  const output: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => output.push(...text.split('\n').filter(Boolean)))
  }
  return { child, output, exit: once(child, 'close').then(([code]) => code) }
}

async function started(options?: Parameters<typeof startPlatform>[0]): Promise<Started> {
  const platform = startPlatform(options)
  await waitUntil(() => platform.output.at(-1)?.startsWith('CreditGraph ready') ?? false, 'ready', platform.output)
  return platform
}

async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  what: string,
  output: string[] = [],
): Promise<void> {
  for (const deadline = Date.now() + 25_000; Date.now() < deadline; await sleep(30)) if (await condition()) return
  throw new Error(`Waited in vain until: ${what}\n${output.join('\n')}`)
}

/** The processes of a platform that live: name and number. */
async function alive(): Promise<{ name: string; pid: number }[]> {
  const files = (await readdir(join(dataDir, 'run')).catch(() => [])).filter((name) => name.endsWith('.pid'))
  const found = files.map(async (file) => {
    const pid = Number(await readFile(join(dataDir, 'run', file), 'utf8').catch(() => 0))
    return { name: file.replace('.pid', ''), pid }
  })
  return (await Promise.all(found)).filter(({ pid }) => pid > 0 && processFacts(pid) !== undefined)
}

async function pidOf(name: string): Promise<number> {
  return (await alive()).find((process) => process.name === name)?.pid ?? 0
}

const ask = (path: string, at = port) =>
  fetch(`http://127.0.0.1:${at}${path}`).then(
    (answer) => answer.text(),
    (error: Error) => error.message,
  )

test('runs the parts in processes of their own, each with its own database, and stops in order', async () => {
  const platform = await started()

  expect(platform.output.at(-1)).toBe(`CreditGraph ready on http://127.0.0.1:${port}`)
  expect(await ask('/database')).toBe('creditgraph_gateway')
  expect(await ask('/database', credits)).toBe('creditgraph_credits')
  expect((await alive()).map(({ name }) => name).sort()).toEqual(['gateway', 'postgres', 'subgraphs', 'supervisor'])

  platform.child.kill('SIGINT')
  platform.child.kill('SIGINT')
  expect(await platform.exit).toBe(0)
  expect(platform.output.at(-1)).toBe('CreditGraph has stopped.')
  expect(await readFile(join(dataDir, 'stopped'), 'utf8')).toBe('gateway credits ')
  expect(await readdir(join(dataDir, 'run'))).toEqual([])
})

test('starts again on the same data after everything was killed', async () => {
  const first = await started()
  const before = await alive()
  first.child.kill('SIGKILL')
  await first.exit
  await waitUntil(async () => (await alive()).every(({ name }) => name === 'postgres'), 'the parts have noticed')
  expect(await pidOf('postgres')).toBe(before.find(({ name }) => name === 'postgres')?.pid)

  const second = await started()
  expect(second.output.join()).toContain('Stopped the Postgres server that an interrupted run left behind.')
  second.child.kill('SIGTERM')
  expect(await second.exit).toBe(0)
})

test('a part or a database server that dies is started again', async () => {
  const platform = await started()
  await ask('/crash')
  await waitUntil(() => platform.output.at(-1) === 'The gateway runs again.', 'the gateway is back', platform.output)
  expect(platform.output.at(-2)).toBe('The gateway has ended (exit code 3); starting it again.')

  process.kill(await pidOf('postgres'), 'SIGKILL')
  await waitUntil(() => platform.output.at(-1) === 'Postgres runs again.', 'Postgres is back', platform.output)
  await waitUntil(async () => (await ask('/database', credits)) === 'creditgraph_credits', 'the part has reconnected')
  platform.child.kill('SIGTERM')
  expect(await platform.exit).toBe(0)
})

test('a part that dies again and again stops everything, and the sentence names its log', async () => {
  const limits = 'limits: { windowMs: 60_000, attempts: 1, firstDelayMs: 10, longestDelayMs: 10 },'
  const platform = await started({ limits, environment: { DATABASE_URL: serverUrl() } })
  await ask('/crash')
  await waitUntil(() => platform.output.at(-1) === 'The gateway runs again.', 'the gateway is back', platform.output)
  await ask('/crash')
  expect(await platform.exit).toBe(1)
  expect(platform.output.at(-1)).toBe(
    `The gateway ends again and again, so everything is stopped. Its last words are in ${dataDir}/logs/gateway.log.`,
  )
})

test('a part that cannot start stops everything with its reason', async () => {
  await writeFile(
    join(dataDir, 'bad.mjs'),
    `export const fromEnvironment = () => { throw new Error('No signing key.') }`,
  )
  const platform = startPlatform({ module: 'bad.mjs', environment: { DATABASE_URL: serverUrl() } })
  expect(await platform.exit).toBe(1)
  expect(platform.output.at(-1)).toMatch(/^The (gateway|subgraphs) did not start: No signing key\.$/)
})

test('a second platform on the same data says who has it', async () => {
  const first = await started({ environment: { DATABASE_URL: serverUrl() } })
  const second = startPlatform({ environment: { PORT: String(await freePort()) } })
  expect(await second.exit).toBe(1)
  expect(second.output).toEqual([
    `CreditGraph is already running on ${dataDir} (process ${first.child.pid}). Stop it with Ctrl-C in its terminal ` +
      `or \`kill ${first.child.pid}\`, or let DATA_DIR and PORT name another folder and port.`,
  ])
})

test('a port that is taken is named, before anything else happens', async () => {
  const squatter = createServer().listen(port, '127.0.0.1').unref()
  await once(squatter, 'listening')
  const platform = startPlatform()
  expect(await platform.exit).toBe(1)
  expect(platform.output).toEqual([
    `Port ${port} is taken by another program. Stop that program, or choose another port: ` +
      `PORT=${port < 65_000 ? port + 100 : port - 100} npm start`,
  ])
  squatter.close()
})

test('a wish to stop is heard while everything starts', async () => {
  const platform = startPlatform()
  await waitUntil(() => platform.output.includes('Starting Postgres…'), 'Postgres is starting', platform.output)
  platform.child.kill('SIGTERM')
  expect(await platform.exit).toBe(0)
  expect(await alive()).toEqual([])
})
