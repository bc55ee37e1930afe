import { Migration } from '@mikro-orm/migrations'

/** Up to when old decisions of matching were looked at, rule by rule, so that each is looked at once. */
export class Migration20261123151000Housekeeping extends Migration {
  override up(): void {
    this.addSql(`
      create table decision_retention (
        rule text primary key,
        looked_until timestamptz not null
      )`)
  }

  override down(): void {
    this.addSql('drop table decision_retention')
  }
}
