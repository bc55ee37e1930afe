import type { MikroORM } from '@mikro-orm/postgresql'
import { type FreshDatabase, freshDatabase } from '../../../test/setup/postgres.js'
import { createOrm } from './orm.js'
import { executePrepared } from './prepared.js'

let database: FreshDatabase
let orm: MikroORM

beforeAll(async () => {
  database = await freshDatabase('prepared')
  orm = await createOrm({ url: database.url, entities: [], migrations: [], poolSize: 1 })
})
afterAll(async () => {
  await orm.close()
  await database.drop()
})

const prepared = () =>
  orm.em.fork().execute(`select statement, generic_plans + custom_plans as plans from pg_prepared_statements`)

test('a statement is prepared once by a connection, and run with other values', async () => {
  const add = (one: number, other: number) =>
    executePrepared<{ sum: number }>(orm.em.fork(), 'select ?::int + ?::int as sum', [one, other])
  expect([await add(1, 2), await add(3, 4)]).toEqual([[{ sum: 3 }], [{ sum: 7 }]])
  expect(await prepared()).toEqual([{ statement: expect.stringContaining('select $1::int + $2::int'), plans: '2' }])
})

test('it belongs to the transaction it runs in, and what it refuses can be asked again', async () => {
  await orm.em.fork().transactional(async (em) => {
    await em.execute('create temp table thing (name text) on commit drop')
    await executePrepared(em, 'insert into thing values (?)', [`O'Brien ?`])
    expect(await em.execute('select name from thing')).toEqual([{ name: `O'Brien ?` }])
  })
  const divide = (by: number) => executePrepared(orm.em.fork(), 'select 6 / ?::int as part', [by])
  await expect(divide(0)).rejects.toThrow('division by zero')
  expect(await divide(2)).toEqual([{ part: 3 }])
})

test('statements beyond those that are prepared are answered all the same', async () => {
  for (let number = 0; number < 210; number += 1) {
    expect(await executePrepared(orm.em.fork(), `select ?::int as n${number}`, [number])).toEqual([
      { [`n${number}`]: number },
    ])
  }
  expect((await prepared()).length).toBe(200)
})
