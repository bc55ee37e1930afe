import { Migration } from '@mikro-orm/migrations'

/** Every table that grows with learners is split by learner, and every unique key contains the learner. */
const partitions = 8
const ledger = ['completion', 'credit_part', 'part_decision']

/** The append-only ledger, its projection, the read model of licenses, batches and transcripts. */
export class Migration20261101000000Create extends Migration {
  override up(): void {
    this.ledger()
    this.projection()
    this.readModel()
    this.batches()
    this.transcripts()
  }

  private ledger() {
    this.addSql(`
      create table completion (
        learner_id uuid not null,
        completion_id uuid not null,
        provider_id text not null,
        activity_id text not null,
        completed_on date not null,
        source text not null check (source in ('FORM', 'FILE', 'API', 'CARRIED_OVER')),
        batch_id uuid,
        row_number int,
        supersedes uuid,
        submitted_by text not null,
        recorded_at timestamptz not null default clock_timestamp(),
        primary key (learner_id, completion_id),
        unique (learner_id, supersedes)
      ) partition by hash (learner_id)`)
    this.addSql(`
      create table credit_part (
        learner_id uuid not null,
        part_id uuid not null,
        completion_id uuid not null,
        kind text not null check (kind in ('CME', 'MOC')),
        board_code text not null default '',
        distinction text not null default '',
        quarters int not null check (quarters > 0),
        licensing_state text,
        lines jsonb not null default '[]',
        primary key (learner_id, part_id)
      ) partition by hash (learner_id)`)
    this.addSql(`
      create table part_decision (
        learner_id uuid not null,
        part_id uuid not null,
        sequence smallint not null,
        decision text not null check (decision in ('PENDING', 'ACCEPTED', 'REJECTED', 'VOIDED')),
        reason text,
        decided_by text not null,
        decided_at timestamptz not null default clock_timestamp(),
        primary key (learner_id, part_id, sequence)
      ) partition by hash (learner_id)`)
    for (const table of ledger) this.partition(table)
    this.referTo('credit_part', 'completion', 'learner_id, completion_id')
    this.referTo('part_decision', 'credit_part', 'learner_id, part_id')
    this.addSql('create index completion_completion_id on completion (completion_id)')
    this.addSql('create index completion_batch_row on completion (batch_id, row_number) where batch_id is not null')
    this.addSql('create index credit_part_part_id on credit_part (part_id)')
    this.addSql('create index credit_part_completion on credit_part (learner_id, completion_id)')
    this.addSql(`
      create function refuse_ledger_change() returns trigger language plpgsql as $$
      begin
        raise exception 'The ledger is append-only: % of % is refused.', tg_op, tg_table_name using errcode = 'restrict_violation';
      end $$`)
    for (const table of ledger) {
      this.addSql(`
        create trigger ${table}_is_append_only before update or delete on ${table}
        for each row execute function refuse_ledger_change()`)
      this.addSql(`
        create trigger ${table}_is_never_emptied before truncate on ${table}
        for each statement execute function refuse_ledger_change()`)
    }
  }

  private projection() {
    this.addSql(`
      create table live_credit (
        learner_id uuid not null,
        part_id uuid not null,
        completion_id uuid not null,
        provider_id text not null,
        activity_id text not null,
        completed_on date not null,
        kind text not null,
        board_code text not null default '',
        distinction text not null default '',
        quarters int not null,
        status text not null check (status in ('PENDING', 'ACCEPTED', 'REJECTED')),
        reason text,
        licensing_state text,
        lines jsonb not null default '[]',
        source text not null,
        recorded_at timestamptz not null,
        primary key (learner_id, part_id)
      ) partition by hash (learner_id)`)
    this.partition('live_credit')
    this.addSql(`
      create unique index live_credit_natural_key
      on live_credit (learner_id, activity_id, completed_on, kind, board_code, distinction)
      where status in ('PENDING', 'ACCEPTED')`)
    this.addSql('create index live_credit_completion on live_credit (completion_id)')
    this.addSql('create index live_credit_part on live_credit (part_id)')
    this.addSql('create index live_credit_provider on live_credit (provider_id, recorded_at desc, completion_id desc)')
    this.addSql(
      'create index live_credit_learner_day on live_credit (learner_id, completed_on desc, completion_id desc)',
    )
    this.addSql('create index live_credit_recorded on live_credit (recorded_at desc, completion_id desc)')
    this.addSql('create index live_credit_board on live_credit (board_code, status, recorded_at)')
  }

