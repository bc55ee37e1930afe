import { Migration } from '@mikro-orm/migrations'

/** Keys under which callers repeat a request, each with the fingerprint of the request and its first answer. */
export class Migration20261123161000Idempotency extends Migration {
  override up(): void {
    this.addSql(`
      create table idempotency_key (
        provider_id text not null,
        key text not null check (length(key) between 1 and 255),
        fingerprint text not null,
        batch_id uuid not null references batch,
        answers jsonb not null,
        created_at timestamptz not null default now(),
        primary key (provider_id, key)
      )`)
    this.addSql('create index idempotency_key_created on idempotency_key (created_at)')
  }

  override down(): void {
    this.addSql('drop table idempotency_key')
  }
}
