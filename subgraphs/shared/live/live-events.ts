import type { EntityManager } from '@mikro-orm/postgresql'
import type { Log } from '../log.js'
import { pause } from '../pause.js'
import { executeBound } from '../postgres/bound.js'
import { parseLiveCursor } from './live-cursor.js'

/** How long events are kept for those who come back. */
export const keptHours = 24
const forgottenAtOnce = 10_000
const hourMs = 3_600_000

/** That things have changed: one event, however many they are. */
export interface NewLiveEvent {
  topic: string
  ids: readonly string[]
  /** For each id the learner whom it is about. */
  learnerIds: readonly string[]
}

/** Writes an event in the caller’s transaction: it is told if, and only if, what it tells of is committed. */
export async function appendLiveEvent(em: EntityManager, { topic, ids, learnerIds }: NewLiveEvent): Promise<void> {
  if (!em.isInTransaction()) throw new Error('Events are appended in the transaction that makes them true.')
  if (!ids.length) return
  await executeBound(em, 'insert into live_event (topic, ids, learner_ids) values ($1, $2::uuid[], $3::uuid[])', [
    topic,
    ids,
    learnerIds,
  ])
}

interface EndRow {
  end: string
  found: number
}

/**
 * How far the next events behind a cursor reach, `first` at most, and how many they are. An event is told once every
 * transaction that began before its own has ended, so that none is ever behind a cursor that was already handed out.
 */
export async function endOfNext(em: EntityManager, after: string, first: number): Promise<EndRow | undefined> {
  const { transactionId, position, item } = parseLiveCursor(after)
  const [row] = await executeBound<EndRow>(em, endSql, [
    transactionId,
    // An event of which some items were told is looked at once more.
    item === undefined ? position : String(BigInt(position) - 1n),
    first,
  ])
  return row
}

const endSql = `
  with next as (
    select transaction_id, position from live_event
    where transaction_id < pg_snapshot_xmin(pg_current_snapshot())
      and (transaction_id, position) > ($1::xid8, $2::bigint)
    order by transaction_id, position limit $3
  )
  select transaction_id || ':' || position as end, count(*) over ()::int as found
  from next order by next.transaction_id desc, next.position desc limit 1`

/** Forgets events that nobody can come back to any more, some at a time; answers how many. */
export async function forgetLiveEvents(em: EntityManager): Promise<number> {
  const gone = await executeBound(
    em,
    `delete from live_event where (transaction_id, position) in (
       select transaction_id, position from live_event
       where happened_at < now() - make_interval(hours => $1) order by transaction_id, position limit $2
     ) returning position`,
    [keptHours, forgottenAtOnce],
  )
  return gone.length
}

/** Does so every hour until the signal. */
export async function keepForgettingLiveEvents(em: EntityManager, log: Log, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const gone = await forgetLiveEvents(em.fork()).catch((error: unknown) => {
      log.warn({ err: error }, 'old events could not be forgotten; trying again in an hour')
      return 0
    })
    if (gone < forgottenAtOnce) await pause(hourMs, signal)
  }
}