  private readModel() {
    this.addSql(`
      create table learner_license (
        learner_id uuid not null,
        license_id uuid not null,
        board_code text not null,
        state text not null,
        status text not null,
        effective_from date not null,
        effective_to date,
        primary key (learner_id, license_id)
      )`)
    this.addSql('create index learner_license_board on learner_license (board_code, learner_id)')
    this.addSql(`
      create table event_position (
        owner text primary key,
        position text not null,
        updated_at timestamptz not null default now()
      )`)
  }

  private batches() {
    this.addSql(`
      create table batch (
        batch_id uuid primary key,
        provider_id text not null,
        source text not null check (source in ('FORM', 'FILE', 'API')),
        file_name text,
        sha256 text,
        byte_size int,
        state text not null check (state in
          ('RECEIVING', 'STORED', 'READING', 'APPLYING', 'DONE', 'REFUSED', 'CANCELLED')),
        dry_run boolean not null default false,
        refusal jsonb,
        duplicate_of uuid references batch,
        columns jsonb not null default '[]',
        file_warnings jsonb not null default '[]',
        total_rows int,
        applied_rows int not null default 0,
        last_row_number int not null default 0,
        accepted int not null default 0,
        warned int not null default 0,
        rejected int not null default 0,
        duplicate int not null default 0,
        in_review int not null default 0,
        submitted_by text not null,
        created_at timestamptz not null default now(),
        started_at timestamptz,
        finished_at timestamptz
      )`)
    this.addSql(`
      create unique index batch_same_file on batch (provider_id, sha256)
      where state in ('STORED', 'READING', 'APPLYING', 'DONE') and not dry_run`)
    this.addSql('create index batch_provider on batch (provider_id, created_at desc, batch_id)')
    this.addSql(`create index batch_unfinished on batch (state) where state in ('STORED', 'READING', 'APPLYING')`)
    this.addSql(`
      create table batch_row (
        batch_id uuid not null references batch,
        row_number int not null,
        cells jsonb not null,
        outcome text not null check (outcome in ('ACCEPTED', 'REJECTED', 'DUPLICATE', 'IN_REVIEW')),
        issues jsonb not null default '[]',
        learner_id uuid,
        completion_id uuid,
        primary key (batch_id, row_number)
      )`)
    this.addSql('create index batch_row_outcome on batch_row (batch_id, outcome, row_number)')
  }

  private transcripts() {
    this.addSql(`
      create table transcript (
        transcript_id uuid primary key,
        learner_id uuid not null,
        from_on date not null,
        to_on date not null check (to_on >= from_on),
        published_at timestamptz not null,
        verification_code text not null unique,
        document jsonb not null,
        sha256 text not null
      )`)
    this.addSql('create index transcript_learner on transcript (learner_id, published_at desc, transcript_id)')
  }

  private partition(table: string) {
    for (let remainder = 0; remainder < partitions; remainder += 1) {
      this.addSql(`
        create table ${table}_${remainder} partition of ${table}
        for values with (modulus ${partitions}, remainder ${remainder})`)
    }
  }

  /**
   * Rows of one learner stand in partitions of the same number, so each partition refers to its counterpart: a check
   * against one plain table is far cheaper than one against a partitioned table.
   */
  private referTo(from: string, to: string, key: string) {
    for (let remainder = 0; remainder < partitions; remainder += 1) {
      this.addSql(`alter table ${from}_${remainder} add foreign key (${key}) references ${to}_${remainder} (${key})`)
    }
  }

  override down(): void {
    this.addSql('drop table transcript, batch_row, batch, event_position, learner_license, live_credit')
    this.addSql('drop table part_decision, credit_part, completion')
    this.addSql('drop function refuse_ledger_change')
  }
}
