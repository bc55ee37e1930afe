import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { MikroORM } from '@mikro-orm/postgresql'
import { type FreshDatabase, freshDatabase } from '../../../test/setup/postgres.js'
import { createOrm } from '../postgres/orm.js'
import { appendEvents, currentCursor, type NewEvent, type OutboxEvent, readEvents } from './outbox.js'
import { createOutbox } from './outbox-table.js'

let database: FreshDatabase
let orm: MikroORM

beforeAll(async () => {
  database = await freshDatabase('learners')
  orm = await createOrm({ url: database.url, entities: [], migrations: [] })
  for (const statement of createOutbox) await orm.em.fork().execute(statement)
})
afterAll(async () => {
  await orm.close()
  await database.drop()
})
beforeEach(async () => {
  await orm.em.fork().execute('truncate outbox_event')
})

const anEvent = (name: string): NewEvent => ({
  eventId: randomUUID(),
  aggregateType: 'thing',
  aggregateId: name,
  type: 'Changed',
  payload: { name, note: 'Is it “so”? It’s so: \\ and \n' },
})
const append = (...names: string[]) => orm.em.fork().transactional((em) => appendEvents(em, names.map(anEvent)))
const namesAfter = async (cursor: string | null) =>
  (await readEvents(orm.em.fork(), cursor, 100)).map(({ aggregateId }) => aggregateId)

/** The next events, once nobody else on the server holds them back. */
async function told(cursor: string | null, first: number): Promise<OutboxEvent[]> {
  for (let attempt = 0; attempt < 500; attempt++) {
    const events = await readEvents(orm.em.fork(), cursor, first)
    if (events.length === first) return events
    await setTimeout(20)
  }
  throw new Error(`${first} events were not told.`)
}
const namesOf = (events: OutboxEvent[]) => events.map(({ aggregateId }) => aggregateId)

test('events are told in order, page by page, with what they carry', async () => {
  await append('a', 'b')
  await append('c')
  const [first, second] = await told(null, 2)
  expect([first?.aggregateId, second?.aggregateId]).toEqual(['a', 'b'])
  expect(first).toMatchObject({ aggregateType: 'thing', type: 'Changed', payload: anEvent('a').payload })
  expect(namesOf(await told(second?.cursor ?? null, 1))).toEqual(['c'])
})

test('what was rolled back is never told', async () => {
  await expect(
    orm.em.fork().transactional(async (em) => {
      await appendEvents(em, [anEvent('undone')])
      throw new Error('Changed my mind.')
    }),
  ).rejects.toThrow('Changed my mind.')
  await append('done')
  expect(namesOf(await told(null, 1))).toEqual(['done'])
})

test('events are refused outside a transaction', async () => {
  await expect(appendEvents(orm.em.fork(), [anEvent('loose')])).rejects.toThrow('in the transaction')
})

test('a transaction that began first and commits last is not skipped', async () => {
  const slow = orm.em.fork()
  await slow.begin()
  await appendEvents(slow, [anEvent('slow')])
  await append('quick')
  expect(await namesAfter(null)).toEqual([])

  await slow.commit()
  await append('later')
  const [first] = await told(null, 1)
  expect(first?.aggregateId).toBe('slow')
  expect(namesOf(await told(first?.cursor ?? null, 2))).toEqual(['quick', 'later'])
})

test('a cursor taken before reading misses nothing that was still under way', async () => {
  await append('told before')
  await told(null, 1)
  const open = orm.em.fork()
  await open.begin()
  await appendEvents(open, [anEvent('under way')])
  const cursor = await currentCursor(orm.em.fork())
  await open.commit()
  await append('after')
  expect(namesOf(await told(cursor, 2))).toEqual(['under way', 'after'])
})

test.each(['', 'x', '1', '1:', ':1', '1:2:3', '-1:2', '99999999999999999999:1'])(
  'the cursor “%s” is refused',
  async (cursor) => {
    await expect(readEvents(orm.em.fork(), cursor, 1)).rejects.toMatchObject({ extensions: { code: 'CURSOR_INVALID' } })
  },
)
