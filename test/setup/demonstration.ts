import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { seed } from '../../scripts/seed/index.js'
import {
  DATABASE_PARTS,
  type DatabasePart,
  perPart,
  perSandboxPart,
  SANDBOX_PARTS,
  type SandboxPart,
} from '../../scripts/supervisor/settings.js'
import { centralDay } from '../../subgraphs/reference/central-day.js'
import { provision } from '../../subgraphs/shared/postgres/provision.js'
import { serverUrl } from './postgres.js'

/** The demonstration in databases that nobody else has. */
export interface DemonstrationDatabases {
  urls: Record<DatabasePart, string>
  drop(): Promise<void>
}

/** As many physicians as in the demonstration, since how common a name is decides about rows, and little credit. */
const scale = { physicians: 20_000, providers: 6, activities: 2_000, completions: 3_000 }
const TEMPLATE = 'demonstration'
// Any number will do that nothing else on the test’s server locks.
const LOCK = 4_411_207

/** Copies the databases of a small demonstration, which the first who asks in a run fills. */
export async function demonstrationDatabases(): Promise<DemonstrationDatabases> {
  const admin = new pg.Client({ connectionString: serverUrl() })
  await admin.connect()
  try {
    await admin.query('select pg_advisory_lock($1)', [LOCK])
    const { rows } = await admin.query('select from pg_database where datname = $1', [`${TEMPLATE}_gateway`])
    const templates = await provision({ adminUrl: serverUrl(), parts: DATABASE_PARTS, prefix: TEMPLATE })
    const urls = perPart((part) => templates[part] ?? '')
    if (!rows.length) await seed({ urls, scale, seed: 1, today: centralDay(new Date()), log: () => undefined })
    return await copies(admin, urls)
  } finally {
    await admin.end()
  }
}

/** Databases for the sandbox, which the first platform that has one fills. */
export async function sandboxDatabases(): Promise<Record<SandboxPart, string>> {
  const name = (part: SandboxPart) => `sandbox_${part}`
  const urls = await provision({ adminUrl: serverUrl(), parts: SANDBOX_PARTS.map(name), prefix: TEMPLATE })
  return perSandboxPart((part) => urls[name(part)] ?? '')
}

async function copies(admin: pg.Client, templates: Record<DatabasePart, string>): Promise<DemonstrationDatabases> {
  const suffix = randomBytes(5).toString('hex')
  const nameOf = (part: DatabasePart) => `${TEMPLATE}_${suffix}_${part}`
  for (const part of DATABASE_PARTS) {
    const owner = `${TEMPLATE}_${part}`
    await admin.query(`create database ${nameOf(part)} owner ${owner} template ${owner} strategy file_copy`)
  }
  return {
    urls: perPart((part) => Object.assign(new URL(templates[part]), { pathname: `/${nameOf(part)}` }).href),
    drop: () => dropAll(DATABASE_PARTS.map(nameOf)),
  }
}

async function dropAll(names: readonly string[]): Promise<void> {
  const admin = new pg.Client({ connectionString: serverUrl() })
  await admin.connect()
  for (const name of names) await admin.query(`drop database if exists ${name} with (force)`)
  await admin.end()
}
