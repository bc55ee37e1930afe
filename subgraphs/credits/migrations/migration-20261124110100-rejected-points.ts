import { Migration } from '@mikro-orm/migrations'

/** Points that boards have rejected are few, and each row with points asks for those of its learner and activity. */
export class Migration20261124110100RejectedPoints extends Migration {
  override up(): void {
    this.addSql(`
      create index live_credit_rejected on live_credit (learner_id, activity_id) where status = 'REJECTED' and kind = 'MOC'`)
  }

  override down(): void {
    this.addSql('drop index live_credit_rejected')
  }
}
