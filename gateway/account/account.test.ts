import type { MikroORM } from '@mikro-orm/postgresql'
import { type FreshDatabase, freshDatabase } from '../../test/setup/postgres.js'
import { gatewayOrm } from '../orm.js'
import { Account } from './account.js'

let database: FreshDatabase
let orm: MikroORM

beforeAll(async () => {
  database = await freshDatabase('gateway')
  orm = await gatewayOrm(database.url)
  await orm.migrator.up()
})

afterAll(async () => {
  await orm.close()
  await database.drop()
})

test('an account tells the subgraphs who asks, and leaves out what does not apply', async () => {
  const em = orm.em.fork()
  em.create(Account, {
    accountId: 'ada',
    displayName: 'Ada Reyes',
    role: 'PROVIDER_REPORTER',
    providerId: '0008273',
  })
  await em.flush()

  const account = await orm.em.fork().findOneOrFail(Account, 'ada')

  expect(account.claims()).toEqual({
    accountId: 'ada',
    displayName: 'Ada Reyes',
    role: 'PROVIDER_REPORTER',
    providerId: '0008273',
  })
})

test('there are no other roles', async () => {
  const insert = `insert into account (account_id, display_name, role) values ('x', 'X', 'KING')`
  await expect(orm.em.fork().execute(insert)).rejects.toThrow('account_role_check')
})
