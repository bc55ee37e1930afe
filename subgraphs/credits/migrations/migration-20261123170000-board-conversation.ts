import { Migration } from '@mikro-orm/migrations'

/** What certifying boards are told and what they answer, and CME credit that follows from accepted MOC credit. */
export class Migration20261123170000BoardConversation extends Migration {
  override up(): void {
    this.answers()
    this.derivedCredit()
    this.notices()
    this.webhooks()
    this.lists()
  }

  private answers() {
    this.addSql('alter table part_decision add column reason_code text')
    this.addSql('alter table live_credit add column reason_code text, add column asked_at timestamptz default now()')
    this.addSql(`update live_credit set asked_at = recorded_at where status = 'PENDING'`)
  }

  /** From which board’s points a CME part follows, and from which parts; null for what a provider reported. */
  private derivedCredit() {
    this.addSql(`
      alter table completion drop constraint completion_source_check,
        add constraint completion_source_check check (source in ('FORM', 'FILE', 'API', 'CARRIED_OVER', 'DERIVED'))`)
    this.addSql(`
      alter table credit_part add column follows_board text, add column follows uuid[],
        add constraint credit_part_follows check (num_nonnulls(follows_board, follows) in (0, 2)
          and (follows_board is null or kind = 'CME'))`)
    this.addSql('alter table live_credit add column follows_board text')
  }

  /** Whoever writes the projection, each board is told of points that wait for it, and of points that are taken back. */
  private notices() {
    this.addSql(`
      create function tell_certifying_board() returns trigger language plpgsql as $$
      declare
        part live_credit := case when tg_op = 'DELETE' then old else new end;
      begin
        insert into outbox_event (id, aggregatetype, aggregateid, type, payload)
        values (gen_random_uuid(), 'certifying-board', part.board_code,
          case when tg_op = 'DELETE' then 'MOC_WITHDRAWN' else 'MOC_AWAITS_DECISION' end,
          jsonb_build_object('partId', part.part_id, 'learnerId', part.learner_id, 'activityId', part.activity_id,
            'completedOn', part.completed_on));
        return null;
      end $$`)
    this.addSql(`
      create trigger live_credit_awaits_board after insert on live_credit
      for each row when (new.kind = 'MOC' and new.status = 'PENDING') execute function tell_certifying_board()`)
    this.addSql(`
      create trigger live_credit_leaves_board after delete on live_credit
      for each row when (old.kind = 'MOC' and old.status <> 'REJECTED') execute function tell_certifying_board()`)
    this.addSql(`
      insert into outbox_event (id, aggregatetype, aggregateid, type, payload)
      select gen_random_uuid(), 'certifying-board', board_code, 'MOC_AWAITS_DECISION',
        jsonb_build_object('partId', part_id, 'learnerId', learner_id, 'activityId', activity_id, 'completedOn', completed_on)
      from live_credit where kind = 'MOC' and status = 'PENDING' order by recorded_at, part_id`)
    this.addSql(`
      create index outbox_event_board on outbox_event (aggregateid, transaction_id, position)
      where aggregatetype = 'certifying-board'`)
    this.addSql(`
      create index outbox_event_boards on outbox_event (transaction_id, position)
      where aggregatetype = 'certifying-board'`)
  }

  private webhooks() {
    this.addSql(`
      create table board_webhook (
        board_code text primary key,
        url text not null,
        key_number int not null default 1 check (key_number > 0),
        connected_by text not null,
        connected_at timestamptz not null default now()
      )`)
    this.addSql(`
      create table board_delivery (
        notice_id uuid primary key,
        board_code text not null,
        learner_id uuid not null,
        part_id uuid not null,
        kind text not null check (kind in ('DECIDE', 'WITHDRAWN')),
        state text not null default 'WAITING' check (state in ('WAITING', 'DELIVERED', 'DROPPED', 'DEAD')),
        attempts int not null default 0,
        due_at timestamptz not null default now(),
        created_at timestamptz not null default now(),
        settled_at timestamptz,
        problem text
      )`)
    this.addSql(`create index board_delivery_due on board_delivery (board_code, due_at) where state = 'WAITING'`)
    this.addSql(`create index board_delivery_dead on board_delivery (board_code, notice_id) where state = 'DEAD'`)
    this.addSql('create index board_delivery_part on board_delivery (part_id)')
  }

  /** What is not accepted is little: the lists and counts of it never read the rest. */
  private lists() {
    this.addSql(`
      create index live_credit_open on live_credit (provider_id, status, recorded_at desc, completion_id desc)
      where status <> 'ACCEPTED'`)
    this.addSql(`create index live_credit_waits on live_credit (asked_at) where status = 'PENDING'`)
  }

  override down(): void {
    this.addSql('drop index live_credit_waits, live_credit_open, outbox_event_board, outbox_event_boards')
    this.addSql('drop table board_delivery, board_webhook')
    this.addSql('drop trigger live_credit_awaits_board on live_credit')
    this.addSql('drop trigger live_credit_leaves_board on live_credit')
    this.addSql('drop function tell_certifying_board')
    this.addSql('alter table live_credit drop column follows_board, drop column reason_code, drop column asked_at')
    this.addSql('alter table credit_part drop column follows_board, drop column follows')
    this.addSql(`
      alter table completion drop constraint completion_source_check,
        add constraint completion_source_check check (source in ('FORM', 'FILE', 'API', 'CARRIED_OVER'))`)
    this.addSql('alter table part_decision drop column reason_code')
  }
}
