import { Migration } from '@mikro-orm/migrations'

/**
 * What is counted of the activities of a provider is counted in an index alone, and the first page of its list is read in
 * the order of one. Each stands in the place of an index that only found the rows (docs/decisions/0030).
 */
export class Migration20261125110000ActivityStanding extends Migration {
  override up(): void {
    this.addSql(`
      create index activity_standing on activity (provider_id, ends_on)
      include (starts_on, status, activity_format, counted_on, physician_learners, other_learners)`)
    this.addSql('drop index activity_ends')
    this.addSql('create index activity_list on activity (provider_id, starts_on desc nulls last, activity_id desc)')
    this.addSql('drop index activity_provider')
  }

  override down(): void {
    this.addSql('create index activity_provider on activity (provider_id, starts_on desc, activity_id)')
    this.addSql('drop index activity_list')
    this.addSql('create index activity_ends on activity (provider_id, ends_on)')
    this.addSql('drop index activity_standing')
  }
}
