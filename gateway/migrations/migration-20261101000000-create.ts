import { Migration } from '@mikro-orm/migrations'

/** The accounts that may sign in. */
export class Migration20261101000000Create extends Migration {
  override up(): void {
    this.addSql(`
      create table account (
        account_id text primary key,
        display_name text not null,
        role text not null check (role in
          ('PROVIDER_REPORTER', 'LICENSING_BOARD', 'CERTIFYING_BOARD', 'PHYSICIAN', 'PARTNER', 'OPERATOR')),
        provider_id text,
        board_code text,
        learner_id uuid
      )`)
  }

  override down(): void {
    this.addSql('drop table account')
  }
}
