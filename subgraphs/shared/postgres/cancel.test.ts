import type { MikroORM } from '@mikro-orm/postgresql'
import { type FreshDatabase, freshDatabase } from '../../../test/setup/postgres.js'
import { requestSignal } from '../http/request-signal.js'
import { listen, type RunningServer } from '../http/server.js'
import { executeBound } from './bound.js'
import { forkFor } from './fork-for.js'
import { createOrm } from './orm.js'

let database: FreshDatabase
let orm: MikroORM

beforeAll(async () => {
  database = await freshDatabase('credits')
  orm = await createOrm({ url: database.url, entities: [], migrations: [] })
})
afterAll(async () => {
  await orm.close()
  await database.drop()
})

const slow = 'select pg_sleep(60)'

const running = async () => {
  const rows = await orm.em
    .fork()
    .execute(
      `select pid from pg_stat_activity where datname = current_database() and query like 'select pg_sleep%' and state = 'active'`,
    )
  return rows.length
}

async function until(count: number): Promise<void> {
  while ((await running()) !== count) await new Promise((resolve) => setTimeout(resolve, 20))
}

test.each([
  ['a statement', (signal: AbortSignal) => forkFor(orm, signal).execute(slow)],
  ['a statement with bound values', (signal: AbortSignal) => executeBound(forkFor(orm, signal), slow, [])],
  [
    'a statement of a transaction',
    (signal: AbortSignal) => forkFor(orm, signal).transactional((em) => em.execute(slow)),
  ],
  [
    'a bound statement of a transaction',
    (signal: AbortSignal) => forkFor(orm, signal).transactional((em) => executeBound(em, slow, [])),
  ],
])('%s is gone from the server once nobody waits for its answer', async (_, run) => {
  const ending = new AbortController()
  const failed = run(ending.signal).then(
    () => 'ran',
    () => 'ended',
  )
  await until(1)
  ending.abort()
  expect(await failed).toBe('ended')
  await until(0)
  expect(await forkFor(orm, new AbortController().signal).execute('select 1 as one')).toEqual([{ one: 1 }])
})

describe('a request', () => {
  let server: RunningServer
  afterEach(() => server.close(0))

  /** Asks for what takes a minute, of a server that works on it for so long. */
  async function asks(deadlineMs: number, signal?: AbortSignal): Promise<string> {
    let outcome = ''
    server = await listen({
      host: '127.0.0.1',
      port: 0,
      handler: async (_request, response) => {
        const em = forkFor(orm, requestSignal(response, deadlineMs))
        outcome = await em.execute(slow).then(
          () => 'ran',
          () => 'ended',
        )
        response.end(outcome)
      },
    })
    const answer = await fetch(`http://127.0.0.1:${server.port}/`, { signal }).catch(() => undefined)
    await until(0)
    return (await answer?.text()) ?? outcome
  }

  test('that has taken too long has no statement left', async () => {
    expect(await asks(50)).toBe('ended')
  })

  test('whose caller has gone has no statement left', async () => {
    const ending = new AbortController()
    const outcome = asks(60_000, ending.signal)
    await until(1)
    ending.abort()
    expect(await outcome).toBe('ended')
  })
})
