import { Migration } from '@mikro-orm/migrations'

/** Check-ins in the room and what physicians claim there; and that a record may come from such a claim. */
export class Migration20261123230000CheckIn extends Migration {
  override up(): void {
    this.sources(`'FORM', 'FILE', 'API', 'CARRIED_OVER', 'DERIVED', 'CLAIM'`, `'FORM', 'FILE', 'API', 'CLAIM'`)
    this.addSql(`
      create table check_in (
        check_in_id uuid primary key,
        provider_id text not null,
        activity_id text not null,
        completed_on date not null,
        quarters int not null check (quarters > 0),
        place text not null,
        opens_at timestamptz not null,
        closes_at timestamptz not null check (closes_at >= opens_at),
        expected_attendees int check (expected_attendees > 0),
        attendees int not null default 0,
        room text not null unique check (length(room) = 5),
        secret text not null,
        opened_by text not null,
        created_at timestamptz not null
      )`)
    this.addSql('create index check_in_of_provider on check_in (provider_id, opens_at desc, check_in_id desc)')
    this.addSql('create index check_in_of_activity on check_in (activity_id, opens_at desc, check_in_id desc)')
    this.addSql(`
      create table attendance_claim (
        claim_id uuid primary key,
        check_in_id uuid not null references check_in,
        provider_id text not null,
        learner_id uuid not null,
        given_name text not null,
        family_name text not null,
        degree text not null,
        licensing_state text not null,
        state text not null check (state in ('SCANNED', 'WAITING', 'APPROVED', 'REJECTED')),
        quarters int check (quarters > 0),
        slot int not null,
        attendee_number int not null,
        is_late boolean not null,
        device_id uuid not null,
        scanned_at timestamptz not null,
        received_at timestamptz not null,
        claimed_at timestamptz,
        decided_at timestamptz,
        decided_by text,
        reason text,
        issues jsonb not null default '[]',
        completion_id uuid,
        unique (check_in_id, learner_id),
        check ((quarters is null) = (state = 'SCANNED')),
        check ((reason is not null) = (state = 'REJECTED'))
      )`)
    this.addSql(
      'create index attendance_claim_of_learner on attendance_claim (learner_id, received_at desc, claim_id desc)',
    )
    this.addSql(
      'create index attendance_claim_listed on attendance_claim (check_in_id, received_at desc, claim_id desc)',
    )
    this.addSql(`create index attendance_claim_waiting on attendance_claim (provider_id) where state = 'WAITING'`)
    this.addSql('create index attendance_claim_slot on attendance_claim (check_in_id, slot)')
    this.addSql('create index attendance_claim_device on attendance_claim (check_in_id, device_id)')
    this.addSql('create table check_in_miss (learner_id uuid not null, missed_at timestamptz not null)')
    this.addSql('create index check_in_miss_recent on check_in_miss (learner_id, missed_at)')
  }

  override down(): void {
    this.addSql('drop table check_in_miss, attendance_claim, check_in')
    this.sources(`'FORM', 'FILE', 'API', 'CARRIED_OVER', 'DERIVED'`, `'FORM', 'FILE', 'API'`)
  }

  private sources(ofRecord: string, ofBatch: string) {
    this.addSql(`
      alter table completion drop constraint completion_source_check,
        add constraint completion_source_check check (source in (${ofRecord}))`)
    this.addSql(`
      alter table batch drop constraint batch_source_check,
        add constraint batch_source_check check (source in (${ofBatch}))`)
  }
}
