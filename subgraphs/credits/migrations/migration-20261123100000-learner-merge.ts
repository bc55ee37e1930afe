import { Migration } from '@mikro-orm/migrations'

/** The read model of merges: to whom the credit of a merged learner counts. Entries keep the learner they were written with. */
export class Migration20261123100000LearnerMerge extends Migration {
  override up(): void {
    this.addSql(`
      create table learner_merge (
        learner_id uuid primary key,
        survivor_id uuid not null check (survivor_id <> learner_id)
      )`)
    this.addSql('create index learner_merge_survivor on learner_merge (survivor_id)')
  }

  override down(): void {
    this.addSql('drop table learner_merge')
  }
}
