import { Migration } from '@mikro-orm/migrations'

/** Requests of physicians for credit that is not on their record, and what has happened to each, which only grows. */
export class Migration20261123220000MissingCredit extends Migration {
  override up(): void {
    this.addSql(`
      create table credit_request (
        request_id uuid primary key,
        learner_id uuid not null,
        provider_id text not null,
        activity_id text,
        described text,
        completed_on date not null,
        quarters int not null check (quarters > 0),
        given_name text not null,
        family_name text not null,
        licensing_state text not null,
        license_number text not null,
        state text not null
          check (state in ('REQUESTED', 'REMINDED', 'ESCALATED', 'CONFIRMED', 'REJECTED', 'WITHDRAWN')),
        times_asked int not null default 1,
        asked_on date not null,
        clock_steps int not null default 0,
        next_step_on date,
        reason text,
        words text,
        completion_id uuid,
        certificate_type text,
        certificate_bytes int,
        asked_at timestamptz not null,
        ended_at timestamptz,
        check (num_nonnulls(activity_id, described) > 0),
        check ((state in ('CONFIRMED', 'REJECTED', 'WITHDRAWN')) = (ended_at is not null)),
        check (ended_at is null or next_step_on is null),
        check ((state = 'REJECTED') = (reason is not null)),
        check ((state = 'CONFIRMED') = (completion_id is not null)),
        check ((certificate_type is null) = (certificate_bytes is null))
      )`)
    this.addSql('create index credit_request_learner on credit_request (learner_id, asked_at desc, request_id desc)')
    this.addSql('create index credit_request_provider on credit_request (provider_id, asked_at, request_id)')
    this.addSql(
      `create index credit_request_overdue on credit_request (asked_at, request_id) where state = 'ESCALATED'`,
    )
    this.addSql('create index credit_request_due on credit_request (next_step_on) where next_step_on is not null')
    this.addSql(`
      create index credit_request_certificate on credit_request (ended_at)
      where certificate_type is not null and ended_at is not null`)
    this.addSql(`
      create table credit_request_step (
        request_id uuid not null references credit_request,
        sequence int not null,
        kind text not null,
        by_account text,
        by_name text,
        words text,
        at timestamptz not null,
        primary key (request_id, sequence)
      )`)
    this.addSql(`
      create trigger credit_request_step_is_append_only before update or delete on credit_request_step
      for each row execute function refuse_ledger_change()`)
    this.addSql(`
      create trigger credit_request_step_is_never_emptied before truncate on credit_request_step
      for each statement execute function refuse_ledger_change()`)
    this.addSql(`
      create index activity_fact_words on activity_fact
      using gin (to_tsvector('simple', title || ' ' || provider_name))`)
  }

  override down(): void {
    this.addSql('drop index activity_fact_words')
    this.addSql('drop table credit_request_step, credit_request')
  }
}
