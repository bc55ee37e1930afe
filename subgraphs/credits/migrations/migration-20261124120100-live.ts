import { Migration } from '@mikro-orm/migrations'
import { createLiveEvents, dropLiveEvents } from '../../shared/live/live-table.js'

/** What those who follow batches and credit are told. */
export class Migration20261124120100Live extends Migration {
  override up(): void {
    for (const statement of createLiveEvents) this.addSql(statement)
    this.addSql(`
      create function tell_batch_progress() returns trigger language plpgsql as $$
      begin
        insert into live_event (topic, ids) values ('BATCH', array[new.batch_id]);
        return null;
      end $$`)
    this.addSql(`
      create trigger batch_progress after update on batch
      for each row when ((old.state, old.total_rows, old.applied_rows, old.accepted, old.in_review, old.confirmed_at)
        is distinct from (new.state, new.total_rows, new.applied_rows, new.accepted, new.in_review, new.confirmed_at))
      execute function tell_batch_progress()`)
  }

  override down(): void {
    this.addSql('drop trigger batch_progress on batch')
    this.addSql('drop function tell_batch_progress')
    this.addSql(dropLiveEvents)
  }
}
