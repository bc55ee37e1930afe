import { setTimeout as sleep } from 'node:timers/promises'
import type { SetupProblem } from '../../subgraphs/shared/postgres/setup-problem.js'
import type { BackOffLimits } from './back-off.js'
import { refuseFullDisk, takeFolder } from './data-folder.js'
import { needsOwnServer, partDatabases, sandboxDatabases, startOwnServer } from './databases.js'
import { type Kept, keepRunning, type Running } from './keep-running.js'
import { limitLogs, logFile } from './log-file.js'
import { startPartChild } from './part-child.js'
import { environmentOf, PARTS, type PartRow, type PlatformDatabases, partsFor, reachable, readyUrls } from './parts.js'
import { recordPid } from './pid-file.js'
import { type SettledPorts, settlePorts } from './ports.js'
import { PREPARATIONS, type Preparation } from './preparations.js'
import type { Progress } from './progress.js'
import type { Settings } from './settings.js'

/** What a platform is made from. */
export interface PlatformOptions {
  settings: Settings
  environment: NodeJS.ProcessEnv
  progress: Progress
  /** The program that runs parts in a process of their own. */
  partProgram: string
  /** Makes the apps; the signal interrupts it. */
  buildApps: (signal: AbortSignal) => Promise<void>
  /** Called when a process ends again and again. */
  giveUp: (problem: SetupProblem) => void
  parts?: readonly PartRow[]
  preparations?: readonly Preparation[]
  limits?: BackOffLimits
}

// How long a step of the start may take to notice that everything around it has stopped.
const SETTLE_MS = 10_000

/** The whole platform on one machine: the database server, and the parts in processes of their own. */
export class Platform {
  private readonly closers: (() => unknown)[] = []
  private readonly kept: Kept<Running>[] = []
  private readonly interruption = new AbortController()
  private releaseFolder: () => Promise<void> = async () => undefined
  private starting: Promise<unknown> = Promise.resolve()
  private stopping: Promise<void> | undefined

  constructor(private readonly options: PlatformOptions) {}

  /** Starts everything in order; resolves to the address when all parts are ready. */
  start(): Promise<string> {
    const started = this.startAll()
    this.starting = started.catch(() => undefined)
    return started
  }

  /** Lets the parts finish what they have begun, then stops the database server; a start under way is interrupted. */
  stop(): Promise<void> {
    this.stopping ??= this.stopAll()
    return this.stopping
  }

  /** Ends everything at once. */
  kill(): void {
    this.interruption.abort()
    for (const kept of this.kept) kept.kill()
  }

  private async startAll(): Promise<string> {
    const { settings, preparations = PREPARATIONS, parts: all = PARTS, buildApps } = this.options
    await refuseFullDisk(settings.dataDir)
    this.releaseFolder = (await takeFolder(settings.dataDir)).release
    const ports = await settlePorts(settings)
    const parts = partsFor(all, ports)
    this.closers.push(await recordPid(settings.runDir, 'supervisor', process.pid))
    this.closers.push(limitLogs(['postgres', ...parts.map(({ name }) => name)].map((n) => logFile(settings.logDir, n))))
    await this.step('Building the apps', () => buildApps(this.interruption.signal))
    const adminUrl = needsOwnServer(settings)
      ? await this.step('Starting Postgres', () => this.startServer())
      : settings.databaseUrl
    const databases = await this.step('Preparing a database for each part', async () => ({
      ...(await partDatabases(settings, adminUrl)),
      sandbox: await sandboxDatabases(settings, adminUrl),
    }))
    for (const { title, run } of preparations) {
      await this.step(title, (report) => run({ settings, databases, report }))
    }
    await this.step('Starting the parts', () => this.startParts(parts, ports, databases))
    return `http://${reachable(settings.host)}:${ports.gateway}`
  }

  private async step<Result>(title: string, work: (report: (state: string) => void) => Promise<Result>) {
    this.interruption.signal.throwIfAborted()
    const result = await this.options.progress.step(title, work)
    this.interruption.signal.throwIfAborted()
    return result
  }

  private async startServer(): Promise<string> {
    const { settings, progress } = this.options
    let port: number | undefined
    const server = await this.keep('Postgres', logFile(settings.logDir, 'postgres'), async () => {
      const started = await startOwnServer(settings, (sentence) => progress.say(`  ${sentence}`), port)
      const forget = await recordPid(settings.runDir, 'postgres', started.pid)
      // Those who know the address have to find the next server there too.
      port = started.port
      return { ...started, ended: started.ended.finally(forget) }
    })
    this.closers.push(() => server.stop())
    return server.first.url
  }

  private async startParts(
    parts: readonly PartRow[],
    ports: SettledPorts,
    databases: PlatformDatabases,
  ): Promise<void> {
    const { settings, environment, partProgram } = this.options
    const running = parts.map((row) => {
      const spec = {
        name: row.name,
        program: partProgram,
        arguments: row.modules,
        nodeArguments: row.nodeArguments,
        niceness: row.niceness,
        folder: settings.root,
        environment: environmentOf(row, settings, ports, databases, environment),
        readyUrls: readyUrls(row, settings.host, ports),
      }
      return this.keep(`The ${row.name}`, logFile(settings.logDir, row.name), () => startPartChild(spec, settings))
    })
    // The front door stands first in the table and is closed first.
    const [door, ...others] = running.map((part) => async () => (await part.catch(() => undefined))?.stop())
    this.closers.push(
      () => Promise.all(others.map((close) => close())),
      () => door?.(),
    )
    await Promise.all(running)
  }

  private async keep<What extends Running>(name: string, log: string, start: () => Promise<What>) {
    const { progress, giveUp, limits } = this.options
    const say = (sentence: string) => progress.say(sentence)
    const kept = await keepRunning({ name, logFile: log, start, say, giveUp, limits })
    this.kept.push(kept)
    if (this.interruption.signal.aborted) await kept.stop()
    return kept
  }

  private async stopAll(): Promise<void> {
    this.interruption.abort()
    for (let close = this.closers.pop(); close; close = this.closers.pop()) await close()
    await Promise.race([this.starting, sleep(SETTLE_MS, undefined, { ref: false })])
    await this.releaseFolder()
  }
}
