import { Migration } from '@mikro-orm/migrations'

const tables = ['activity', 'moc_registration', 'provider_organization'] as const

/** One row for each statement that changes what everybody may read, whoever writes. */
export class Migration20261124120200PublicChange extends Migration {
  override up(): void {
    this.addSql(`
      create table public_change (
        transaction_id xid8 not null default pg_current_xact_id(),
        changed_at timestamptz not null default clock_timestamp()
      )`)
    this.addSql('create index public_change_transaction on public_change (transaction_id)')
    this.addSql(`
      create function tell_public_change() returns trigger language plpgsql as $$
      begin
        insert into public_change default values;
        return null;
      end $$`)
    for (const table of tables)
      this.addSql(`
        create trigger ${table}_public_change after insert or update or delete or truncate on ${table}
        for each statement execute function tell_public_change()`)
  }

  override down(): void {
    for (const table of tables) this.addSql(`drop trigger ${table}_public_change on ${table}`)
    this.addSql('drop function tell_public_change')
    this.addSql('drop table public_change')
  }
}
