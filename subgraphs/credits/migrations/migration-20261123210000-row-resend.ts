import { Migration } from '@mikro-orm/migrations'

/** Rows that were sent again in a batch of corrections, under the number that they have in the first batch. */
export class Migration20261123210000RowResend extends Migration {
  override up(): void {
    this.addSql('alter table batch add column corrects uuid references batch')
    this.addSql('create index batch_corrects on batch (corrects, created_at desc) where corrects is not null')
    this.addSql(`
      create table row_resend (
        batch_id uuid not null,
        row_number int not null,
        resent_in uuid not null,
        primary key (batch_id, row_number),
        foreign key (batch_id, row_number) references batch_row,
        foreign key (resent_in, row_number) references batch_row
      )`)
  }

  override down(): void {
    this.addSql('drop table row_resend')
    this.addSql('alter table batch drop column corrects')
  }
}
