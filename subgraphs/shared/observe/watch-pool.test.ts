import type { MikroORM } from '@mikro-orm/postgresql'
import { ROOT_CONTEXT } from '@opentelemetry/api'
import { type FreshDatabase, freshDatabase } from '../../../test/setup/postgres.js'
import { createLog } from '../log.js'
import { createOrm } from '../postgres/orm.js'
import { logWork } from './log-work.js'
import { registry } from './registry.js'
import { thresholds } from './thresholds.js'
import { startSpan } from './trace.js'
import { during, type Work } from './work.js'

let database: FreshDatabase
let orm: MikroORM
const usual = { ...thresholds }

beforeAll(async () => {
  database = await freshDatabase('observe')
  orm = await createOrm({ url: database.url, entities: [], migrations: [] })
  await orm.em.execute('create table person (person_id int primary key, last_name text)')
  await orm.em.execute(`insert into person values (1, 'Marchetti'), (2, 'Okafor')`)
  Object.assign(thresholds, { statementMs: 0 })
})
afterAll(async () => {
  Object.assign(thresholds, usual)
  await orm.close()
  await database.drop()
})

function someWork(): Work {
  const span = startSpan('request', {}, ROOT_CONTEXT)
  const startedAt = performance.now()
  return { id: 'request-7', startedAt, span, operation: 'Transcript', codes: [], fetches: [], slowStatements: [] }
}

/** What is logged of work that runs these statements. */
async function loggedOf(...statements: string[]): Promise<{ line: string; json: { statements: Logged[] } }> {
  const work = someWork()
  for (const statement of statements) await during(work, () => orm.em.fork().execute(statement))
  const line = await new Promise<string>((write) => logWork(work, createLog('test', 'info', { write })))
  return { line, json: JSON.parse(line) }
}

interface Logged {
  statement: string
  plan?: { step: string; conditions?: string[] }
}

test('a slow statement is logged with its plan and without its values', async () => {
  const { line, json } = await loggedOf(`select * from person where last_name = 'Marchetti' and person_id < 7654321`)
  expect(json).toMatchObject({ requestId: 'request-7', operation: 'Transcript', msg: 'slow', level: 40 })
  expect(json.statements[0]).toMatchObject({
    statement: 'select * from person where last_name = ? and person_id < ?',
    plan: { of: 'person', conditions: expect.arrayContaining([expect.stringContaining('last_name = ?')]) },
  })
  expect(line).not.toMatch(/Marchetti|7654321/)
})

test('the plan of a statement is asked for once a minute, whatever its values', async () => {
  const { json } = await loggedOf(
    `select count(*) from person where last_name = 'Ada'`,
    `select count(*) from person where last_name = 'Bo'`,
  )
  expect(json.statements.map(({ plan }) => plan !== undefined)).toEqual([true, false])
})

test('a plan runs nothing: neither the statement nor what stands behind it', async () => {
  const { json } = await loggedOf(
    `delete from person where person_id = -1`,
    `update person set last_name = last_name || 'x' where person_id = 2; select 1`,
  )
  expect(json.statements.map(({ plan }) => plan !== undefined)).toEqual([true, false])
  expect(await orm.em.fork().execute('select last_name from person where person_id = 2')).toEqual([
    { last_name: 'Okaforx' },
  ])
})

test('a statement that fails, or that nobody has asked for, is told of nowhere', async () => {
  await expect(orm.em.fork().execute('select 1 from nowhere')).rejects.toThrow()
  const work = someWork()
  expect(work.slowStatements).toEqual([])
})

test('statements and connections are counted by database', async () => {
  const metrics = await registry.metrics()
  const name = new URL(database.url).pathname.slice(1)
  expect(metrics).toMatch(new RegExp(`creditgraph_sql_seconds_count\\{database="${name}"\\} [1-9]`))
  expect(metrics).toContain(`creditgraph_pool_connections{database="${name}",state="waiting"} 0`)
})
