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

/** What writes an event whenever one of these columns of a table of files has changed, for as long as there is the table. */
export const tellMovesOf = (table: string, columns: readonly string[]): readonly string[] => [
  `create function tell_${table}_move() returns trigger language plpgsql as $$
   begin
     insert into live_event (topic, ids) values ('FILE', array[new.batch_id]);
     return null;
   end $$`,
  `create trigger ${table}_move after update on ${table}
   for each row when ((${columns.map((column) => `old.${column}`)}) is distinct from (${columns.map((column) => `new.${column}`)}))
   execute function tell_${table}_move()`,
]

/** Takes back what `tellMovesOf` has made. */
export const dropMovesOf = (table: string): readonly string[] => [
  `drop trigger ${table}_move on ${table}`,
  `drop function tell_${table}_move`,
]

export const dropLiveEvents = 'drop table live_event'
