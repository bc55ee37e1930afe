import type { TableRows } from '../../../subgraphs/shared/postgres/copy-rows.js'
import { dayText } from '../day.js'
import { demoOperations } from '../people/demo-operations.js'
import { demoAccounts } from '../people/demo-people.js'
import type { World } from '../world.js'

/** What goes into the gateway's database. */
export function gatewayTables({ today }: World): TableRows[] {
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
    {
      table: 'registered_operation',
      columns: ['account_id', 'name', 'version', 'operation_id', 'kind', 'text', 'cost', 'registered_at'],
      rows: () =>
        demoOperations().map(({ accountId, name, version, operationId, kind, text, cost }) => [
          accountId,
          name,
          version,
          operationId,
          kind,
          text,
          cost,
          dayText(today - 30),
        ]),
    },
  ]
}
