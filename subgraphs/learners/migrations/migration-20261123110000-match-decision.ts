import { Migration } from '@mikro-orm/migrations'

/** Tables whose rows matching looks at, and in which a row names the learner whom it is about. */
const watched = ['learner', 'learner_family_name', 'license_record', 'diplomate_record']

/**
 * Every decision of matching with what it rests on, and the signals by which matching hears of changes to the file: the
 * ids of learners, or a star when a statement has changed more of them than are worth naming.
 */
export class Migration20261123110000MatchDecision extends Migration {
  override up(): void {
    this.addSql(`
      create table match_decision (
        decision_id uuid primary key,
        part text not null check (part in ('LICENSE', 'DIPLOMATE')),
        claim_fingerprint bytea not null,
        decision text not null check (decision in ('MATCHED', 'AMBIGUOUS', 'MISMATCH', 'NOT_FOUND')),
        learner_id uuid,
        candidates jsonb not null,
        model_version text not null,
        data_version text not null,
        decided_at timestamptz not null,
        caller text not null
      )`)
    this.addSql('create index match_decision_claim on match_decision (claim_fingerprint)')
    this.addSql('create index match_decision_decided on match_decision using brin (decided_at)')
    this.addSql(`
      create function tell_matching() returns trigger language plpgsql as $$
      declare
        ids text;
        many constant int := 20000;
        amount int;
      begin
        if tg_op = 'TRUNCATE' then
          perform pg_notify('learner_changed', '*');
          return null;
        elsif tg_op = 'INSERT' then
          select count(*) into amount from after_change;
        elsif tg_op = 'DELETE' then
          select count(*) into amount from before_change;
        else
          select count(*) into amount from after_change;
        end if;
        if amount = 0 then return null; end if;
        if amount > many then
          perform pg_notify('learner_changed', '*');
          return null;
        end if;
        if tg_op = 'INSERT' then
          for ids in
            select string_agg(learner_id::text, ',') from (
              select learner_id, row_number() over () / 200 as page from (select distinct learner_id from after_change) d
            ) paged group by page
          loop perform pg_notify('learner_changed', ids); end loop;
        elsif tg_op = 'DELETE' then
          for ids in
            select string_agg(learner_id::text, ',') from (
              select learner_id, row_number() over () / 200 as page from (select distinct learner_id from before_change) d
            ) paged group by page
          loop perform pg_notify('learner_changed', ids); end loop;
        else
          for ids in
            select string_agg(learner_id::text, ',') from (
              select learner_id, row_number() over () / 200 as page
              from (select learner_id from after_change union select learner_id from before_change) d
            ) paged group by page
          loop perform pg_notify('learner_changed', ids); end loop;
        end if;
        return null;
      end $$`)
    for (const table of watched) {
      for (const [operation, transition] of [
        ['insert', 'new table as after_change'],
        ['update', 'old table as before_change new table as after_change'],
        ['delete', 'old table as before_change'],
      ]) {
        this.addSql(`
          create trigger ${table}_${operation}_tells_matching after ${operation} on ${table}
          referencing ${transition} for each statement execute function tell_matching()`)
      }
      this.addSql(`
        create trigger ${table}_truncate_tells_matching after truncate on ${table}
        for each statement execute function tell_matching()`)
    }
  }

  override down(): void {
    for (const table of watched) {
      for (const operation of ['insert', 'update', 'delete', 'truncate']) {
        this.addSql(`drop trigger ${table}_${operation}_tells_matching on ${table}`)
      }
    }
    this.addSql('drop function tell_matching')
    this.addSql('drop table match_decision')
  }
}
