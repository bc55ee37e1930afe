import { createOrm } from '../subgraphs/shared/postgres/orm.js'
import { Account } from './account/account.js'
import { Migration20261101000000Create } from './migrations/migration-20261101000000-create.js'

/** The mapper of the gateway's database. */
export const gatewayOrm = (url: string) =>
  createOrm({ url, entities: [Account], migrations: [Migration20261101000000Create] })
