import type { EntityManager, MikroORM } from '@mikro-orm/postgresql'
import pg from 'pg'
import { type FreshDatabase, freshDatabase } from '../../../test/setup/postgres.js'
import { createOrm } from './orm.js'

const poolSize = 2
let database: FreshDatabase
let orm: MikroORM
let other: pg.Client

beforeAll(async () => {
  database = await freshDatabase('lost')
  orm = await createOrm({ url: database.url, entities: [], migrations: [], poolSize })
  other = new pg.Client({ connectionString: database.url })
  await other.connect()
})
afterAll(async () => {
  await other.end()
  await orm.close()
  await database.drop()
})

const pidOf = async (em: EntityManager) => {
  const [row] = await em.execute<{ pid: number }[]>('select pg_backend_pid() as pid')
  return row?.pid
}
/** Ends a session as a server that falls does. */
const fell = async (pid: number | undefined) => {
  await other.query('select pg_terminate_backend($1, 5000)', [pid])
}

test.each<[string, (em: EntityManager) => Promise<unknown>]>([
  [
    'between two statements of a transaction',
    (em) =>
      em.transactional(async (transaction) => {
        await fell(await pidOf(transaction))
        await transaction.execute('select 1')
      }),
  ],
  [
    'before a transaction is committed',
    (em) => em.transactional(async (transaction) => fell(await pidOf(transaction))),
  ],
  [
    'in a statement of a transaction',
    (em) => em.transactional((transaction) => transaction.execute('select pg_terminate_backend(pg_backend_pid())')),
  ],
  [
    'in both of two transactions',
    (em) =>
      em.transactional(async (outer) => {
        await em.fork().transactional(async (inner) => {
          await fell(await pidOf(inner))
          await fell(await pidOf(outer))
        })
      }),
  ],
])('a connection that is lost %s makes room for another', async (_, lose) => {
  for (let time = 0; time <= poolSize; time++) await expect(lose(orm.em.fork())).rejects.toThrow()
  const asked = Array.from({ length: 3 * poolSize }, () => orm.em.fork().execute('select 1 as one'))
  expect(await Promise.all(asked)).toEqual(asked.map(() => [{ one: 1 }]))
})

test('whoever waits for a connection that nobody gives back is told so', async () => {
  const short = await createOrm({ url: database.url, entities: [], migrations: [], poolSize: 1, waitMs: 200 })
  await short.em.transactional(async () => {
    await expect(short.em.fork().execute('select 1')).rejects.toThrow('timeout exceeded when trying to connect')
  })
  expect(await short.em.fork().execute('select 1 as one')).toEqual([{ one: 1 }])
  await short.close()
})
