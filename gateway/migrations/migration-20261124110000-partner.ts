import { Migration } from '@mikro-orm/migrations'

/** What keys are for and when they were used, and those who ask for an account. */
export class Migration20261124110000Partner extends Migration {
  override up(): void {
    this.addSql(`
      alter table api_key
        add column scopes text[],
        add column sandbox_role text check (sandbox_role in
          ('PROVIDER_REPORTER', 'LICENSING_BOARD', 'CERTIFYING_BOARD', 'PHYSICIAN', 'PARTNER')),
        add column last_used_at timestamptz`)
    this.addSql(`
      create table partner_request (
        request_id uuid primary key,
        name text not null,
        organization text not null,
        email text not null,
        purpose text not null,
        asked_at timestamptz not null,
        decision text check (decision in ('ACCEPTED', 'DECLINED')),
        decided_by text references account,
        decided_at timestamptz,
        account_id text references account,
        invitation_hash bytea,
        invitation_ends_at timestamptz,
        check ((decision is null) = (decided_at is null)),
        check ((decision = 'ACCEPTED') = (account_id is not null))
      )`)
    this.addSql(`create unique index partner_request_open on partner_request (lower(email)) where decision is null`)
    this.addSql('create index partner_request_asked on partner_request (asked_at desc)')
    this.addSql(
      'create unique index partner_request_invitation on partner_request (invitation_hash) where invitation_hash is not null',
    )
  }

  override down(): void {
    this.addSql('drop table partner_request')
    this.addSql('alter table api_key drop column scopes, drop column sandbox_role, drop column last_used_at')
  }
}
