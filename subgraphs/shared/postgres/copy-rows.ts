import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type Cell, copyLine } from './copy-text.js'

const chunkLength = 64 * 1024

/** The rows of one table, made while they are written. */
export interface TableRows {
  table: string
  columns: readonly string[]
  rows: () => Iterable<readonly Cell[]>
}

/** Writes the rows of a table in one stream that waits for the server. */
export async function copyRows(
  client: pg.Client,
  { table, columns, rows }: TableRows,
  onProgress: (count: number) => void,
): Promise<void> {
  const names = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  const target = client.query(copyFrom(`copy ${pg.escapeIdentifier(table)} (${names}) from stdin`))
  await pipeline(Readable.from(chunksOf(rows(), onProgress), { highWaterMark: 4 }), target)
}

function* chunksOf(rows: Iterable<readonly Cell[]>, onProgress: (count: number) => void): Generator<string> {
  let [chunk, count] = ['', 0]
  for (const row of rows) {
    chunk += copyLine(row)
    count += 1
    if (chunk.length < chunkLength) continue
    yield chunk
    chunk = ''
    onProgress(count)
  }
  if (chunk) yield chunk
}
