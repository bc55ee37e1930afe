import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { issueAccessToken } from '../../gateway/session/access-token.js'
import { centralDay } from '../../subgraphs/reference/central-day.js'
import { freePort } from '../../subgraphs/shared/postgres/embedded/free-port.js'
import { runningServerUrl } from '../../subgraphs/shared/postgres/embedded/server.js'
import { partUrl } from '../../subgraphs/shared/postgres/provision.js'
import { SetupProblem } from '../../subgraphs/shared/postgres/setup-problem.js'
import { loadSigningKey } from '../../subgraphs/shared/security/keys.js'
import { type Scale, scales } from '../seed/scale.js'
import { Platform } from '../supervisor/platform.js'
import { PREPARATIONS, type Preparation } from '../supervisor/preparations.js'
import { Progress } from '../supervisor/progress.js'
import { repositoryRoot } from '../supervisor/root.js'
import { type DatabasePart, perPart, readSettings, type Settings } from '../supervisor/settings.js'
import { ApiClient } from './api-client.js'
import { dataIn, makeFolder, removeFolder } from './own-folder.js'

/** A platform that the benchmark has to itself, seeded with scale s where nothing else is asked for. */
export interface BenchPlatform {
  /** Where the benchmark may write; removed with everything else. */
  folder: string
  databases: Record<DatabasePart, string>
  /** Fires when somebody wants the benchmark to end, or a part of the platform ends again and again. */
  signal: AbortSignal
  url: string
  as(accountId: string): Promise<ApiClient>
  tokenOf(accountId: string): Promise<string>
  pidOf(name: string): Promise<number>
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
// Away from the ports of a platform that somebody uses at the same time.
const firstPort = 4300
const portNames = ['PORT', 'PROVIDERS_PORT', 'LEARNERS_PORT', 'CREDITS_PORT', 'BOARD_SERVICE_PORT']

/**
 * Runs the platform as the start command does, with the same processes and the same durable Postgres. Its data lie on the
 * same disk as everybody’s, and are removed at the end. Further preparations come after the seed and before the parts.
 */
export async function withPlatform<Result>(
  say: (line: string) => void,
  work: (platform: BenchPlatform) => Promise<Result>,
  preparations: readonly Preparation[] = [],
  scale: Scale = scales.s,
): Promise<Result> {
  const root = repositoryRoot()
  const folder = await makeFolder(readSettings(process.env, root).dataDir)
  const settings = readSettings({ DATA_DIR: dataIn(folder), SANDBOX: 'off', ...(await freePorts()) }, root)
  const interruption = new AbortController()
  const platform = new Platform({
    settings,
    // What is measured comes from few accounts.
    environment: { ...process.env, BUDGET_SCALE: '1000' },
    progress: new Progress(say),
    partProgram: join(import.meta.dirname, '..', 'supervisor', 'part-process.js'),
    buildApps: async () => undefined,
    giveUp: (problem) => interruption.abort(problem),
    preparations: [seeding(scale), ...PREPARATIONS, ...preparations],
  })
  let isUp = false
  const interrupt = () => {
    interruption.abort(new SetupProblem('The benchmark was interrupted.'))
    // Once it is up, the work ends first, with everything it uses still there.
    if (!isUp) void platform.stop()
  }
  for (const signal of signals) process.once(signal, interrupt)
  try {
    const url = await platform.start()
    isUp = true
    return await work(await describe(url, folder, settings, interruption.signal))
  } catch (error) {
    interruption.signal.throwIfAborted()
    throw error
  } finally {
    await platform.stop()
    await removeFolder(folder)
    for (const signal of signals) process.off(signal, interrupt)
  }
}

/** Comes before the preparation that would fill the empty databases for a demonstration. */
const seeding = (scale: Scale): Preparation => ({
  title: 'Seeding what the benchmark is about',
  run: async ({ databases: { sandbox: _, ...urls }, report }) => {
    const { seed } = await import('../seed/index.js')
    await seed({ urls, scale, seed: 1, today: centralDay(new Date()), log: report })
  },
})

async function describe(
  url: string,
  folder: string,
  { dataDir, keysDir, runDir }: Settings,
  signal: AbortSignal,
): Promise<BenchPlatform> {
  const adminUrl = await runningServerUrl(join(dataDir, 'postgres'))
  const tokenOf = async (accountId: string) =>
    issueAccessToken(await loadSigningKey(keysDir, 'gateway'), accountId, new Date())
  return {
    folder,
    url,
    databases: perPart((part) => partUrl(adminUrl, part)),
    signal,
    as: async (accountId) => new ApiClient(url, await tokenOf(accountId)),
    tokenOf,
    pidOf: async (name) => Number(await readFile(join(runDir, `${name}.pid`), 'utf8')),
  }
}

async function freePorts(): Promise<Record<string, string>> {
  const ports: Record<string, string> = {}
  for (const [place, name] of portNames.entries()) {
    ports[name] = String(await freePort(firstPort + place))
  }
  return ports
}
