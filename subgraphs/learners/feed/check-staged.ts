import type pg from 'pg'
import { type FeedError, type FeedKind, feedLimits } from './feed-layout.js'
import type { FeedScope } from './feed-scope.js'
import { recordTables } from './record-table.js'

/** A full file that would end more of what is in force than this is taken for a truncated one. */
const endedAtMost = { share: 0.05, always: 10 }

/** What only the file as a whole, beside what is on file, shows to be wrong. */
export async function checkStaged(
  client: pg.Client,
  { kind: recordKind, boards }: FeedScope,
  kind: FeedKind,
  allowEnding: boolean,
): Promise<FeedError[]> {
  const { table, sameNumber, sameType } = recordTables[recordKind]
  const twice = await client.query<{ line: number; first: number }>(
    `select max(line) as line, min(line) as first from feed_row group by board_code, number_key, case when $2 then degree end having count(*) > 1
     order by 1 limit $1`,
    [feedLimits.listedErrors, recordKind === 'LICENSING'],
  )
  const ended = await client.query<{ line: number; found: number }>(
    `select * from (
       select line, (
         select count(*)::int from ${table} found join learner holder using (learner_id)
         where ${sameNumber} and ${sameType}
       ) as found
       from feed_row r where action = 'END'
     ) ended
     where found <> 1 order by line limit $1`,
    [feedLimits.listedErrors],
  )
  const errors: FeedError[] = [
    ...twice.rows.map(({ line, first }) => ({
      line,
      column: 'number' as const,
      message: `stands in line ${first} too`,
    })),
    ...ended.rows.map(({ line, found }) => ({
      line,
      column: found ? ('degree' as const) : ('number' as const),
      message: found ? 'is needed, since two records have this number' : 'is not on file, so it cannot end',
    })),
  ]
  if (kind === 'DELTA' || allowEnding || errors.length) return errors
  const { rows } = await client.query<{ active: number; missing: number }>(
    `with active as (
       select found.* from ${table} found where found.board_code = any($1) and found.status = 'ACTIVE'
     )
     select (select count(*)::int from active) as active, (
       select count(*)::int from active found join learner holder using (learner_id)
       where not exists (
         select from feed_row r where ${sameNumber} and ${sameType}
       )
     ) as missing`,
    [[...boards.keys()]],
  )
  const { active = 0, missing = 0 } = rows[0] ?? {}
  if (missing <= Math.max(endedAtMost.always, active * endedAtMost.share)) return []
  return [
    {
      line: 0,
      column: null,
      message: `The file lacks ${missing} of ${active} records in force and would end them. If that is right, allow it with --allow-ending.`,
    },
  ]
}
