import type { MikroORM } from '@mikro-orm/postgresql'
import { type FreshDatabase, freshDatabase } from '../../../test/setup/postgres.js'
import { createLog } from '../log.js'
import { createOrm } from '../postgres/orm.js'
import { JobQueue } from './job-queue.js'

let database: FreshDatabase
let orm: MikroORM
let queue: JobQueue

beforeAll(async () => {
  database = await freshDatabase('queue')
  orm = await createOrm({ url: database.url, entities: [], migrations: [] })
  queue = await JobQueue.open('things', database.url, createLog('test', 'silent'), 'WORKER')
})

afterAll(async () => {
  await queue.close()
  await orm.close()
  await database.drop()
})

test('a job that was interrupted is taken up again soon, though nobody tells the workers of it', async () => {
  const attempts: string[] = []
  const { promise: done, resolve } = Promise.withResolvers<void>()
  await queue.work(async (id) => {
    attempts.push(id)
    if (attempts.length === 1) throw new Error('Interrupted.')
    resolve()
  })
  await queue.add(orm.em.fork(), 'a-thing', 'a-group')
  await done
  expect(attempts).toEqual(['a-thing', 'a-thing'])
}, 20_000)
