import { Migration } from '@mikro-orm/migrations'

const parts = `('LICENSE', 'DIPLOMATE')`

/** Questions of providers that people answer, and the answers, which matching follows from then on. */
export class Migration20261123150000Review extends Migration {
  override up(): void {
    this.cases()
    this.rows()
    this.facts()
    this.searches()
  }

  private cases() {
    this.addSql(`
      create table review_case (
        case_id uuid primary key,
        provider_id text not null,
        fingerprint bytea not null,
        part text not null check (part in ${parts}),
        claim jsonb not null,
        kind text not null check (kind in ('AMBIGUOUS', 'NEAR_MISS', 'NOT_FOUND', 'WITHHELD')),
        state text not null check (state in ('OPEN', 'PROPOSED', 'DECIDED', 'WITHDRAWN')),
        decision_id uuid not null,
        probability double precision not null check (probability between 0 and 1),
        row_count int not null default 0 check (row_count >= 0),
        quarters int not null default 0 check (quarters >= 0),
        harm int not null generated always as (least(round(probability * quarters * 250), 2000000000)) stored,
        learner_id uuid references learner,
        is_nobody boolean not null default false,
        opened_at timestamptz not null,
        changed_at timestamptz not null,
        effective_at timestamptz,
        unique (provider_id, fingerprint, part),
        check (not (is_nobody and learner_id is not null)),
        check ((state in ('PROPOSED', 'DECIDED')) = (is_nobody or learner_id is not null)),
        check ((state = 'DECIDED') = (effective_at is not null))
      )`)
    this.addSql('create index review_case_harm on review_case (state, harm desc, case_id desc)')
    this.addSql('create index review_case_changed on review_case (state, changed_at desc, case_id desc)')
    this.addSql('create index review_case_decision on review_case (decision_id)')
    this.addSql(`
      create table review_step (
        case_id uuid not null references review_case,
        sequence smallint not null,
        step text not null check (step in ('OPENED', 'PROPOSED', 'DECIDED', 'CONFIRMED', 'UNDONE', 'WITHDRAWN')),
        learner_id uuid references learner,
        is_nobody boolean not null default false,
        note text,
        taken_by text not null,
        taken_at timestamptz not null,
        primary key (case_id, sequence)
      )`)
  }

  /** What credits has told of its rows, and which of them wait for which case. */
  private rows() {
    this.addSql(`
      create table review_request (
        batch_id uuid not null,
        row_number int not null,
        provider_id text not null,
        revision int not null,
        is_open boolean not null,
        primary key (batch_id, row_number)
      )`)
    this.addSql(`
      create table review_row (
        batch_id uuid not null,
        row_number int not null,
        part text not null check (part in ${parts}),
        case_id uuid not null references review_case,
        quarters int not null check (quarters >= 0),
        asked_at timestamptz not null,
        primary key (batch_id, row_number, part),
        foreign key (batch_id, row_number) references review_request
      )`)
    this.addSql('create index review_row_case on review_row (case_id, asked_at)')
  }

  /** What was decided, as matching asks for it, and the decisions of matching that followed it. */
  private facts() {
    this.addSql(`
      create table review_fact (
        provider_id text not null,
        fingerprint bytea not null,
        part text not null check (part in ${parts}),
        case_id uuid not null unique references review_case,
        learner_id uuid references learner,
        refused_ids uuid[] not null default '{}',
        effective_at timestamptz not null,
        primary key (provider_id, fingerprint, part)
      )`)
    this.addSql(`
      create table reviewed_decision (
        decision_id uuid primary key,
        case_id uuid not null references review_case
      )`)
  }

  /** How far the search for duplicates has come. */
  private searches() {
    this.addSql(`
      create table duplicate_search (
        search_id uuid primary key,
        model_version text not null,
        learner_id uuid not null,
        other_id uuid not null,
        pairs bigint not null default 0,
        suggested int not null default 0,
        started_at timestamptz not null default clock_timestamp(),
        finished_at timestamptz
      )`)
    this.addSql(
      'create unique index duplicate_search_unfinished on duplicate_search ((true)) where finished_at is null',
    )
  }

  override down(): void {
    this.addSql('drop table duplicate_search, reviewed_decision, review_fact, review_row, review_request')
    this.addSql('drop table review_step, review_case')
  }
}
