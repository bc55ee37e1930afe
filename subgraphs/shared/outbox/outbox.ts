import type { EntityManager } from '@mikro-orm/postgresql'
import { cursorInvalid } from '../errors.js'
import { executeBound } from '../postgres/bound.js'

/** Something that happened to one thing, as others are to hear of it. */
export interface NewEvent {
  eventId: string
  /** The kind of thing, for example `license`; Debezium routes by it. */
  aggregateType: string
  aggregateId: string
  type: string
  payload: object
}

export interface OutboxEvent extends NewEvent {
  /** Pass it as `after` to go on behind this event. */
  cursor: string
  happenedAt: Date
}

/** Writes events in the caller's transaction: they are told if, and only if, what they tell of is committed. */
export async function appendEvents(em: EntityManager, events: readonly NewEvent[]): Promise<void> {
  if (!em.isInTransaction()) throw new Error('Events are appended in the transaction that makes them true.')
  await executeBound(em, appendSql, [JSON.stringify(events)])
}

/**
 * The next events after a cursor, in the order of their transactions. An event is told once every transaction that
 * began before its own has ended, so that one which commits late is never behind a cursor that was already handed out.
 * A long transaction anywhere on the server therefore delays events; it never loses one.
 */
export async function readEvents(
  em: EntityManager,
  after: string | null,
  first: number,
  only: OnlyEvents = {},
): Promise<OutboxEvent[]> {
  const { transactionId, position } = parseCursor(after ?? '0:0')
  const { aggregateType, aggregateId } = only
  const conditions = [
    ...(aggregateType === undefined ? [] : ['and aggregatetype = ?']),
    ...(aggregateId === undefined ? [] : ['and aggregateid = ?']),
  ]
  const values = [transactionId, position, aggregateType, aggregateId, first].filter((value) => value !== undefined)
  const rows: unknown = await em.execute(readSql(conditions.join(' ')), values)
  return rows as OutboxEvent[]
}

/** Which events are read, where it is not all of them. */
export interface OnlyEvents {
  aggregateType?: string
  aggregateId?: string
}

/**
 * A cursor behind everything that is surely visible now. Who takes it first, then reads the tables, and then goes on
 * with the events misses nothing; what was committed in between is told once more.
 */
export async function currentCursor(em: EntityManager): Promise<string> {
  const { cursor } = await em.execute<{ cursor: string }>(cursorSql, [], 'get')
  return cursor
}

function parseCursor(cursor: string) {
  const [, transactionId, position] = /^(\d{1,19}):(\d{1,18})$/.exec(cursor) ?? []
  if (!transactionId || !position) throw cursorInvalid('That cursor is not one of ours. Start again without `after`.')
  return { transactionId, position }
}

/**
 * The statement that appends an event for each row of a query with the columns "aggregateType", "aggregateId", type and
 * payload, for changes that are made by the thousand. It runs in the transaction that makes them.
 */
export const appendEventsOf = (query: string): string => `
  insert into outbox_event (id, aggregatetype, aggregateid, type, payload)
  select uuidv7(), "aggregateType", "aggregateId", type, payload from (${query}) as event`

const appendSql = `
  insert into outbox_event (id, aggregatetype, aggregateid, type, payload)
  select "eventId", "aggregateType", "aggregateId", type, payload
  from jsonb_to_recordset($1::jsonb)
    as event ("eventId" uuid, "aggregateType" text, "aggregateId" text, type text, payload jsonb)`

const readSql = (only: string) => `
  select id as "eventId", aggregatetype as "aggregateType", aggregateid as "aggregateId", type, payload,
    timestamp as "happenedAt", transaction_id || ':' || position as cursor
  from outbox_event
  where transaction_id < pg_snapshot_xmin(pg_current_snapshot())
    and (transaction_id, position) > (?::xid8, ?::bigint) ${only}
  order by transaction_id, position
  limit ?`

const cursorSql = `select pg_snapshot_xmin(pg_current_snapshot()) || ':0' as cursor`
