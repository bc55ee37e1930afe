import { Migration } from '@mikro-orm/migrations'

/**
 * What every row of a file paid for without need: its batch, one and the same for thousands, is looked up once for a statement, and
 * credit without a board is not in the index by boards.
 */
export class Migration20261124110000CheaperRows extends Migration {
  override up(): void {
    this.addSql('alter table batch_row drop constraint batch_row_batch_id_fkey')
    this.addSql(`
      create function refuse_rows_of_no_batch() returns trigger language plpgsql as $$
      begin
        if exists (
          select from (select distinct batch_id from come) given
          where not exists (select from batch where batch.batch_id = given.batch_id)
        ) then
          raise exception 'A row belongs to a batch.' using errcode = 'foreign_key_violation';
        end if;
        return null;
      end $$`)
    this.addSql(`
      create trigger batch_row_has_batch after insert on batch_row referencing new table as come
      for each statement execute function refuse_rows_of_no_batch()`)
    this.addSql(`
      create trigger batch_row_keeps_batch before update of batch_id on batch_row
      for each row execute function refuse_ledger_change()`)
    this.addSql(`
      create function refuse_loss_of_batch() returns trigger language plpgsql as $$
      begin
        if exists (select from batch_row where batch_row.batch_id = old.batch_id) then
          raise exception 'A batch stays as long as its rows.' using errcode = 'foreign_key_violation';
        end if;
        return null;
      end $$`)
    this.addSql(`
      create trigger batch_keeps_rows after delete or update of batch_id on batch
      for each row execute function refuse_loss_of_batch()`)
    this.addSql('drop index live_credit_board')
    this.addSql(`create index live_credit_board on live_credit (board_code, status, recorded_at) where kind = 'MOC'`)
  }

  override down(): void {
    this.addSql('drop index live_credit_board')
    this.addSql('create index live_credit_board on live_credit (board_code, status, recorded_at)')
    this.addSql('drop trigger batch_keeps_rows on batch')
    this.addSql('drop trigger batch_row_keeps_batch on batch_row')
    this.addSql('drop trigger batch_row_has_batch on batch_row')
    this.addSql('drop function refuse_loss_of_batch, refuse_rows_of_no_batch')
    this.addSql('alter table batch_row add foreign key (batch_id) references batch')
  }
}
