import { Migration } from '@mikro-orm/migrations'
import { createOutbox, dropOutbox } from '../../shared/outbox/outbox-table.js'

/**
 * Physicians, the names they answer to, their licenses and certifications, and the outbox. Keys compare byte by byte,
 * so that the same index serves equality, order and “begins with” whatever the locale of the server.
 */
export class Migration20261101000000Create extends Migration {
  override up(): void {
    this.addSql(`
      create table learner (
        learner_id uuid primary key,
        given_name text not null,
        middle_name text,
        family_name text not null,
        suffix text,
        degree text not null check (degree in ('MD', 'DO')),
        birth_month smallint not null check (birth_month between 1 and 12),
        birth_day smallint not null check (birth_day between 1 and 31),
        npi text unique check (npi ~ '^[0-9]{10}$'),
        given_key text collate "C" not null,
        middle_key text collate "C"
      )`)
    this.addSql('create index learner_given_key on learner (given_key)')
    this.addSql(`
      create table learner_family_name (
        learner_id uuid not null references learner,
        family_key text collate "C" not null,
        kind text not null check (kind in ('CURRENT', 'PART', 'FORMER')),
        name text not null,
        birth_month smallint not null,
        birth_day smallint not null,
        primary key (family_key, birth_month, birth_day, learner_id, kind)
      )`)
    this.addSql('create index learner_family_name_learner on learner_family_name (learner_id)')
    this.addSql(`
      create table license_record (
        license_id uuid primary key,
        learner_id uuid not null references learner,
        state text not null,
        board_code text not null,
        license_number text not null,
        license_key text collate "C" not null,
        status text not null check (status in ('ACTIVE', 'EXPIRED', 'REVOKED')),
        effective_from date not null,
        effective_to date
      )`)
    this.addSql('create index license_record_number on license_record (state, license_key)')
    this.addSql('create index license_record_learner on license_record (learner_id, license_id)')
    this.addSql('create index license_record_board on license_record (board_code, learner_id)')
    this.addSql(`
      create table diplomate_record (
        board_code text not null,
        board_id text not null,
        board_id_key text collate "C" not null,
        learner_id uuid not null references learner,
        status text not null check (status in ('ACTIVE', 'INACTIVE')),
        primary key (board_code, board_id)
      )`)
    this.addSql('create index diplomate_record_key on diplomate_record (board_code, board_id_key)')
    this.addSql('create index diplomate_record_learner on diplomate_record (learner_id)')
    for (const statement of createOutbox) this.addSql(statement)
  }

  override down(): void {
    this.addSql(dropOutbox)
    this.addSql('drop table diplomate_record, license_record, learner_family_name, learner')
  }
}
