import { Migration } from '@mikro-orm/migrations'

/** A search for duplicates goes on from learner to learner, not from pair to pair. */
export class Migration20261123152000DuplicateSearch extends Migration {
  override up(): void {
    this.addSql('alter table duplicate_search drop column other_id')
    this.addSql('alter table duplicate_search rename column pairs to learners')
  }

  override down(): void {
    this.addSql('alter table duplicate_search rename column learners to pairs')
    this.addSql(`
      alter table duplicate_search add column other_id uuid not null default '00000000-0000-0000-0000-000000000000'`)
    this.addSql('alter table duplicate_search alter column other_id drop default')
  }
}
