import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { runningServerUrl } from '../../../subgraphs/shared/postgres/embedded/server.js'
import { inSession } from '../../seed/load/session.js'
import type { Preparation } from '../../supervisor/preparations.js'

const copyName = 'creditgraph_credits_raw'

/** Copies the seeded credits database, before anybody is connected to it. */
export const copyCredits: Preparation = {
  title: 'Copying the credits database for the raw insert',
  run: async ({ settings, databases }) => {
    // What would come by itself in the first minutes, and in the middle of a measurement.
    for (const url of [databases.learners, databases.credits]) {
      await inSession(url, (client) => client.query('vacuum analyze'))
    }
    const original = pg.escapeIdentifier(new URL(databases.credits).pathname.slice(1))
    const copy = pg.escapeIdentifier(copyName)
    await inSession(await runningServerUrl(join(settings.dataDir, 'postgres')), (admin) =>
      admin.query(`create database ${copy} template ${original} strategy file_copy`),
    )
  },
}

const ofBatch = 'select completion_id from completion where batch_id = $batch'

/** The tables in which the path leaves rows of a batch, and which of their rows those are. */
const tables: readonly (readonly [table: string, where: string])[] = [
  ['batch_row', 'batch_id = $batch'],
  ['completion', 'batch_id = $batch'],
  ['credit_part', `completion_id in (${ofBatch})`],
  [
    'part_decision',
    `(learner_id, part_id) in (select learner_id, part_id from credit_part where completion_id in (${ofBatch}))`,
  ],
  ['live_credit', `completion_id in (${ofBatch})`],
]

/**
 * Writes the very rows that the path has written for a batch into the copy: the same tables with the same keys, indexes,
 * checks, triggers and earlier rows, on the same server. Answers the seconds from the first COPY until the commit is
 * answered; in between, table by table, COPY into a temporary table and INSERT … SELECT from there.
 */
export async function insertRaw(creditsUrl: string, batchId: string, folder: string): Promise<number> {
  await inSession(creditsUrl, async (client) => {
    const id = pg.escapeLiteral(batchId)
    await copyOut(client, 'batch', `batch_id = ${id}`, folder)
    for (const [table, where] of tables) await copyOut(client, table, where.replace('$batch', id), folder)
  })
  const copyUrl = Object.assign(new URL(creditsUrl), { pathname: `/${copyName}` }).href
  return inSession(copyUrl, async (client) => {
    await copyIn(client, 'batch', join(folder, 'batch'))
    for (const [table] of tables) await client.query(`create temporary table given_${table} (like ${table})`)
    const started = performance.now()
    await client.query('begin')
    for (const [table] of tables) {
      await copyIn(client, `given_${table}`, join(folder, table))
      await client.query(`insert into ${table} select * from given_${table}`)
    }
    await client.query('commit')
    return (performance.now() - started) / 1000
  })
}

/** Settings with which a commit would be less than on disk, in sentences. */
export function notDurable(url: string): Promise<string[]> {
  return inSession(url, async (client) => {
    const { rows } = await client.query<{ name: string; setting: string }>(
      `select name, setting from pg_settings
       where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting <> 'on'`,
    )
    return rows.map(({ name, setting }) => `Postgres runs with ${name} = ${setting}.`)
  })
}

async function copyOut(client: pg.Client, table: string, where: string, folder: string): Promise<void> {
  const rows = client.query(copyTo(`copy (select * from ${table} where ${where}) to stdout`))
  await pipeline(rows, createWriteStream(join(folder, table)))
}

async function copyIn(client: pg.Client, table: string, file: string): Promise<void> {
  await pipeline(createReadStream(file), client.query(copyFrom(`copy ${table} from stdin`)))
}
