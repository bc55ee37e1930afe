import { join } from 'node:path'
import {
  type EmbeddedServer,
  runningServerUrl,
  startEmbeddedServer,
} from '../../subgraphs/shared/postgres/embedded/server.js'
import { provision } from '../../subgraphs/shared/postgres/provision.js'
import { liveHolder, takeFolder } from './data-folder.js'
import { logFile } from './log-file.js'
import {
  DATABASE_PARTS,
  type DatabasePart,
  perPart,
  perSandboxPart,
  SANDBOX_PARTS,
  type SandboxPart,
  type Settings,
} from './settings.js'

/** The addresses of the parts' databases, for as long as a program needs them. */
export interface OpenDatabases {
  urls: Record<DatabasePart, string>
  close(): Promise<void>
}

/** Opens the databases for a program beside the platform: on the server that runs, or on one started for it. */
export async function openDatabases(settings: Settings, say: (sentence: string) => void): Promise<OpenDatabases> {
  if (!needsOwnServer(settings)) return { urls: await partDatabases(settings, settings.databaseUrl), close: nothing }
  if (await liveHolder(settings.dataDir)) {
    return { urls: await partDatabases(settings, await runningServerUrl(serverFolder(settings))), close: nothing }
  }
  const folder = await takeFolder(settings.dataDir)
  try {
    const server = await startOwnServer(settings, say)
    const close = () => server.stop().finally(folder.release)
    return { urls: await partDatabases(settings, server.url), close }
  } catch (error) {
    await folder.release()
    throw error
  }
}

/** Whether Postgres is ours to start: when no administrator's address is given, and not every part's own. */
export function needsOwnServer({ databaseUrl, databaseUrls }: Settings): boolean {
  return databaseUrl === undefined && DATABASE_PARTS.some((part) => databaseUrls[part] === undefined)
}

/** Starts the built-in Postgres on the data folder. */
export function startOwnServer(
  settings: Settings,
  say: (sentence: string) => void,
  port?: number,
): Promise<EmbeddedServer> {
  return startEmbeddedServer({
    folder: serverFolder(settings),
    logFile: logFile(settings.logDir, 'postgres'),
    say,
    port,
  })
}

/** One database and role for each part on the administrator's server; returns their addresses. */
export async function partDatabases(
  { databaseUrls }: Settings,
  adminUrl: string | undefined,
): Promise<Record<DatabasePart, string>> {
  const urls = await provision({ adminUrl, parts: DATABASE_PARTS, given: databaseUrls })
  return perPart((part) => urls[part] ?? '')
}

/** The databases of the sandbox, each with a role that enters nothing else; undefined where there is no sandbox. */
export async function sandboxDatabases(
  { sandbox }: Settings,
  adminUrl: string | undefined,
): Promise<Record<SandboxPart, string> | undefined> {
  if (!sandbox) return undefined
  const name = (part: SandboxPart) => `sandbox_${part}`
  const given = Object.fromEntries(SANDBOX_PARTS.map((part) => [name(part), sandbox.databaseUrls[part]]))
  const urls = await provision({ adminUrl, parts: SANDBOX_PARTS.map(name), given })
  return perSandboxPart((part) => urls[name(part)] ?? '')
}

function serverFolder({ dataDir }: Settings): string {
  return join(dataDir, 'postgres')
}

async function nothing(): Promise<void> {}
