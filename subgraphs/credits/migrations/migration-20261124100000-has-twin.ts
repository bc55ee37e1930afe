import { Migration } from '@mikro-orm/migrations'

/**
 * Whether another entry stands for one of a merged learner. It is a function because it is hardly ever asked: within a query it would
 * be planned for every partition whoever the query is about, which takes longer than the query itself.
 */
export class Migration20261124100000HasTwin extends Migration {
  override up(): void {
    this.addSql(`
      create function has_twin(of_learner uuid, of_part uuid, of_activity text, on_day date, of_kind text, of_board text,
        of_distinction text, is_pending boolean, at timestamptz) returns boolean language plpgsql stable parallel safe as $$
      begin
        return exists (
          select from merged_learner me
          join merged_learner other using (survivor_id)
          join live_credit twin on twin.learner_id = other.learner_id
          where me.learner_id = of_learner and other.learner_id <> of_learner
            and (twin.activity_id, twin.completed_on, twin.kind, twin.board_code, twin.distinction)
              = (of_activity, on_day, of_kind, of_board, of_distinction)
            and twin.status in ('PENDING', 'ACCEPTED')
            and (twin.status = 'PENDING', twin.recorded_at, twin.part_id) < (is_pending, at, of_part)
        );
      end
      $$`)
  }

  override down(): void {
    this.addSql('drop function has_twin')
  }
}
