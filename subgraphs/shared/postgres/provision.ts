import { createHmac } from 'node:crypto'
import pg from 'pg'
import { scramVerifier } from './scram.js'
import { SetupProblem } from './setup-problem.js'

/** What provisioning starts from. */
export interface ProvisionRequest {
  /** An administrator's address: a superuser, or a role that may create databases and roles. */
  adminUrl?: string
  /** The parts that get a database and a login role each. */
  parts: readonly string[]
  /** Addresses that are given from outside; such a part is left alone. */
  given?: Readonly<Record<string, string | undefined>>
  /** What stands before a part's name in the names of its database and role. */
  prefix?: string
}

const OLDEST_RELEASE = 180_000
// Any number will do, as long as everybody who provisions takes the same.
const LOCK = 7_205_441_311

/** Creates what is missing, so that each part has its own database and a role that can enter no other; returns the parts' addresses. */
export async function provision(request: ProvisionRequest): Promise<Record<string, string>> {
  const { adminUrl, parts, given = {}, prefix = 'creditgraph' } = request
  const missing = parts.filter((part) => given[part] === undefined)
  const urls = Object.fromEntries(parts.map((part) => [part, given[part] ?? partUrl(adminUrl, part, prefix)]))
  if (missing.length > 0) {
    await asAdministrator(adminUrl, async (admin) => {
      for (const part of missing) await ensurePart(admin, `${prefix}_${part}`, new URL(urls[part] ?? '').password)
    })
  }
  return urls
}

/** A part's own address on the administrator's server; its password follows from the administrator's. */
export function partUrl(adminUrl: string | undefined, part: string, prefix = 'creditgraph'): string {
  const url = readUrl(adminUrl, part)
  const role = `${prefix}_${part}`
  const secret = decodeURIComponent(url.password)
  url.username = role
  url.password = createHmac('sha256', secret).update(role).digest('hex')
  url.pathname = `/${role}`
  return url.href
}

function readUrl(adminUrl: string | undefined, part: string): URL {
  const url = adminUrl === undefined ? null : URL.parse(adminUrl)
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new SetupProblem('DATABASE_URL has to look like postgres://administrator:password@host:5432/postgres.')
  }
  if (url.password !== '') return url
  throw new SetupProblem(
    "DATABASE_URL has no password, so the parts' own passwords cannot be derived from it. " +
      `Put one in, or give DATABASE_URL_${part.toUpperCase()} and its siblings yourself.`,
  )
}

async function asAdministrator(url: string | undefined, work: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: url, application_name: 'creditgraph provisioning' })
  try {
    await admin.connect()
  } catch (cause) {
    throw new SetupProblem(`The Postgres server in DATABASE_URL does not let us in: ${reasonOf(cause)}.`, { cause })
  }
  try {
    await refuseOldRelease(admin)
    await admin.query('select pg_advisory_lock($1)', [LOCK])
    await work(admin)
  } finally {
    await admin.end()
  }
}

// A host with several addresses that all refuse gives an error without a message of its own.
function reasonOf(cause: unknown): string {
  const { message, code } = cause as { message?: string; code?: string }
  return message || code || String(cause)
}

async function refuseOldRelease(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ number: number; version: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version`,
  )
  const [release] = rows
  if (release && release.number >= OLDEST_RELEASE) return
  throw new SetupProblem(`CreditGraph needs Postgres 18 or later; the server in DATABASE_URL is ${release?.version}.`)
}

async function ensurePart(admin: pg.Client, name: string, password: string): Promise<void> {
  const id = pg.escapeIdentifier(name)
  const { rows } = await admin.query<Facts>(FACTS, [name])
  const facts = rows[0]
  if (facts?.is_privileged) {
    throw new SetupProblem(`The role ${name} may do more than a part should: take its extra attributes away first.`)
  }
  if (!facts?.has_role) await admin.query(`create role ${id} login nosuperuser nocreatedb nocreaterole`)
  await admin.query(`alter role ${id} login password ${pg.escapeLiteral(scramVerifier(password))}`)
  if (!facts?.may_become) await admin.query(`grant ${id} to current_user with inherit false, set true`)
  if (!facts?.has_database) {
    await admin.query(
      `create database ${id} owner ${id} template template0 encoding 'UTF8' locale 'C' locale_provider builtin builtin_locale 'C.UTF-8'`,
    )
  }
  await admin.query(`set role ${id}`)
  await admin.query(`revoke all on database ${id} from public`)
  await admin.query('reset role')
}

interface Facts {
  has_role: boolean
  has_database: boolean
  may_become: boolean
  is_privileged: boolean
}

const FACTS = `
  select r.oid is not null as has_role,
         exists (select from pg_database where datname = $1) as has_database,
         coalesce(pg_has_role(current_user, r.oid, 'SET'), false) as may_become,
         coalesce(r.rolsuper or r.rolcreatedb or r.rolcreaterole or r.rolbypassrls or r.rolreplication, false) as is_privileged
  from (select) as one left join pg_roles r on r.rolname = $1`
