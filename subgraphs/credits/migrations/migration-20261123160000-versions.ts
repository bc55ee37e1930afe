import { Migration } from '@mikro-orm/migrations'

const partitions = 8
const ledger = ['completion', 'credit_part', 'part_decision']

/**
 * Versions of a record: each names its predecessor, the parts it consists of, who made it and why. On a filled database
 * the columns cost no rewrite, and the indexes hold only what is rare.
 */
export class Migration20261123160000Versions extends Migration {
  override up(): void {
    this.columns()
    this.deletionsSoFar()
    this.order()
    this.neverEmptied()
  }

  private columns() {
    this.addSql(`
      alter table completion
        add column record_id uuid,
        add column version int not null default 1,
        add column action text check (action in ('CORRECTED', 'VOIDED', 'RESTORED')),
        add column reason text,
        add column parts uuid[],
        add column by_name text,
        add constraint completion_is_first_or_follows check (
          case version when 1 then num_nonnulls(record_id, supersedes, action, parts) = 0
          else num_nulls(record_id, supersedes, action, parts) = 0 and version > 1 end)`)
    this.addSql('alter table credit_part add column supersedes uuid')
  }

  /** What files have deleted until now becomes the second version of its record. */
  private deletionsSoFar() {
    this.addSql(`
      insert into completion (learner_id, completion_id, provider_id, activity_id, completed_on, source, submitted_by, recorded_at,
        record_id, version, supersedes, action, parts)
      select c.learner_id, gen_random_uuid(), c.provider_id, c.activity_id, c.completed_on, 'FILE', gone.decided_by, gone.decided_at,
        c.completion_id, 2, c.completion_id, case when stays.parts = '{}' then 'VOIDED' else 'CORRECTED' end, stays.parts
      from (
        select p.learner_id, p.completion_id, max(d.decided_at) as decided_at, min(d.decided_by) as decided_by
        from part_decision d join credit_part p using (learner_id, part_id)
        where d.decision = 'VOIDED' group by 1, 2
      ) gone
      join completion c using (learner_id, completion_id)
      cross join lateral (
        select array(
          select p.part_id from credit_part p
          where p.learner_id = c.learner_id and p.completion_id = c.completion_id and not exists (
            select from part_decision d
            where d.learner_id = p.learner_id and d.part_id = p.part_id and d.decision = 'VOIDED')
          order by p.part_id) as parts
      ) stays`)
  }

  /** A version follows the one before it, and only once; a part is taken back, and superseded, only once. */
  private order() {
    this.addSql(`
      create unique index completion_version on completion (learner_id, record_id, version) where record_id is not null`)
    this.addSql(`
      create unique index credit_part_supersedes on credit_part (learner_id, supersedes) where supersedes is not null`)
    this.addSql(`
      create unique index part_decision_voided on part_decision (learner_id, part_id) where decision = 'VOIDED'`)
    this.addSql(`
      create function refuse_stray_version() returns trigger language plpgsql as $$
      begin
        if not exists (
          select from completion c
          where c.learner_id = new.learner_id and c.completion_id = new.supersedes and c.version = new.version - 1
            and c.provider_id = new.provider_id and coalesce(c.record_id, c.completion_id) = new.record_id
        ) then
          raise exception 'Version % does not follow the version it supersedes.', new.version using errcode = 'foreign_key_violation';
        end if;
        return null;
      end $$`)
    this.addSql(`
      create trigger completion_follows_its_record after insert on completion
      for each row when (new.version > 1) execute function refuse_stray_version()`)
  }

  /** A trigger on a partitioned table hears of rows in every partition, and of emptying only in itself. */
  private neverEmptied() {
    for (const table of ledger) {
      for (let remainder = 0; remainder < partitions; remainder += 1) {
        this.addSql(`
          create trigger ${table}_${remainder}_is_never_emptied before truncate on ${table}_${remainder}
          for each statement execute function refuse_ledger_change()`)
      }
    }
  }

  override down(): void {
    for (const table of ledger) {
      for (let remainder = 0; remainder < partitions; remainder += 1) {
        this.addSql(`drop trigger ${table}_${remainder}_is_never_emptied on ${table}_${remainder}`)
      }
    }
    this.addSql('drop trigger completion_follows_its_record on completion')
    this.addSql('drop function refuse_stray_version')
    this.addSql('drop index part_decision_voided')
    this.addSql('alter table credit_part drop column supersedes')
    this.addSql(`alter table completion drop column record_id, drop column version, drop column action, drop column reason,
      drop column parts, drop column by_name`)
  }
}
