import { Migration } from '@mikro-orm/migrations'
import { createOutbox, dropOutbox } from '../../shared/outbox/outbox-table.js'

/** The read model of activities, the sums that providers hear of, and the outbox that carries them. */
export class Migration20261123010000ActivityFacts extends Migration {
  override up(): void {
    this.addSql(`
      create table activity_fact (
        activity_id text primary key,
        version int not null,
        provider_id text not null,
        provider_name text not null,
        title text not null,
        status text not null,
        activity_format text,
        starts_on date,
        ends_on date,
        quarters int not null,
        registrations jsonb not null,
        is_held boolean not null default false
      )`)
    this.addSql('alter table event_position add column acknowledged text')
    this.addSql(`
      create table activity_credit_count (
        activity_id text not null,
        board_code text not null,
        accepted int not null,
        pending int not null,
        version bigint not null default 1,
        primary key (activity_id, board_code)
      )`)
    this.addSql(`
      create table provider_credit_day (
        provider_id text not null,
        recorded_on date not null,
        accepted int not null,
        version bigint not null default 1,
        primary key (provider_id, recorded_on)
      )`)
    for (const statement of createOutbox) this.addSql(statement)
    this.addSql(`
      insert into activity_credit_count (activity_id, board_code, accepted, pending)
      select activity_id, board_code, count(*) filter (where status = 'ACCEPTED'), count(*) filter (where status = 'PENDING')
      from live_credit where status in ('ACCEPTED', 'PENDING') group by activity_id, board_code`)
    this.addSql(`
      insert into provider_credit_day (provider_id, recorded_on, accepted)
      select provider_id, (recorded_at at time zone 'America/Chicago')::date, count(*)
      from live_credit where status = 'ACCEPTED' group by 1, 2`)
  }

  override down(): void {
    this.addSql(dropOutbox)
    this.addSql('drop table provider_credit_day, activity_credit_count, activity_fact')
    this.addSql('alter table event_position drop column acknowledged')
  }
}
