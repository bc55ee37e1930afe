import type pg from 'pg'
import { countNames, type FeedCounts } from './apply-chunk.js'
import type { FeedError, FeedKind } from './feed-layout.js'

export type FeedState = 'READING' | 'REFUSED' | 'APPLYING' | 'APPLIED' | 'ABANDONED'

/** A file that a board sent, and how far it was brought. */
export interface Feed extends FeedCounts {
  feed_id: string
  scope: string
  kind: FeedKind
  as_of: string
  sha256: string
  state: FeedState
  total_rows: number
  /** Line up to which it is applied. */
  applied_line: number
  error_count: number
  errors: FeedError[]
}

const columns = `feed_id, scope, kind, as_of::text, sha256, state, total_rows, applied_line, error_count, errors, ${countNames.join(', ')}`

/** The feed with this id. */
export async function readFeedLog(client: pg.Client, feedId: string): Promise<Feed> {
  const { rows } = await client.query<Feed>(`select ${columns} from feed where feed_id = $1`, [feedId])
  if (!rows[0]) throw new Error(`There is no feed ${feedId}.`)
  return rows[0]
}

/** Notes that a file is about to be read. */
export async function openFeed(
  client: pg.Client,
  { scope, kind, asOf, sha256 }: { scope: string; kind: FeedKind; asOf: string; sha256: string },
): Promise<Feed> {
  const { rows } = await client.query<{ feed_id: string }>(
    `insert into feed (feed_id, scope, kind, as_of, sha256, state) values (uuidv7(), $1, $2, $3, $4, 'READING')
     returning feed_id`,
    [scope, kind, asOf, sha256],
  )
  return readFeedLog(client, rows[0]?.feed_id ?? '')
}

/** Moves a feed on. */
export async function moveFeed(client: pg.Client, feedId: string, state: FeedState, totalRows?: number): Promise<void> {
  await client.query(
    `update feed set state = $2, total_rows = coalesce($3, total_rows),
       finished_at = case when $2 in ('READING', 'APPLYING') then null else clock_timestamp() end
     where feed_id = $1`,
    [feedId, state, totalRows ?? null],
  )
}

/** Notes why a file was refused; nothing of it was applied. */
export async function refuseFeed(
  client: pg.Client,
  feedId: string,
  errors: readonly FeedError[],
  errorCount: number,
): Promise<void> {
  await client.query('update feed set errors = $2, error_count = $3 where feed_id = $1', [
    feedId,
    JSON.stringify(errors),
    errorCount,
  ])
  await moveFeed(client, feedId, 'REFUSED')
}

/** The feed that somebody began to apply and did not finish. */
export async function unfinishedFeed(client: pg.Client): Promise<Feed | undefined> {
  await client.query(`update feed set state = 'ABANDONED', finished_at = clock_timestamp() where state = 'READING'`)
  const { rows } = await client.query<Feed>(`select ${columns} from feed where state = 'APPLYING'`)
  return rows[0]
}

/** The latest day for which something of these scopes was applied, or null. */
export async function appliedAsOf(client: pg.Client, scopes: readonly string[]): Promise<string | null> {
  const { rows } = await client.query<{ as_of: string | null }>(
    `select max(as_of)::text as as_of from feed where state = 'APPLIED' and scope = any($1)`,
    [scopes],
  )
  return rows[0]?.as_of ?? null
}
