import { Migration } from '@mikro-orm/migrations'

/** What a provider says once a year, whom it names for that, what it was reminded of, and which years are closed. */
export class Migration20261123030100YearEnd extends Migration {
  override up(): void {
    this.addSql(`
      create table annual_agreement (
        provider_id text not null references provider_organization,
        year int not null,
        accepted_at timestamptz not null,
        accepted_by text not null,
        primary key (provider_id, year)
      )`)
    this.addSql(`
      create table program_summary (
        provider_id text not null references provider_organization,
        year int not null,
        advertising_and_exhibit_income bigint check (advertising_and_exhibit_income >= 0),
        registration_fees bigint check (registration_fees >= 0),
        government_grants bigint check (government_grants >= 0),
        private_donations bigint check (private_donations >= 0),
        total_expenses bigint check (total_expenses >= 0),
        saved_at timestamptz not null,
        saved_by text not null,
        submitted_at timestamptz,
        submitted_by text,
        primary key (provider_id, year),
        check (submitted_at is null or (advertising_and_exhibit_income is not null and registration_fees is not null
          and government_grants is not null and private_donations is not null))
      )`)
    this.addSql(`
      create table organization_contact (
        contact_id uuid primary key,
        provider_id text not null references provider_organization,
        name text not null check (length(name) between 1 and 200),
        email text not null check (length(email) between 3 and 254),
        role text not null check (role in ('PRIMARY_CONTACT', 'BILLING_CONTACT', 'CEO', 'OTHER'))
      )`)
    this.addSql('create index organization_contact_provider on organization_contact (provider_id)')
    this.addSql(`
      create table contacts_confirmation (
        provider_id text not null references provider_organization,
        year int not null,
        confirmed_at timestamptz not null,
        confirmed_by text not null,
        primary key (provider_id, year)
      )`)
    this.addSql(`
      create table reporting_year (
        provider_id text not null references provider_organization,
        year int not null,
        closed_at timestamptz,
        closed_by text,
        reopened_at timestamptz,
        reopened_by text,
        reopen_reason text,
        primary key (provider_id, year)
      )`)
    this.addSql(`
      create table quality_dismissal (
        activity_id text not null references activity,
        code text not null,
        other_id text not null default '',
        reason text not null check (length(reason) between 1 and 500),
        dismissed_at timestamptz not null,
        dismissed_by text not null,
        primary key (activity_id, code, other_id)
      )`)
    this.addSql(`
      create table notification (
        notification_id uuid primary key,
        provider_id text not null references provider_organization,
        year int not null,
        stage text not null,
        severity text not null check (severity in ('INFO', 'WARNING', 'URGENT')),
        title text not null,
        body text not null,
        created_at timestamptz not null,
        read_at timestamptz,
        unique (provider_id, year, stage)
      )`)
    this.addSql(
      'create index notification_provider on notification (provider_id, created_at desc, notification_id desc)',
    )
    this.addSql('create index activity_ends on activity (provider_id, ends_on)')
  }

  override down(): void {
    this.addSql('drop index activity_ends')
    this.addSql('drop table notification, quality_dismissal, reporting_year, contacts_confirmation')
    this.addSql('drop table organization_contact, program_summary, annual_agreement')
  }
}
