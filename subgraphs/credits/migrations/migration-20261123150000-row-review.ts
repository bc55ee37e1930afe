import { Migration } from '@mikro-orm/migrations'

/** Rows of which providers ask people whom they mean, and how far that was told and answered. */
export class Migration20261123150000RowReview extends Migration {
  override up(): void {
    this.addSql(`
      create table row_review (
        batch_id uuid not null,
        row_number int not null,
        provider_id text not null,
        state text not null check (state in ('OPEN', 'DECIDED', 'WITHDRAWN')),
        revision int not null default 1,
        told_revision int not null default 0,
        judge_again_at timestamptz,
        asked_by text not null,
        asked_at timestamptz not null,
        ended_at timestamptz,
        primary key (batch_id, row_number),
        foreign key (batch_id, row_number) references batch_row,
        check ((state = 'OPEN') = (ended_at is null)),
        check (told_revision <= revision)
      )`)
    this.addSql(`create index row_review_open on row_review (provider_id) where state = 'OPEN'`)
    this.addSql('create index row_review_untold on row_review (asked_at) where told_revision < revision')
    this.addSql(`
      create index row_review_due on row_review (judge_again_at) where state = 'OPEN' and judge_again_at is not null`)
  }

  override down(): void {
    this.addSql('drop table row_review')
  }
}
