import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { inSession } from '../../seed/load/session.js'

/** Where a file leaves its answers. */
const table = 'validation_batch_row'

/**
 * Writes the very rows that a file has left once more: COPY into a table of the same columns, keys and indexes, on the
 * same server. Answers the seconds from the COPY until the commit is answered.
 */
export async function insertRaw(learnersUrl: string, batchId: string, folder: string): Promise<number> {
  const file = join(folder, table)
  return inSession(learnersUrl, async (client) => {
    const rows = copyTo(`copy (select * from ${table} where batch_id = ${pg.escapeLiteral(batchId)}) to stdout`)
    await pipeline(client.query(rows), createWriteStream(file))
    await client.query(`drop table if exists raw_row`)
    await client.query(`create table raw_row (like ${table} including all)`)
    const started = performance.now()
    await pipeline(createReadStream(file), client.query(copyFrom('copy raw_row from stdin')))
    return (performance.now() - started) / 1000
  })
}
