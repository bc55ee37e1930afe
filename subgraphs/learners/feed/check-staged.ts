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
  const { table, key } = recordTables[recordKind]
  const twice = await client.query<{ line: number; first: number }>(
    `select max(line) as line, min(line) as first from feed_row group by board_code, number_key having count(*) > 1
     order by 1 limit $1`,
    [feedLimits.listedErrors],
  )
  const unknown = await client.query<{ line: number }>(
    `select line from feed_row r
     where action = 'END'
       and not exists (select from ${table} found where found.board_code = r.board_code and found.${key} = r.number_key)
     order by 1 limit $1`,
    [feedLimits.listedErrors],
  )
  const errors: FeedError[] = [
    ...twice.rows.map(({ line, first }) => ({
      line,
      column: 'number' as const,
      message: `stands in line ${first} too`,
    })),
    ...unknown.rows.map(({ line }) => ({
      line,
      column: 'number' as const,
      message: 'is not on file, so it cannot end',
    })),
  ]
  if (kind === 'DELTA' || allowEnding || errors.length) return errors
  const { rows } = await client.query<{ active: number; missing: number }>(
    `select count(*)::int as active, (count(*) filter (where r.line is null))::int as missing
     from ${table} record
     left join feed_row r on r.board_code = record.board_code and r.number_key = record.${key}
     where record.board_code = any($1) and record.status = 'ACTIVE'`,
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
