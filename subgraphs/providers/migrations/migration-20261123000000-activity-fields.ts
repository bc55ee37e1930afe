import { Migration } from '@mikro-orm/migrations'
import { createOutbox, dropOutbox } from '../../shared/outbox/outbox-table.js'

/**
 * Everything that a provider tells about an activity, its history, the outbox, and how much accepted credit there is.
 * A draft may say what does not fit together yet; what is beyond a draft is complete.
 */
export class Migration20261123000000ActivityFields extends Migration {
  override up(): void {
    this.addSql(`
      alter table activity
        add column other_credits jsonb not null default '[]' check (jsonb_typeof(other_credits) = 'array'),
        add column is_interprofessional boolean,
        add column target_professions text[] not null default '{}',
        add column specialties text[] not null default '{}',
        add column physician_learners int check (physician_learners >= 0),
        add column other_learners int check (other_learners >= 0),
        add column learners_by_profession jsonb not null default '[]'
          check (jsonb_typeof(learners_by_profession) = 'array'),
        add column counted_on date,
        add column commercial_support_received boolean,
        add column commercial_support jsonb not null default '[]' check (jsonb_typeof(commercial_support) = 'array'),
        add column in_kind_supporters text[] not null default '{}',
        add column measured_outcomes jsonb not null default '[]' check (jsonb_typeof(measured_outcomes) = 'array'),
        add column commendation_tags text[] not null default '{}',
        add column is_mips boolean,
        add column mips_criteria text[] not null default '{}',
        add column mips_attested_by text,
        add column mips_attested_at timestamptz,
        add column rems jsonb check (jsonb_typeof(rems) = 'object'),
        add column has_state_content_tags boolean,
        add column state_content_tags jsonb not null default '[]' check (jsonb_typeof(state_content_tags) = 'array'),
        add column pharmacy jsonb check (jsonb_typeof(pharmacy) = 'object'),
        add column source text not null default 'FORM'
          check (source in ('FORM', 'EXCEL', 'TAB', 'XML', 'JSON', 'API', 'COPY')),
        add column version int not null default 1 check (version > 0),
        add column created_by text,
        add column updated_by text,
        add column closed_at timestamptz,
        add column closed_by text,
        alter column display_in_passport drop not null,
        alter column display_in_passport drop default,
        drop constraint activity_check`)
    this.addSql(`
      alter table activity
        add constraint activity_days check (status in ('DRAFT', 'DELETED') or starts_on <= ends_on),
        add constraint activity_complete check (status in ('DRAFT', 'DELETED') or (
          activity_format is not null and starts_on is not null and ends_on is not null and providership is not null
          and display_in_passport is not null and (credit_quarters is not null or other_credits <> '[]')))`)
    this.addSql('create index activity_same_title on activity (provider_id, lower(title), starts_on)')
    this.addSql(`
      alter table moc_registration
        add column content_outline jsonb not null default '[]' check (jsonb_typeof(content_outline) = 'array'),
        add column attestations text[] not null
          default '{COMPLIANCE,DATA_COLLECTION,DATA_USE,PUBLICATION,AUDIT_COOPERATION}',
        add column withdrawn_by text,
        add column withdrawn_at timestamptz,
        add column audit_selected boolean not null default false`)
    this.addSql('alter table moc_registration alter column attestations drop default')
    this.addSql(`
      create table activity_change (
        activity_id text not null references activity,
        version int not null,
        verb text not null,
        at timestamptz not null,
        by text not null,
        by_name text not null,
        source text not null,
        before jsonb,
        after jsonb not null,
        undoes int,
        primary key (activity_id, version)
      )`)
    this.addSql(`
      create table activity_credit (
        activity_id text not null,
        board_code text not null default '',
        accepted int not null check (accepted >= 0),
        primary key (activity_id, board_code)
      )`)
    for (const statement of createOutbox) this.addSql(statement)
  }

  override down(): void {
    this.addSql(dropOutbox)
    this.addSql('drop table activity_credit, activity_change')
    this.addSql(`
      alter table moc_registration drop column content_outline, drop column attestations, drop column withdrawn_by,
        drop column withdrawn_at, drop column audit_selected`)
    this.addSql('drop index activity_same_title')
    this.addSql('update activity set ends_on = starts_on where ends_on < starts_on')
    this.addSql('update activity set display_in_passport = false where display_in_passport is null')
    this.addSql(`
      alter table activity
        drop constraint activity_days, drop constraint activity_complete,
        add constraint activity_check check (ends_on >= starts_on),
        alter column display_in_passport set default false, alter column display_in_passport set not null,
        drop column other_credits, drop column is_interprofessional, drop column target_professions,
        drop column specialties, drop column physician_learners, drop column other_learners,
        drop column learners_by_profession, drop column counted_on, drop column commercial_support_received,
        drop column commercial_support, drop column in_kind_supporters, drop column measured_outcomes,
        drop column commendation_tags, drop column is_mips, drop column mips_criteria, drop column mips_attested_by,
        drop column mips_attested_at, drop column rems, drop column has_state_content_tags,
        drop column state_content_tags, drop column pharmacy, drop column source, drop column version,
        drop column created_by, drop column updated_by, drop column closed_at, drop column closed_by`)
  }
}
