import type pg from 'pg'
import { tellChangedOf } from '../learner/learner-event.js'
import { changePeople } from './change-people.js'
import { changeRecords, endMissing } from './change-records.js'
import type { FeedScope } from './feed-scope.js'
import { linkPeople } from './link-people.js'
import { recordTables } from './record-table.js'
import { suggestRivals } from './suggest-rivals.js'

/** What is counted; columns of `feed`. */
export const countNames = [
  'learners_added',
  'learners_changed',
  'records_added',
  'records_changed',
  'records_ended',
  'suggestions',
] as const

export type FeedCounts = Record<(typeof countNames)[number], number>

const tellTouched = tellChangedOf('select distinct learner_id from touched')

/** Applies the staged lines behind one and up to another, tells of every change, and moves the mark, all in one transaction. */
export async function applyChunk(
  client: pg.Client,
  feedId: string,
  { kind }: FeedScope,
  lines: { after: number; upTo: number },
): Promise<void> {
  const records = changeRecords(kind)
  await inTransaction(client, async () => {
    const run = (statements: readonly string[]) => runAll(client, statements)
    const [create = '', ...link] = linkPeople(recordTables[kind])
    await client.query(create, [lines.after, lines.upTo])
    await run(link)
    const counts: FeedCounts = {
      learners_added: await run(changePeople.added),
      learners_changed: await run(changePeople.changed),
      records_changed: await run(records.changed),
      records_ended: await run(records.ended),
      records_added: await run(records.added),
      suggestions: await run([suggestRivals]),
    }
    await run([...changePeople.rest, ...records.rest, tellTouched])
    await moveMark(client, feedId, lines, counts)
  })
}

/** Ends records that a full file no longer lists; answers how many. */
export async function endMissingRecords(
  client: pg.Client,
  feedId: string,
  { kind, boards }: FeedScope,
  atMost: number,
): Promise<number> {
  return inTransaction(client, async () => {
    let ended = 0
    for (const statement of endMissing(kind)) {
      const values = statement.includes('$3') ? [feedId, [...boards.keys()], atMost] : []
      ended = (await client.query(statement, values)).rowCount ?? 0
    }
    await client.query(tellTouched)
    await client.query('update feed set records_ended = records_ended + $2 where feed_id = $1', [feedId, ended])
    return ended
  })
}

/** Runs statements one after the other; answers how many rows the last one touched. */
async function runAll(client: pg.Client, statements: readonly string[]): Promise<number> {
  let touched = 0
  for (const statement of statements) touched = (await client.query(statement)).rowCount ?? 0
  return touched
}

async function moveMark(
  client: pg.Client,
  feedId: string,
  { after, upTo }: { after: number; upTo: number },
  counts: FeedCounts,
): Promise<void> {
  const { rowCount } = await client.query(
    `update feed set applied_line = $3, ${countNames.map((name, index) => `${name} = ${name} + $${index + 4}`).join(', ')}
     where feed_id = $1 and applied_line = $2`,
    [feedId, after, upTo, ...countNames.map((name) => counts[name])],
  )
  if (rowCount !== 1) throw new Error('Somebody else applies the same feed.')
}

async function inTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    // A chunk is small and what it is compared with is large: rows are looked up, and a few of them tell the planner enough.
    await client.query('set local random_page_cost = 1; set local default_statistics_target = 10')
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
