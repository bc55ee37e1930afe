import { Migration } from '@mikro-orm/migrations'

/** Organizations, their activities and MOC registrations. */
export class Migration20261101000000Create extends Migration {
  override up(): void {
    this.addSql(`
      create table provider_organization (
        provider_id text primary key check (provider_id ~ '^[0-9]{7}$'),
        name text not null,
        accreditation_type text not null check (accreditation_type in ('ACCME', 'STATE', 'JOINT')),
        recognized_accreditor text
      )`)
    this.addSql(`
      create table activity (
        activity_id text primary key check (activity_id ~ '^[0-9]{9}$'),
        provider_id text not null references provider_organization,
        provider_activity_id text check (length(provider_activity_id) <= 50),
        title text not null check (length(title) between 1 and 250),
        description text check (length(description) <= 2500),
        url text,
        activity_format text check (activity_format in
          ('COURSE', 'RSS', 'ENDURING', 'JOURNAL', 'COMMITTEE', 'ISL', 'LFT', 'MANUSCRIPT', 'PI', 'TIW', 'OTHER')),
        delivery_methods text[] not null default '{}',
        starts_on date,
        ends_on date check (ends_on >= starts_on),
        city text,
        state text,
        country text,
        providership text check (providership in ('DIRECT', 'JOINT')),
        joint_providers text[] not null default '{}',
        credit_quarters int check (credit_quarters > 0),
        display_in_passport boolean not null default false,
        fee text check (fee in ('YES', 'NO_FREE', 'VARIABLE')),
        registration text check (registration in ('OPEN_TO_ALL', 'LIMITED')),
        status text not null check (status in ('DRAFT', 'ACTIVE', 'CLOSED', 'DELETED')),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      )`)
    this.addSql(`
      create unique index activity_provider_activity_id on activity (provider_id, provider_activity_id)
      where status <> 'DELETED'`)
    this.addSql('create index activity_provider on activity (provider_id, starts_on desc, activity_id)')
    this.addSql(`
      create table moc_registration (
        activity_id text not null references activity,
        board_code text not null,
        point_quarters int not null check (point_quarters > 0),
        credit_types text[] not null,
        practice_areas text[] not null default '{}',
        credit_claim_on date,
        status text not null default 'ACTIVE' check (status in ('ACTIVE', 'WITHDRAWN')),
        attested_by text not null,
        attested_at timestamptz not null,
        primary key (activity_id, board_code)
      )`)
    this.addSql('create sequence activity_number as bigint minvalue 200000001 maxvalue 999999999')
  }

  override down(): void {
    this.addSql('drop sequence activity_number')
    this.addSql('drop table moc_registration, activity, provider_organization')
  }
}
