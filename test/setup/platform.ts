import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { issueAccessToken } from '../../gateway/session/access-token.js'
import { PARTS } from '../../scripts/supervisor/parts.js'
import { freePort } from '../../subgraphs/shared/postgres/embedded/free-port.js'
import { ensureKeys, loadSigningKey } from '../../subgraphs/shared/security/keys.js'
import { type DemonstrationDatabases, demonstrationDatabases, sandboxDatabases } from './demonstration.js'
import { Person } from './person.js'

/** A platform that runs, however it was started. */
export interface Platform {
  url: string
  dataDir: string
  /** Where each subgraph answers other parts. */
  subgraphUrls: Record<'providers' | 'learners' | 'credits', string>
  /** One of the people of the demonstration: ada, bo, cy, cam, dee, pat, op, ora. */
  as(handle: string): Promise<Person>
  nobody: Person
  stop(): Promise<void>
}

const patienceMs = 120_000

/** What stands in the environment of every process of a test. */
async function surroundings() {
  const dataDir = await mkdtemp(join(tmpdir(), 'creditgraph-'))
  const [gateway, providers, learners, credits, boards] = await freePorts(5)
  const environment = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: String(gateway),
    PROVIDERS_PORT: String(providers),
    LEARNERS_PORT: String(learners),
    CREDITS_PORT: String(credits),
    BOARD_SERVICE_PORT: String(boards),
    SANDBOX: 'off',
    WARM_UP: 'off',
    PROVIDERS_URL: `http://127.0.0.1:${providers}/graphql`,
    LEARNERS_URL: `http://127.0.0.1:${learners}/graphql`,
    CREDITS_URL: `http://127.0.0.1:${credits}/graphql`,
    LOG_LEVEL: 'warn',
    NODE_ENV: 'development',
  }
  const subgraphUrls = {
    providers: environment.PROVIDERS_URL,
    learners: environment.LEARNERS_URL,
    credits: environment.CREDITS_URL,
  }
  return { dataDir, environment, url: `http://127.0.0.1:${gateway}`, subgraphUrls }
}

/** Starts the platform as `npm start` does, on an empty data folder with its own Postgres. */
export async function startByOneCommand(): Promise<Platform & { output: () => string }> {
  return start(await surroundings())
}

/** Starts the platform as `npm start` does, on databases of the test’s server that hold the demonstration already. */
export async function startOnDemonstration({
  sandbox = false,
}: {
  sandbox?: boolean
} = {}): Promise<Platform & { output: () => string }> {
  const { environment, ...around } = await surroundings()
  const databases = await demonstrationDatabases()
  const variables = { ...databaseVariables(databases.urls), ...(sandbox && sandboxVariables(await sandboxDatabases())) }
  const platform = await start({ ...around, environment: { ...environment, ...variables } })
  return { ...platform, stop: () => platform.stop().then(databases.drop) }
}

async function start({ dataDir, environment, url, subgraphUrls }: Awaited<ReturnType<typeof surroundings>>) {
  const program = spawnNode(['dist/scripts/start.js'], environment)
  await program.says(`CreditGraph ready on ${url}`)
  return {
    ...people(url, dataDir),
    url,
    dataDir,
    subgraphUrls,
    output: program.output,
    stop: async () => {
      await program.end()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** What runs in every platform: neither stand-ins nor the sandbox, which runs the same once more. */
const modules = PARTS.filter(({ isStandIn, isSandbox }) => !isStandIn && !isSandbox).flatMap((part) => part.modules)

/** Starts gateway, subgraphs and workers each as a process of its own, on databases of the test’s server. */
export const startAsSeparateProcesses = (): Promise<PartsOnDemonstration> => startParts(modules.map((part) => [part]))

/** Starts all parts in one process, which has to load what they have in common only once, on databases of the test’s server. */
export const startInOneProcess = (): Promise<PartsOnDemonstration> => startParts([modules])

type PartsOnDemonstration = Platform & { learnersDatabaseUrl: string }

async function startParts(processes: readonly (readonly string[])[]): Promise<PartsOnDemonstration> {
  const { dataDir, environment, url, subgraphUrls } = await surroundings()
  const databases = await demonstrationDatabases()
  await ensureKeys(join(dataDir, 'keys'), ['gateway', 'credits'])
  const programs = processes.map((parts) =>
    spawnNode(['dist/scripts/supervisor/part-process.js', ...parts], {
      ...environment,
      ...databaseVariables(databases.urls),
    }),
  )
  const health = [url, ...Object.values(subgraphUrls)].map((address) => new URL('/health/ready', address).href)
  await Promise.all(health.map(untilReady))
  return {
    ...people(url, dataDir),
    url,
    dataDir,
    subgraphUrls,
    learnersDatabaseUrl: databases.urls.learners,
    stop: async () => {
      await Promise.all(programs.map((program) => program.end()))
      await databases.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

const databaseVariables = (urls: DemonstrationDatabases['urls']) => ({
  DATABASE_URL_GATEWAY: urls.gateway,
  DATABASE_URL_PROVIDERS: urls.providers,
  DATABASE_URL_LEARNERS: urls.learners,
  DATABASE_URL_CREDITS: urls.credits,
})

const sandboxVariables = (urls: Awaited<ReturnType<typeof sandboxDatabases>>) => ({
  SANDBOX: 'on',
  DATABASE_URL_SANDBOX_PROVIDERS: urls.providers,
  DATABASE_URL_SANDBOX_LEARNERS: urls.learners,
  DATABASE_URL_SANDBOX_CREDITS: urls.credits,
})

function people(url: string, dataDir: string) {
  const as = async (handle: string) => {
    const signing = await loadSigningKey(join(dataDir, 'keys'), 'gateway')
    return new Person(url, await issueAccessToken(signing, handle, new Date()))
  }
  return { as, nobody: new Person(url) }
}

function spawnNode(command: readonly string[], environment: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, ['--enable-source-maps', ...command], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk))
  return {
    output: () => text,
    says: (line: string) =>
      until(
        () => text.includes(line),
        () => `“${line}” was not said, but:\n${text}`,
        child,
      ),
    end: () => end(child),
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

const untilReady = (url: string) => {
  let ready = false
  const look = async () => {
    ready = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    )
  }
  return until(
    () => ready,
    () => `${url} is not ready.`,
    undefined,
    look,
  )
}

async function until(
  holds: () => boolean,
  complaint: () => string,
  child?: ChildProcess,
  look: () => Promise<void> = async () => undefined,
): Promise<void> {
  const deadline = Date.now() + patienceMs
  for (await look(); !holds(); await look()) {
    if (Date.now() > deadline || (child && child.exitCode !== null)) throw new Error(complaint())
    await sleep(100)
  }
}

/** From a range that no system takes ports of its own connections from: one of these could be first where a start takes long. */
async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>()
  while (ports.size < count) {
    const port = randomInt(20_000, 30_000)
    if ((await freePort(port)) === port) ports.add(port)
  }
  return [...ports]
}
