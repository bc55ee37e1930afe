import type pg from 'pg'
import { copyRows } from '../../../subgraphs/shared/postgres/copy-rows.js'
import type { World } from '../world.js'
import { type SeedMark, writeMark } from './marker.js'
import type { PartSeed } from './part-seed.js'
import { setIndexesAside } from './set-aside.js'

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
  const { part, tables, markTable, after = [] } = seed
  const sayNow = everySoOften((words) => say(`Seeding ${part}: ${words}`))
  const isLarge = mark.completions >= 1_000_000
  await client.query('begin')
  await client.query(`set local lock_timeout = '10s'`)
  await client.query(`set local maintenance_work_mem = '256MB'`)
  // Little is known well enough from a small sample, and the time of a first start is short.
  if (!isLarge) await client.query('set local default_statistics_target = 25')
  const indexes = await setIndexesAside(client)
  for (const table of tables(world)) {
    await copyRows(client, table, (count) => sayNow(`${count.toLocaleString('en-US')} rows of ${table.table}`))
  }
  for (const [place, statement] of indexes.entries()) {
    sayNow(`index ${place + 1} of ${indexes.length}`)
    await client.query(statement)
  }
  for (const statement of after) await client.query(statement)
  await writeMark(client, markTable, mark)
  await client.query('analyze')
  await client.query('commit')
  // Else the first who look at so many rows wait for what PostgreSQL notes about them meanwhile.
  if (isLarge) {
    sayNow('noting which rows everybody sees')
    await client.query('vacuum')
  }
}

/** Passes on the first words, and then one every other second. */
function everySoOften(say: Say): Say {
  let last = Number.NEGATIVE_INFINITY
  return (words) => {
    if (performance.now() - last < progressEveryMs) return
    last = performance.now()
    say(words)
  }
}
