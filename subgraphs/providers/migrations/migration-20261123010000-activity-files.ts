import { Migration } from '@mikro-orm/migrations'

/** Files of activities: what was sent, what became of each row, and what providers call their columns. */
export class Migration20261123010000ActivityFiles extends Migration {
  override up(): void {
    this.addSql(`
      create table activity_batch (
        batch_id uuid primary key,
        provider_id text not null references provider_organization,
        file_name text,
        sha256 text,
        byte_size int,
        state text not null check (state in
          ('RECEIVING', 'STORED', 'READING', 'APPLYING', 'DONE', 'REFUSED', 'CANCELLED')),
        dry_run boolean not null default false,
        forced boolean not null default false,
        review boolean not null default false,
        confirmed_at timestamptz,
        moc_attested boolean not null default false,
        mips_attested boolean not null default false,
        format text check (format in ('XLSX', 'CSV', 'TAB', 'XML', 'JSON')),
        shape jsonb,
        refusal jsonb,
        duplicate_of uuid references activity_batch,
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
        submitted_by_name text not null,
        created_at timestamptz not null default now(),
        started_at timestamptz,
        finished_at timestamptz
      )`)
    this.addSql(`
      create unique index activity_batch_same_file on activity_batch (provider_id, sha256)
      where state in ('STORED', 'READING', 'APPLYING', 'DONE') and not dry_run and not forced`)
    this.addSql('create index activity_batch_provider on activity_batch (provider_id, created_at desc, batch_id)')
    this.addSql(`
      create index activity_batch_unfinished on activity_batch (state)
      where state in ('RECEIVING', 'STORED', 'READING', 'APPLYING')`)
    this.addSql(`
      create table activity_batch_row (
        batch_id uuid not null references activity_batch,
        row_number int not null,
        line int,
        submitted jsonb not null,
        outcome text not null check (outcome in ('ACCEPTED', 'REJECTED', 'DUPLICATE')),
        effect text not null check (effect in ('ADDED', 'CHANGED', 'UNCHANGED', 'DELETED', 'REJECTED')),
        issues jsonb not null default '[]',
        activity_id text,
        primary key (batch_id, row_number)
      )`)
    this.addSql('create index activity_batch_row_outcome on activity_batch_row (batch_id, outcome, row_number)')
    this.addSql(`
      create table activity_column_choice (
        provider_id text not null references provider_organization,
        header text not null,
        column_key text,
        chosen_at timestamptz not null,
        primary key (provider_id, header)
      )`)
  }

  override down(): void {
    this.addSql('drop table activity_column_choice, activity_batch_row, activity_batch')
  }
}
