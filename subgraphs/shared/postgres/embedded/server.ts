import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, open, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { SetupProblem } from '../setup-problem.js'
import { type Binaries, installedBinaries } from './binaries.js'
import { ADMINISTRATOR, ensureCluster, readPassword } from './cluster.js'
import { freePort } from './free-port.js'
import { acceptsConnections, stopOrphan } from './orphan.js'
import { commandLine } from './run-as.js'
import { serverArguments } from './settings.js'
import { findSite, type Site, STRATEGIES, type Strategy } from './site.js'
import { explain } from './trouble.js'

/** What a built-in server needs to know. */
export interface EmbeddedOptions {
  /** Everything of the server lies in here: data, password, port. */
  folder: string
  /** Its own words go here, appended. */
  logFile: string
  /** One sentence at a time about what was found or done. */
  say?: (sentence: string) => void
  /** False gives safety against power loss away for speed, for data that is thrown away. */
  durable?: boolean
  /** A port to insist on, so that those who know the address find the server again. */
  port?: number
  binaries?: Binaries
  strategies?: readonly Strategy[]
  elsewhere?: string
}

/** A running server of our own. */
export interface EmbeddedServer {
  /** The administrator's address. */
  url: string
  port: number
  pid: number
  /** Resolves to how the process has ended, for whatever reason. */
  ended: Promise<string>
  /** Ends all sessions and waits until the data is on disk. */
  stop(): Promise<void>
  /** Ends it at once; the next start recovers what was written. */
  kill(): void
}

const START_PATIENCE_MS = 60_000
const FAST_STOP_MS = 30_000

/** Starts the built-in Postgres on its data, after stopping one that a killed run left behind. */
export async function startEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { folder, durable = true, say = () => undefined } = options
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await mkdir(dirname(options.logFile), { recursive: true })
  const site = await takePossession(options, say)
  const { password } = await ensureCluster(site, folder, durable)
  const port = options.port ?? (await freePort(await recordedPort(folder)))
  const child = await launch(site, port, options)
  const server = { ...handle(child), port, url: addressOf(port, password) }
  await record(folder, { port, pid: server.pid })
  await closeToTheParts(server.url)
  return server
}

/** The administrator's address of a server that another process of ours keeps running. */
export async function runningServerUrl(folder: string): Promise<string> {
  const [port, password] = await Promise.all([recordedPort(folder), readPassword(folder)])
  if (port !== undefined && password !== undefined) return addressOf(port, password)
  throw new SetupProblem(`The Postgres server of ${folder} is only just starting. Try again in a moment.`)
}

function addressOf(port: number, password: string): string {
  return `postgres://${ADMINISTRATOR}:${password}@127.0.0.1:${port}/postgres`
}

async function takePossession(options: EmbeddedOptions, say: (sentence: string) => void): Promise<Site> {
  const request = {
    folder: options.folder,
    installed: options.binaries ?? installedBinaries(),
    elsewhere: options.elsewhere ?? '/var/lib',
  }
  const stopped = await stopOrphan(join(options.folder, 'cluster'))
  const site = await findSite(request, options.strategies ?? STRATEGIES)
  if (stopped || (await stopOrphan(site.cluster)))
    say('Stopped the Postgres server that an interrupted run left behind.')
  if (site.note) say(site.note)
  return site
}

async function launch(site: Site, port: number, options: EmbeddedOptions): Promise<ChildProcess> {
  const log = await open(options.logFile, 'a', 0o600)
  const { size: before } = await stat(options.logFile)
  const {
    file,
    args,
    options: as,
  } = commandLine(site.runAs, site.binaries.postgres, serverArguments(site.cluster, port, options.durable ?? true))
  // A session of its own: Ctrl-C reaches the parts first, and the server only through us.
  const child = spawn(file, args, { ...as, stdio: ['ignore', log.fd, log.fd], detached: true })
  await log.close()
  const ended = new Promise<void>((resolve, reject) => child.once('error', reject).once('exit', () => resolve()))
  const ready = await Promise.race([untilReady(site.cluster, child), ended.then(() => false)])
  if (ready) return child
  child.kill('SIGQUIT')
  const words = (await readFile(options.logFile)).subarray(before).toString()
  throw explain('The built-in Postgres did not start', words)
}

async function untilReady(cluster: string, child: ChildProcess): Promise<boolean> {
  for (let waited = 0; waited < START_PATIENCE_MS && child.exitCode === null; waited += 25) {
    if (child.pid !== undefined && (await acceptsConnections(cluster, child.pid))) return true
    await sleep(25)
  }
  return false
}

function handle(child: ChildProcess): Pick<EmbeddedServer, 'pid' | 'ended' | 'stop' | 'kill'> {
  const ended = new Promise<string>((resolve) => {
    const tell = () => resolve(child.signalCode ? `signal ${child.signalCode}` : `exit code ${child.exitCode}`)
    if (child.exitCode === null && child.signalCode === null) child.once('exit', tell)
    else tell()
  })
  const stop = async () => {
    child.kill('SIGINT')
    const impatience = setTimeout(() => child.kill('SIGQUIT'), FAST_STOP_MS)
    await ended
    clearTimeout(impatience)
  }
  return { pid: child.pid ?? 0, ended, stop, kill: () => void child.kill('SIGQUIT') }
}

async function closeToTheParts(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('revoke all on database postgres, template1 from public')
  await client.end()
}

async function recordedPort(folder: string): Promise<number | undefined> {
  const text = await readFile(join(folder, 'server.json'), 'utf8').catch(() => '{}')
  const { port }: { port?: unknown } = JSON.parse(text)
  return typeof port === 'number' ? port : undefined
}

async function record(folder: string, state: { port: number; pid: number }): Promise<void> {
  const file = join(folder, 'server.json')
  await writeFile(`${file}.new`, JSON.stringify(state))
  await rename(`${file}.new`, file)
}
