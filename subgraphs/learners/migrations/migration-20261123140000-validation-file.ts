import { Migration } from '@mikro-orm/migrations'

/** Validation files: what was sent, and the answer to each row. */
export class Migration20261123140000ValidationFile extends Migration {
  override up(): void {
    this.addSql(`
      create table validation_batch (
        batch_id uuid primary key,
        provider_id text not null,
        file_name text,
        sha256 text,
        byte_size int,
        state text not null check (state in
          ('RECEIVING', 'STORED', 'READING', 'APPLYING', 'DONE', 'REFUSED', 'CANCELLED')),
        forced boolean not null default false,
        format text check (format in ('XLSX', 'CSV', 'TAB')),
        shape jsonb,
        refusal jsonb,
        duplicate_of uuid references validation_batch on delete set null,
        file_warnings jsonb not null default '[]',
        total_rows int,
        applied_rows int not null default 0,
        last_row_number int not null default 0,
        valid int not null default 0,
        warned int not null default 0,
        problems int not null default 0,
        unreadable int not null default 0,
        license_matched int not null default 0,
        license_ambiguous int not null default 0,
        license_mismatch int not null default 0,
        license_not_found int not null default 0,
        board_matched int not null default 0,
        board_ambiguous int not null default 0,
        board_mismatch int not null default 0,
        board_not_found int not null default 0,
        submitted_by text not null,
        submitted_by_name text not null,
        created_at timestamptz not null default now(),
        started_at timestamptz,
        finished_at timestamptz
      )`)
    this.addSql(`
      create unique index validation_batch_same_file on validation_batch (provider_id, sha256)
      where state in ('STORED', 'READING', 'APPLYING', 'DONE') and not forced`)
    this.addSql('create index validation_batch_provider on validation_batch (provider_id, created_at desc, batch_id)')
    this.addSql(`
      create index validation_batch_unfinished on validation_batch (state)
      where state in ('RECEIVING', 'STORED', 'READING', 'APPLYING')`)
    this.addSql('create index validation_batch_finished on validation_batch (finished_at)')
    // A row is only ever written by a statement beside the one that moves the mark of its batch: checking once more for
    // each row that there is such a batch would be a look-up for each of a million.
    this.addSql(`
      create table validation_batch_row (
        batch_id uuid not null,
        row_number int not null,
        line int,
        first_name text,
        middle_name text,
        last_name text,
        suffix text,
        date_of_birth text,
        licensing_state text,
        license_id_or_npi text,
        certifying_board text,
        certifying_board_id text,
        is_valid boolean not null,
        license_decision text,
        license_details text[],
        board_decision text,
        board_details text[],
        primary key (batch_id, row_number)
      )`)
    this.addSql(`
      create index validation_batch_row_problem on validation_batch_row (batch_id, row_number) where not is_valid`)
  }

  override down(): void {
    this.addSql('drop table validation_batch_row, validation_batch')
  }
}
