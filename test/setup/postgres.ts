import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { provision } from '../../subgraphs/shared/postgres/provision.js'

/** A database that nobody else has, with a login role as a part of the platform has it. */
export interface FreshDatabase {
  /** The role's address. */
  url: string
  /** The same database in the hands of the server's administrator. */
  adminUrl: string
  /** Takes database and role away; sessions that are still open are ended. */
  drop(): Promise<void>
}

/** The administrator's address of the server that this test run has started. */
export function serverUrl(): string {
  const url = process.env.TEST_DATABASE_URL
  if (url === undefined) throw new Error('The test server is started by globalSetup in jest.config.js.')
  return url
}

/** Creates an empty database for a part; call `drop` in `afterAll`, after closing what uses it. */
export async function freshDatabase(part: string): Promise<FreshDatabase> {
  const databases = await freshDatabases([part])
  return databases[part] as FreshDatabase
}

/** Creates one empty database for each of several parts. */
export async function freshDatabases<Part extends string>(
  parts: readonly Part[],
): Promise<Record<Part, FreshDatabase>> {
  const prefix = `test_${randomBytes(5).toString('hex')}`
  const urls = await provision({ adminUrl: serverUrl(), parts, prefix })
  const entries = parts.map((part) => [part, database(`${prefix}_${part}`, urls[part] ?? '')])
  return Object.fromEntries(entries)
}

function database(name: string, url: string): FreshDatabase {
  const adminUrl = Object.assign(new URL(serverUrl()), { pathname: `/${name}` }).href
  return { url, adminUrl, drop: () => drop(name) }
}

async function drop(name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: serverUrl() })
  await admin.connect()
  await admin.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`)
  await admin.query(`drop role if exists ${pg.escapeIdentifier(name)}`)
  await admin.end()
}
