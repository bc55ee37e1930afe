import type { TableRows } from '../../../subgraphs/shared/postgres/copy-rows.js'
import { demoAccounts } from '../people/demo-people.js'

/** What goes into the gateway's database. */
export function gatewayTables(): TableRows[] {
  return [
    {
      table: 'account',
      columns: ['account_id', 'display_name', 'role', 'provider_id', 'board_code', 'learner_id'],
      rows: () =>
        demoAccounts.map(({ accountId, displayName, role, providerId, boardCode, learnerId }) => [
          accountId,
          displayName,
          role,
          providerId ?? null,
          boardCode ?? null,
          learnerId ?? null,
        ]),
    },
  ]
}
