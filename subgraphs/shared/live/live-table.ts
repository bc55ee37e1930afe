/**
 * The table of what those who follow something are told: which things have changed, not how. Migrations run these
 * statements, so a change is a new statement in a new migration, never an edit here.
 */
export const createLiveEvents = [
  `create table live_event (
    transaction_id xid8 not null default pg_current_xact_id(),
    position bigint not null generated always as identity,
    topic text not null,
    ids uuid[] not null,
    learner_ids uuid[],
    happened_at timestamptz not null default clock_timestamp(),
    primary key (transaction_id, position)
  )`,
  'create index live_event_age on live_event using brin (happened_at)',
] as const

export const dropLiveEvents = 'drop table live_event'
