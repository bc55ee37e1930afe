/**
 * The table of events of one part, with the columns that the Debezium outbox router expects. Migrations run these
 * statements, so a change is a new statement in a new migration, never an edit here.
 */
export const createOutbox = [
  `create table outbox_event (
    id uuid primary key,
    aggregatetype text not null,
    aggregateid text not null,
    type text not null,
    payload jsonb not null,
    timestamp timestamptz not null default clock_timestamp(),
    position bigint not null generated always as identity,
    transaction_id xid8 not null default pg_current_xact_id()
  )`,
  'create index outbox_event_order on outbox_event (transaction_id, position)',
] as const

export const dropOutbox = 'drop table outbox_event'
