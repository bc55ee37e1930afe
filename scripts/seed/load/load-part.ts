import type pg from 'pg'
import type { World } from '../world.js'
import { type SeedMark, writeMark } from './marker.js'
import type { PartSeed } from './part-seed.js'
import { setIndexesAside } from './set-aside.js'
import { copyRows } from './table.js'

const progressEveryMs = 2_000

/** One sentence at a time about how far the seed is. */
export type Say = (line: string) => void

/** Fills the empty database of one part, in one transaction: an interruption leaves it empty. */
export async function loadPart(
  client: pg.Client,
  seed: PartSeed,
  world: World,
  mark: SeedMark,
  say: Say,
): Promise<void> {
  await client.query('begin')
  await client.query(`set local lock_timeout = '10s'`)
  await client.query(`set local maintenance_work_mem = '256MB'`)
  const indexes = await setIndexesAside(client)
  for (const table of seed.tables(world)) {
    const count = await copyRows(client, table, everySoOften(table.table, say))
    say(`${table.table}: ${count.toLocaleString('en-US')} rows`)
  }
  for (const [place, statement] of indexes.entries()) {
    if (place % 4 === 0) say(`${seed.part}: indexes, ${place + 1} of ${indexes.length}`)
    await client.query(statement)
  }
  for (const statement of seed.after ?? []) await client.query(statement)
  await writeMark(client, seed.markTable, mark)
  await client.query('analyze')
  await client.query('commit')
}

function everySoOften(table: string, say: Say): (count: number) => void {
  let last = performance.now()
  return (count) => {
    if (performance.now() - last < progressEveryMs) return
    last = performance.now()
    say(`${table}: ${count.toLocaleString('en-US')} rows so far`)
  }
}
