import { Migration } from '@mikro-orm/migrations'

/** The operations that partners have registered, and how often each is used. */
export class Migration20261123190000Operations extends Migration {
  override up(): void {
    this.addSql(`
      create table registered_operation (
        account_id text not null references account,
        name text not null check (name ~ '^[_A-Za-z][_0-9A-Za-z]{0,79}$'),
        version int not null check (version > 0),
        operation_id text not null check (operation_id ~ '^[0-9a-f]{64}$'),
        kind text not null check (kind in ('QUERY', 'MUTATION')),
        text text not null,
        cost int not null,
        registered_at timestamptz not null,
        deprecated_at timestamptz,
        withdrawn_at timestamptz,
        primary key (account_id, name, version),
        unique (account_id, operation_id)
      )`)
    this.addSql(`
      create table operation_use (
        account_id text not null,
        operation_id text not null,
        used_on date not null,
        calls bigint not null,
        failures bigint not null,
        milliseconds bigint not null,
        primary key (account_id, operation_id, used_on),
        foreign key (account_id, operation_id) references registered_operation (account_id, operation_id)
      )`)
  }

  override down(): void {
    this.addSql('drop table operation_use, registered_operation')
  }
}
