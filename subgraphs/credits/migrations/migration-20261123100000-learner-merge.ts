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
    this.addSql(`
      create view merged_learner as
      select learner_id, survivor_id from learner_merge
      union
      select survivor_id, survivor_id from learner_merge`)
    this.addSql(`
      create function survivor_of(given uuid) returns uuid language sql stable parallel safe as $$
        select coalesce((select survivor_id from learner_merge where learner_id = given), given)
      $$`)
    this.addSql(`
      create function same_learner(given uuid) returns uuid[] language sql stable parallel safe as $$
        select array(
          select survivor_of(given) union all select learner_id from learner_merge where survivor_id = survivor_of(given)
        )
      $$`)
  }

  override down(): void {
    this.addSql('drop function same_learner, survivor_of')
    this.addSql('drop view merged_learner')
    this.addSql('drop table learner_merge')
  }
}
