import { Migration } from '@mikro-orm/migrations'

/** Whoever has only the id of a part finds its learner in the ledger, and by the learner what stands in the projection. */
export class Migration20261124130100PartsByLearner extends Migration {
  override up(): void {
    this.addSql('drop index live_credit_part')
  }

  override down(): void {
    this.addSql('create index live_credit_part on live_credit (part_id)')
  }
}
