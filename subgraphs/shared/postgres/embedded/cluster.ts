import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { SetupProblem } from '../setup-problem.js'
import { commandLine } from './run-as.js'
import type { Site } from './site.js'
import { explain } from './trouble.js'

/** The name of the administrator inside the server. */
export const ADMINISTRATOR = 'postgres'

/** Creates the data directory when there is none, and refuses one that this release cannot read. */
export async function ensureCluster(site: Site, folder: string, durable: boolean): Promise<{ password: string }> {
  const made = await readIfThere(join(site.cluster, 'PG_VERSION'))
  if (made === undefined) return { password: await initialise(site, folder, durable) }
  refuseOtherRelease(made.trim(), site)
  const password = await readPassword(folder)
  if (password !== undefined) return { password }
  throw new SetupProblem(
    `The password of the built-in Postgres is missing: put ${passwordFile(folder)} back, ` +
      `or move ${site.cluster} away to start with empty data.`,
  )
}

/** The administrator's password, once there is one. */
export async function readPassword(folder: string): Promise<string | undefined> {
  return (await readIfThere(passwordFile(folder)))?.trim()
}

function refuseOtherRelease(made: string, { cluster, version }: Site): void {
  const ours = /(\d+)\./.exec(version)?.[1]
  if (made === ours) return
  throw new SetupProblem(
    `The data in ${cluster} was made by Postgres ${made}, and this CreditGraph brings Postgres ${ours}. ` +
      'Start the earlier CreditGraph to take the data out, or move that folder away to start with empty data.',
  )
}

async function initialise(site: Site, folder: string, durable: boolean): Promise<string> {
  const password = randomBytes(24).toString('base64url')
  await writeFile(passwordFile(folder), password, { mode: 0o600 })
  // A folder appears under its final name only when it is complete: an interrupted start leaves nothing to repair.
  const unfinished = `${site.cluster}.unfinished`
  const handedIn = `${site.cluster}.password`
  await rm(unfinished, { recursive: true, force: true })
  await writeFile(handedIn, password, { mode: 0o600 })
  const { ids } = site.runAs
  if (ids) await chown(handedIn, ids.uid, ids.gid)
  try {
    await runInitdb(site, ['-D', unfinished, `--pwfile=${handedIn}`, ...INITDB, ...(durable ? [] : ['--no-sync'])])
    await rename(unfinished, site.cluster)
  } finally {
    await rm(handedIn, { force: true })
  }
  return password
}

// The built-in locale sorts alike on every machine, which the C library's and ICU's do not.
const INITDB = [
  `--username=${ADMINISTRATOR}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
]

async function runInitdb({ runAs, binaries }: Site, initdbArguments: string[]): Promise<void> {
  const { file, args, options } = commandLine(runAs, binaries.initdb, initdbArguments)
  const run = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const closed = new Promise<number | null>((resolve, reject) => run.once('error', reject).once('close', resolve))
  const [code, output, errors] = await Promise.all([closed, text(run.stdout), text(run.stderr)])
  if (code !== 0) throw explain('The data directory of the built-in Postgres could not be created', output + errors)
}

function passwordFile(folder: string): string {
  return join(folder, 'password')
}

function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw cause
    return undefined
  })
}
