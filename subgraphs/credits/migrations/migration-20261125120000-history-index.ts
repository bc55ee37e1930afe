import { Migration } from '@mikro-orm/migrations'

/** What a board adds up stands in the index by which the history of a learner is read, so that no entry is looked at for it. */
export class Migration20261125120000HistoryIndex extends Migration {
  override up(): void {
    this.addSql('drop index live_credit_learner_day')
    this.addSql(`
      create index live_credit_learner_day on live_credit (learner_id, completed_on desc, completion_id desc)
      include (kind, status, quarters)`)
  }

  override down(): void {
    this.addSql('drop index live_credit_learner_day')
    this.addSql(
      'create index live_credit_learner_day on live_credit (learner_id, completed_on desc, completion_id desc)',
    )
  }
}
