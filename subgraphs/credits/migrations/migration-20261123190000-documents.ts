import { Migration } from '@mikro-orm/migrations'

/** What documents and REMS columns bring: how a file is read, ids of credit, reports for REMS, and which activities take them. */
export class Migration20261123190000Documents extends Migration {
  override up(): void {
    this.addSql('alter table batch add column layout jsonb')
    this.addSql('alter table batch_row add column line int')
    this.addSql('alter table activity_fact add column is_rems boolean not null default false')
    // The owner is asked for all activities again, since what is known of them says nothing of REMS.
    this.addSql(`delete from event_position where owner = 'providers'`)
    this.addSql(`
      create table credit_identifier (
        provider_id text not null,
        credit_id text not null,
        learner_id uuid not null,
        activity_id text not null,
        completed_on date not null,
        completion_id uuid not null,
        primary key (provider_id, credit_id)
      )`)
    this.addSql(`
      create table rems_report (
        report_id uuid primary key,
        provider_id text not null,
        activity_id text not null,
        completed_on date not null,
        local_identifier text not null,
        profession text not null,
        practice_state text,
        dea_registration text,
        practice_area text,
        surgical_procedures boolean,
        time_in_practice text,
        batch_id uuid,
        row_number int,
        submitted_by text not null,
        recorded_at timestamptz not null default now(),
        withdrawn_at timestamptz,
        withdrawn_by text
      )`)
    this.addSql(`
      create unique index rems_report_natural_key on rems_report (provider_id, activity_id, completed_on, local_identifier)
      where withdrawn_at is null`)
    this.addSql('create index live_credit_activity on live_credit (activity_id, completed_on)')
  }

  override down(): void {
    this.addSql('drop index live_credit_activity')
    this.addSql('drop table rems_report, credit_identifier')
    this.addSql('alter table activity_fact drop column is_rems')
    this.addSql('alter table batch_row drop column line')
    this.addSql('alter table batch drop column layout')
  }
}
