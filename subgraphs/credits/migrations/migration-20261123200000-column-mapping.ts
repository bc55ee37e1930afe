import { Migration } from '@mikro-orm/migrations'

/** Files with columns of their own: what a provider said of them, how each is read, and which batch only tries another. */
export class Migration20261123200000ColumnMapping extends Migration {
  override up(): void {
    this.addSql(`
      alter table batch
        add column review boolean not null default false,
        add column confirmed_at timestamptz,
        add column mapping jsonb,
        add column trial_of uuid`)
    this.addSql('create index batch_trial_of on batch (trial_of) where trial_of is not null')
    this.addSql(`
      create table column_mapping (
        mapping_id uuid primary key,
        provider_id text not null,
        fingerprint text not null,
        columns jsonb not null,
        day_order text not null check (day_order in ('MONTH_FIRST', 'DAY_FIRST')),
        every_row jsonb not null,
        said_by text not null,
        said_by_name text not null,
        said_at timestamptz not null,
        unique (provider_id, fingerprint)
      )`)
    this.addSql('create index column_mapping_newest on column_mapping (provider_id, said_at desc)')
  }

  override down(): void {
    this.addSql('drop table column_mapping')
    this.addSql('drop index batch_trial_of')
    this.addSql(`
      alter table batch drop column trial_of, drop column mapping, drop column confirmed_at, drop column review`)
  }
}
