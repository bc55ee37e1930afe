import { GraphQLError } from 'graphql'
import pg from 'pg'
import { type FreshDatabase, freshDatabase } from '../../test/setup/postgres.js'
import { storageLow, upstreamUnavailable } from './errors.js'
import { createLog } from './log.js'
import { createOrm } from './postgres/orm.js'

function logged(error: unknown): string {
  let line = ''
  createLog('test', 'info', { write: (text) => (line += text) }).error({ err: error }, 'failed')
  return line
}

test('an error is logged with its words and its causes', () => {
  const cause = new Error('learners answered 401')
  expect(logged(new Error('outer', { cause }))).toMatch(/outer.*learners answered 401/)
  expect(logged(upstreamUnavailable('Try again.', { cause }))).toContain('learners answered 401')
  const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' })
  expect(logged(storageLow('Later.', { cause: full }))).toContain('no space left')
})

describe('what a database says', () => {
  let database: FreshDatabase
  beforeAll(async () => {
    database = await freshDatabase('log')
  })
  afterAll(() => database.drop())

  const statements: [what: string, sql: string, code: string][] = [
    ['a value of another type', `select 'Marchetti'::uuid`, '22P02'],
    [
      'a row that breaks a rule',
      `create table t (name text check (name = '')); insert into t values ('Marchetti')`,
      '23514',
    ],
    [
      'a key that is there',
      `create table u (name text primary key); insert into u values ('Marchetti'), ('Marchetti')`,
      '23505',
    ],
  ]
  test.each(statements)('is logged by its code, without the values: %s', async (_, sql, code) => {
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    const plain: unknown = await client.query(sql).catch((error: unknown) => error)
    await client.end()
    const orm = await createOrm({ url: database.url, entities: [], migrations: [] })
    const mapped: unknown = await orm.em.execute(sql).catch((error: unknown) => error)
    await orm.close()
    for (const error of [plain, mapped, new Error('outer', { cause: mapped }), resolved(mapped)]) {
      const line = logged(error)
      expect(JSON.parse(line).err).toMatchObject({ code, stack: expect.stringMatching(/^\s+at /) })
      expect(line).not.toContain('Marchetti')
    }
  })

  const resolved = (error: unknown) =>
    new GraphQLError('failed', { originalError: error instanceof Error ? error : undefined })
})
