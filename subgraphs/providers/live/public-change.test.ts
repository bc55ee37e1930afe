import type { MikroORM } from '@mikro-orm/postgresql'
import { type FreshDatabase, freshDatabase } from '../../../test/setup/postgres.js'
import { migrate } from '../../shared/postgres/migrate.js'
import { providersOrm } from '../start.js'
import { publicChangeSince } from './public-change.js'

let database: FreshDatabase
let orm: MikroORM

beforeAll(async () => {
  database = await freshDatabase('providers')
  orm = await providersOrm(database.url)
  await migrate(orm)
})
afterAll(async () => {
  await orm.close()
  await database.drop()
})

const since = (snapshot: string | null) => publicChangeSince(orm.em.fork(), snapshot)
const rename = (name: string) => `update provider_organization set name = '${name}'`

test('what was committed since is told once, and what was not committed is not', async () => {
  const { snapshot, hasChanged } = await since(null)
  expect(hasChanged).toBe(true)
  expect((await since(snapshot)).hasChanged).toBe(false)
  const open = orm.em.fork()
  await open.begin()
  await open.execute(rename('slow'))
  const before = await since(snapshot)
  expect(before.hasChanged).toBe(false)
  await orm.em.fork().execute(rename('quick'))
  const after = await since(before.snapshot)
  expect(after.hasChanged).toBe(true)
  expect((await since(after.snapshot)).hasChanged).toBe(false)
  // It began before the last look, and is committed after it.
  await open.commit()
  const last = await since(after.snapshot)
  expect(last.hasChanged).toBe(true)
  expect((await since(last.snapshot)).hasChanged).toBe(false)
})

test.each(['activity', 'moc_registration', 'provider_organization'])('a statement on %s is a change', async (table) => {
  const { snapshot } = await since(null)
  await orm.em.fork().execute(`delete from ${table} where false`)
  expect((await since(snapshot)).hasChanged).toBe(true)
})

test.each(['', 'x', '1:2', "1:2:3'"])('“%s” is no snapshot', async (text) => {
  await expect(since(text)).rejects.toMatchObject({ extensions: { code: 'CURSOR_INVALID' } })
})
