import { Migration } from '@mikro-orm/migrations'

/** Claims of attendance and requests for missing credit keep the points of boards that they are for; those before have none. */
export class Migration20261125100000ClaimedPoints extends Migration {
  override up(): void {
    this.addSql(`alter table attendance_claim add column points jsonb not null default '[]'`)
    this.addSql(`alter table credit_request add column points jsonb not null default '[]'`)
  }

  override down(): void {
    this.addSql('alter table attendance_claim drop column points')
    this.addSql('alter table credit_request drop column points')
  }
}
