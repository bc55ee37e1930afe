import { Migration } from '@mikro-orm/migrations'

/**
 * Feeds of boards with the history they leave, and merges of duplicates. A merged learner keeps the names and records it
 * was written with, and `survivor_id` leads to whom they count for, so that taking a merge back restores both exactly.
 */
export class Migration20261123100000Registry extends Migration {
  override up(): void {
    this.feeds()
    this.staging()
    this.histories()
    this.merges()
  }

  private feeds() {
    this.addSql(`
      create table feed (
        feed_id uuid primary key,
        scope text not null,
        kind text not null check (kind in ('FULL', 'DELTA')),
        as_of date not null,
        sha256 text not null,
        state text not null check (state in ('READING', 'REFUSED', 'APPLYING', 'APPLIED', 'ABANDONED')),
        total_rows int not null default 0,
        applied_line int not null default 0,
        learners_added int not null default 0,
        learners_changed int not null default 0,
        records_added int not null default 0,
        records_changed int not null default 0,
        records_ended int not null default 0,
        suggestions int not null default 0,
        error_count int not null default 0,
        errors jsonb not null default '[]',
        started_at timestamptz not null default clock_timestamp(),
        finished_at timestamptz
      )`)
    this.addSql('create index feed_scope on feed (scope, started_at desc)')
    this.addSql(`create index feed_unfinished on feed (state) where state in ('READING', 'APPLYING')`)
    // Null stands for what is on file since before the first feed.
    this.addSql(`alter table learner add column valid_from date, add column feed_id uuid references feed`)
    for (const table of ['license_record', 'diplomate_record']) {
      this.addSql(`
        alter table ${table} add column valid_from date, add column feed_id uuid references feed,
          add column reported_hash text`)
    }
  }

  /** Rows of the one file that is being read; lost with the server, and then read again. */
  private staging() {
    this.addSql(`
      create unlogged table feed_row (
        feed_id uuid not null,
        line int primary key,
        action text not null,
        board_code text not null,
        state text,
        number text not null,
        number_key text collate "C" not null,
        status text,
        effective_from date,
        effective_to date,
        npi text,
        given_name text,
        middle_name text,
        family_name text,
        suffix text,
        degree text,
        birth_month smallint,
        birth_day smallint,
        given_key text collate "C",
        middle_key text collate "C",
        family_key text collate "C",
        family_names jsonb,
        license_state text,
        license_key text collate "C",
        reported_hash text
      )`)
  }

  /** What was on file before and is no more: true from \`valid_from\` up to, and not on, \`valid_to\`. */
  private histories() {
    this.addSql(`
      create table learner_history (
        learner_id uuid not null references learner,
        position bigint generated always as identity,
        given_name text not null,
        middle_name text,
        family_name text not null,
        suffix text,
        degree text not null,
        birth_month smallint not null,
        birth_day smallint not null,
        npi text,
        valid_from date,
        valid_to date not null,
        feed_id uuid references feed,
        primary key (learner_id, position)
      )`)
    this.addSql(`
      create table license_history (
        license_id uuid not null,
        position bigint generated always as identity,
        learner_id uuid not null references learner,
        state text not null,
        board_code text not null,
        license_number text not null,
        license_key text collate "C" not null,
        status text not null,
        effective_from date not null,
        effective_to date,
        valid_from date,
        valid_to date not null,
        feed_id uuid references feed,
        primary key (license_id, position)
      )`)
    this.addSql('create index license_history_learner on license_history (learner_id)')
    this.addSql('create index license_history_number on license_history (state, license_key)')
    // What is told last of a day counts: an earlier version holds for the days before those that a later one speaks of.
    this.addSql(`
      create view license_period as
      select license_id, learner_id, state, board_code, license_number, license_key, status, effective_from, effective_to
      from license_record
      union all
      select license_id, learner_id, state, board_code, license_number, license_key, status, effective_from,
        least(effective_to, later.begins - 1)
      from license_history told
      cross join lateral (
        select min(begins) as begins from (
          select effective_from from license_record where license_id = told.license_id
          union all
          select effective_from from license_history where license_id = told.license_id and position > told.position
        ) version (begins)
      ) later
      where effective_from < later.begins and (status = 'ACTIVE' or effective_to is not null)`)
    this.addSql(`
      create table diplomate_history (
        board_code text not null,
        board_id text not null,
        position bigint generated always as identity,
        board_id_key text collate "C" not null,
        learner_id uuid not null references learner,
        status text not null,
        valid_from date,
        valid_to date not null,
        feed_id uuid references feed,
        primary key (board_code, board_id, position)
      )`)
    this.addSql('create index diplomate_history_learner on diplomate_history (learner_id)')
  }

  private merges() {
    this.addSql(`
      alter table learner add column survivor_id uuid references learner,
        add check (survivor_id <> learner_id)`)
    this.addSql('create index learner_survivor on learner (survivor_id) where survivor_id is not null')
    this.addSql(`
      create table merge_proposal (
        proposal_id uuid primary key,
        merged_id uuid not null references learner,
        survivor_id uuid not null references learner check (survivor_id <> merged_id),
        status text not null check (status in ('SUGGESTED', 'PROPOSED', 'APPROVED', 'REJECTED', 'UNMERGED')),
        probability double precision,
        created_at timestamptz not null default clock_timestamp()
      )`)
    this.addSql(`
      create unique index merge_proposal_open on merge_proposal (least(merged_id, survivor_id), greatest(merged_id, survivor_id))
      where status in ('SUGGESTED', 'PROPOSED')`)
    this.addSql(`create unique index merge_proposal_in_force on merge_proposal (merged_id) where status = 'APPROVED'`)
    this.addSql('create index merge_proposal_survivor on merge_proposal (survivor_id)')
    this.addSql('create index merge_proposal_status on merge_proposal (status, proposal_id)')
    this.addSql(`
      create table merge_decision (
        proposal_id uuid not null references merge_proposal,
        sequence smallint not null,
        decision text not null check (decision in ('SUGGESTED', 'PROPOSED', 'APPROVED', 'REJECTED', 'UNMERGED')),
        reason text not null,
        decided_by text not null,
        decided_at timestamptz not null default clock_timestamp(),
        primary key (proposal_id, sequence)
      )`)
    this.addSql(`
      create function refuse_decision_change() returns trigger language plpgsql as $$
      begin
        raise exception 'Decisions on merges are append-only: % is refused.', tg_op using errcode = 'restrict_violation';
      end $$`)
    this.addSql(`
      create trigger merge_decision_is_append_only before update or delete on merge_decision
      for each row execute function refuse_decision_change()`)
    this.addSql(`
      create trigger merge_decision_is_never_emptied before truncate on merge_decision
      for each statement execute function refuse_decision_change()`)
  }

  override down(): void {
    this.addSql('drop table merge_decision, merge_proposal')
    this.addSql('drop function refuse_decision_change')
    this.addSql('drop view license_period')
    this.addSql('drop table diplomate_history, license_history, learner_history, feed_row')
    for (const table of ['license_record', 'diplomate_record']) {
      this.addSql(`alter table ${table} drop column valid_from, drop column feed_id, drop column reported_hash`)
    }
    this.addSql('alter table learner drop column survivor_id, drop column valid_from, drop column feed_id')
    this.addSql('drop table feed')
  }
}
