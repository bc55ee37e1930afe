import { type MikroORM, UniqueConstraintViolationException } from '@mikro-orm/postgresql'
import { type FreshDatabase, freshDatabase } from '../../../test/setup/postgres.js'
import { executeBound } from './bound.js'
import { createOrm } from './orm.js'

let database: FreshDatabase
let orm: MikroORM

beforeAll(async () => {
  database = await freshDatabase('bound')
  orm = await createOrm({ url: database.url, entities: [], migrations: [] })
  await orm.em.fork().execute('create table thing (name text primary key)')
})

afterAll(async () => {
  await orm.close()
  await database.drop()
})

const insert = 'insert into thing select jsonb_array_elements_text($1::jsonb) returning name'

test('values arrive as they are, whatever stands in them', async () => {
  const names = [`O'Brien`, String.raw`back\slash \' ? ??`, '$1', '“Ünïcode”']
  const rows = await executeBound<{ name: string }>(orm.em.fork(), insert, [JSON.stringify(names)])
  expect(rows.map(({ name }) => name)).toEqual(names)
  const [found] = await executeBound<{ count: number }>(
    orm.em.fork(),
    'select count(*)::int as count from thing where name = any($1::text[])',
    [names],
  )
  expect(found?.count).toBe(names.length)
})

test('lists arrive as they are, whatever plain values or others stand in them', async () => {
  const texts = ['', 'NULL', null, '{a,b}', 'say "x"', 'back\\slash', ' blank ', "O'Brien", 'line\nend', '漢字 🩺']
  const [read] = await executeBound(
    orm.em.fork(),
    `select $1::text[] as texts, $2::int[] as numbers, $3::boolean[] as answers, $4::float8[] as floats, $5::text[] as none,
       $6::bytea[] as bytes`,
    [texts, [1, -2, null], [true, false, undefined], [0.25, 1e300, -0.1], [], [Buffer.from([0, 255])]],
  )
  expect(read).toEqual({
    texts,
    numbers: [1, -2, null],
    answers: [true, false, null],
    floats: [0.25, 1e300, -0.1],
    none: [],
    bytes: [Buffer.from([0, 255])],
  })
})

test('it belongs to the transaction it runs in', async () => {
  const failed = orm.em.fork().transactional(async (em) => {
    await executeBound(em, insert, [JSON.stringify(['gone'])])
    throw new Error('Changed our mind.')
  })
  await expect(failed).rejects.toThrow('Changed our mind.')
  expect(await executeBound(orm.em.fork(), `select 1 from thing where name = 'gone'`, [])).toEqual([])
})

test('a refusal of the database has its name', async () => {
  const twice = executeBound(orm.em.fork(), insert, [JSON.stringify(['twice', 'twice'])])
  await expect(twice).rejects.toBeInstanceOf(UniqueConstraintViolationException)
})
