import { Migration } from '@mikro-orm/migrations'

/** The keys with which programs act for accounts. */
export class Migration20261123180000ApiKey extends Migration {
  override up(): void {
    this.addSql(`
      create table api_key (
        key_id text primary key,
        account_id text not null references account,
        secret_hash bytea not null,
        label text not null,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        revoked_at timestamptz
      )`)
    this.addSql('create index api_key_account on api_key (account_id, created_at desc)')
  }

  override down(): void {
    this.addSql('drop table api_key')
  }
}
