import { Migration } from '@mikro-orm/migrations'

/** What credits tells of accepted and pending credit, up to where it has told, and what is held until it has. */
export class Migration20261123030000Credit extends Migration {
  override up(): void {
    this.addSql(`
      alter table activity_credit
        add column pending int not null default 0 check (pending >= 0),
        add column version bigint not null default 0`)
    this.addSql(`
      create table provider_credit_day (
        provider_id text not null,
        recorded_on date not null,
        accepted int not null check (accepted >= 0),
        version bigint not null,
        primary key (provider_id, recorded_on)
      )`)
    this.addSql(`
      create table credit_position (
        only_row boolean primary key default true check (only_row),
        position text,
        applied_transaction bigint not null default 0,
        applied_position bigint not null default 0,
        updated_at timestamptz not null default now()
      )`)
    this.addSql(`
      create table activity_hold (
        activity_id text primary key,
        hold_id uuid not null,
        provider_id text not null,
        held_until timestamptz not null
      )`)
  }

  override down(): void {
    this.addSql('drop table activity_hold, credit_position, provider_credit_day')
    this.addSql('alter table activity_credit drop column pending, drop column version')
  }
}
