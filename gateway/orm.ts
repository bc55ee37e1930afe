import { createOrm } from '../subgraphs/shared/postgres/orm.js'
import { Account } from './account/account.js'
import { ApiKey } from './api-key/api-key.js'
import { Migration20261101000000Create } from './migrations/migration-20261101000000-create.js'
import { Migration20261123180000ApiKey } from './migrations/migration-20261123180000-api-key.js'
import { Migration20261123190000Operations } from './migrations/migration-20261123190000-operations.js'
import { Migration20261124110000Partner } from './migrations/migration-20261124110000-partner.js'
import { Migration20261124120000Subscription } from './migrations/migration-20261124120000-subscription.js'
import { RegisteredOperation } from './operation/registered-operation.js'
import { PartnerRequest } from './partner/request/partner-request.js'

/** The mapper of the gateway's database. */
export const gatewayOrm = (url: string) =>
  createOrm({
    url,
    entities: [Account, ApiKey, RegisteredOperation, PartnerRequest],
    migrations: [
      Migration20261101000000Create,
      Migration20261123180000ApiKey,
      Migration20261123190000Operations,
      Migration20261124110000Partner,
      Migration20261124120000Subscription,
    ],
  })
