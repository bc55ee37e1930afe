import { creditsOrm } from '../../subgraphs/credits/orm.js'
import { seed, seedIfEmpty } from './index.js'
import { TestDatabases, tiny } from './testing/databases.js'

const today = '2026-11-20'
const log = () => undefined

let platform: TestDatabases
let other: TestDatabases
let digest: Record<string, string>

beforeAll(async () => {
  platform = await TestDatabases.open()
  other = await TestDatabases.open()
  await seed({ urls: platform.urls, today, log, scale: tiny, seed: 7 })
  digest = await platform.digest()
}, 120_000)

afterAll(async () => {
  await platform.drop()
  await other.drop()
})

test('keys, indexes and the guards of the ledger are as the migrations made them', async () => {
  const bare = await TestDatabases.open()
  const orm = await creditsOrm(bare.urls.credits)
  await orm.migrator.up().finally(() => orm.close())
  expect(await platform.definitions('credits')).toEqual(await bare.definitions('credits'))
  await expect(platform.rows('credits', 'update completion set row_number = 1')).rejects.toThrow('append-only')
  await bare.drop()
})

test('an interrupted seed leaves nothing half done, is not finished over foreign rows, and else as it was begun', async () => {
  const pullThePlug = (line: string) => {
    if (line.includes('credits')) throw new Error('Pulled the plug.')
  }
  const interrupted = seed({ urls: other.urls, today, scale: tiny, seed: 7, log: pullThePlug })
  await expect(interrupted).rejects.toThrow('Pulled the plug.')
  expect(await other.count('credits', 'select from completion')).toBe(0)
  expect(await other.count('learners', 'select from learner')).toBe(tiny.physicians)

  await other.rows('gateway', `insert into account values ('eve', 'Eve', 'OPERATOR')`)
  const overForeignRows = seedIfEmpty({ urls: other.urls, today, log })
  await expect(overForeignRows).rejects.toThrow('the gateway database has been written to by somebody else')
  expect(await other.count('gateway', 'select from account')).toBe(1)

  await other.rows('gateway', 'delete from account')
  await seedIfEmpty({ urls: other.urls, today: '2026-12-24', log })
  expect(await other.digest()).toEqual(digest)
}, 120_000)

test('what is seeded is left alone by the next start, and by a second seed', async () => {
  await seedIfEmpty({ urls: platform.urls, today: '2027-01-01', log })
  const second = seed({ urls: platform.urls, today, log, scale: tiny, seed: 8 })
  await expect(second).rejects.toThrow('Add --replace')
  expect(await platform.digest()).toEqual(digest)
}, 60_000)

test('nothing is replaced while somebody has the databases open', async () => {
  const orm = await creditsOrm(platform.urls.credits)
  await orm.em.fork().execute('select 1')
  const attempt = seed({ urls: platform.urls, today, log, scale: tiny, seed: 8, replace: true })
  await expect(attempt).rejects.toThrow('CreditGraph is running')
  await orm.close()
})

test('another number replaces everything but the people of the demo', async () => {
  await seed({ urls: platform.urls, today, log, scale: tiny, seed: 8, replace: true })
  const replaced = await platform.digest()
  const alike = Object.keys(digest).filter((table) => digest[table] === replaced[table])
  const empty = Object.keys(digest).filter((table) => digest[table]?.startsWith('0 '))
  const demo = ['gateway.account', 'gateway.registered_operation', 'credits.event_position']
  expect(alike.sort()).toEqual([...empty, ...demo].sort())
}, 120_000)

test('a platform with data of its own is left alone', async () => {
  const own = await TestDatabases.open()
  const orm = await creditsOrm(own.urls.credits)
  await orm.migrator.up().finally(() => orm.close())
  await own.rows('credits', `insert into event_position (owner, position) values ('learners', '1:1')`)

  await seedIfEmpty({ urls: own.urls, today, log })

  expect(await own.count('learners', 'select from learner')).toBe(0)
  await own.drop()
}, 60_000)
