import { Migration } from '@mikro-orm/migrations'

/** What finds a provider’s own submissions by the last name in which a learner was reported, and by the words of a title. */
export class Migration20261124000000SubmissionSearch extends Migration {
  override up(): void {
    this.addSql(`
      create index batch_row_family_name on batch_row (lower(cells #>> '{lastName,text}') text_pattern_ops)
      where outcome = 'ACCEPTED'`)
    this.addSql('create index activity_fact_provider on activity_fact (provider_id)')
    this.addSql('create index rems_report_list on rems_report (recorded_at desc, report_id desc)')
    this.addSql('create index rems_report_provider on rems_report (provider_id, recorded_at desc, report_id desc)')
  }

  override down(): void {
    this.addSql('drop index rems_report_provider, rems_report_list, activity_fact_provider, batch_row_family_name')
  }
}
