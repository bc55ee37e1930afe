import { Migration } from '@mikro-orm/migrations'

/**
 * Two indexes by learner that nearly every row was written into and hardly any query needs: at millions of rows each costs a page of
 * its own for every row of a file. What supersedes nothing need not be unique, and the parts of a record are found among those
 * of its learner.
 */
export class Migration20261124130000LedgerIndexes extends Migration {
  override up(): void {
    this.addSql('alter table completion drop constraint completion_learner_id_supersedes_key')
    this.addSql(`
      create unique index completion_supersedes on completion (learner_id, supersedes) where supersedes is not null`)
    this.addSql('drop index credit_part_completion')
  }

  override down(): void {
    this.addSql('create index credit_part_completion on credit_part (learner_id, completion_id)')
    this.addSql('drop index completion_supersedes')
    this.addSql('alter table completion add unique (learner_id, supersedes)')
  }
}
