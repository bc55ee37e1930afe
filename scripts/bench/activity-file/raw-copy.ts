import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { runningServerUrl } from '../../../subgraphs/shared/postgres/embedded/server.js'
import { inSession } from '../../seed/load/session.js'
import type { Preparation } from '../../supervisor/preparations.js'

const copyName = 'creditgraph_providers_raw'

/** Copies the seeded providers database, before anybody is connected to it. */
export const copyProviders: Preparation = {
  title: 'Copying the providers database for the raw COPY',
  run: async ({ settings, databases }) => {
    await inSession(databases.providers, (client) => client.query('vacuum analyze'))
    const original = pg.escapeIdentifier(new URL(databases.providers).pathname.slice(1))
    const copy = pg.escapeIdentifier(copyName)
    await inSession(await runningServerUrl(join(settings.dataDir, 'postgres')), (admin) =>
      admin.query(`create database ${copy} template ${original} strategy file_copy`),
    )
  },
}

const ofBatch = 'select activity_id from activity_batch_row where batch_id = $batch'

/** The tables in which a file of activities leaves rows, and which of their rows those are. */
const tables: readonly (readonly [table: string, where: string])[] = [
  ['activity', `activity_id in (${ofBatch})`],
  ['moc_registration', `activity_id in (${ofBatch})`],
  ['activity_change', `activity_id in (${ofBatch})`],
  ['outbox_event', `aggregatetype = 'activity' and aggregateid in (${ofBatch})`],
  ['activity_batch_row', 'batch_id = $batch'],
]

/**
 * Copies the very rows that a file has left into the copy: the same tables with the same keys, indexes, checks, triggers
 * and earlier rows, on the same server. Answers the seconds from the first COPY until the commit is answered.
 */
export async function copyRaw(providersUrl: string, batchId: string, folder: string): Promise<number> {
  const columns = await inSession(providersUrl, async (client) => {
    const id = pg.escapeLiteral(batchId)
    const found = new Map<string, string>()
    for (const [table, where] of [['activity_batch', 'batch_id = $batch'] as const, ...tables]) {
      const names = await storedColumns(client, table)
      found.set(table, names)
      const rows = copyTo(`copy (select ${names} from ${table} where ${where.replaceAll('$batch', id)}) to stdout`)
      await pipeline(client.query(rows), createWriteStream(join(folder, table)))
    }
    return found
  })
  const copyUrl = Object.assign(new URL(providersUrl), { pathname: `/${copyName}` }).href
  return inSession(copyUrl, async (client) => {
    const copyIn = (table: string) =>
      pipeline(
        createReadStream(join(folder, table)),
        client.query(copyFrom(`copy ${table} (${columns.get(table)}) from stdin`)),
      )
    await copyIn('activity_batch')
    const started = performance.now()
    await client.query('begin')
    for (const [table] of tables) await copyIn(table)
    await client.query('commit')
    return (performance.now() - started) / 1000
  })
}

/** The columns of a table that are given and not computed. */
async function storedColumns(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  )
  return rows.map(({ name }) => pg.escapeIdentifier(name)).join(', ')
}
