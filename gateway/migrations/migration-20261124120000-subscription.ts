import { Migration } from '@mikro-orm/migrations'

/** Subscriptions are registered as any operation. */
export class Migration20261124120000Subscription extends Migration {
  override up(): void {
    this.addSql(`
      alter table registered_operation drop constraint registered_operation_kind_check,
        add constraint registered_operation_kind_check check (kind in ('QUERY', 'MUTATION', 'SUBSCRIPTION'))`)
  }

  override down(): void {
    this.addSql(`
      alter table registered_operation drop constraint registered_operation_kind_check,
        add constraint registered_operation_kind_check check (kind in ('QUERY', 'MUTATION'))`)
  }
}
