import { jest } from '@jest/globals'
import type { MikroORM } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { type FreshDatabase, freshDatabase } from '../../../test/setup/postgres.js'
import { migrate } from '../../shared/postgres/migrate.js'
import { creditsOrm } from '../orm.js'
import { findHistories, type HistoryKey } from './history.query.js'

const everything = { where: 'true', params: [] }
const learners = Array.from({ length: 6 }, () => v7())
let database: FreshDatabase
let orm: MikroORM

beforeAll(async () => {
  database = await freshDatabase('credits')
  orm = await creditsOrm(database.url)
  await migrate(orm)
  await orm.em.fork().execute(
    `insert into live_credit (learner_id, part_id, completion_id, provider_id, activity_id, completed_on, kind, quarters,
       status, source, recorded_at)
     select id::uuid, gen_random_uuid(), gen_random_uuid(), '0008273', '200000001', date '2026-06-01' + day, 'CME', 4, 'ACCEPTED',
       'FILE', now()
     from jsonb_array_elements_text(?::jsonb) as id, generate_series(0, 9) as day`,
    [JSON.stringify(learners)],
  )
})
afterAll(async () => {
  await orm.close()
  await database.drop()
})

const key = (learnerId: string, changes: Partial<HistoryKey> = {}): HistoryKey => ({
  learnerId,
  from: null,
  to: null,
  after: null,
  limit: 3,
  ...changes,
})

test('each learner has a page of his or her own, the newest first', async () => {
  const stranger = v7()
  const pages = await findHistories(
    orm.em.fork(),
    everything,
    [...learners, stranger].map((id) => key(id)),
  )
  const days = ['2026-06-10', '2026-06-09', '2026-06-08']
  expect(pages.map((page) => page.map(({ completedOn }) => completedOn))).toEqual([...learners.map(() => days), []])
  expect(pages.slice(0, -1).map(([first]) => first?.learnerId)).toEqual(learners)
})

test('learners who are asked for different pages get theirs', async () => {
  const [one = '', other = ''] = learners
  const pages = await findHistories(orm.em.fork(), everything, [
    key(one, { to: '2026-06-02' }),
    key(other, { from: '2026-06-10' }),
  ])
  expect(pages.map((page) => page.map(({ completedOn }) => completedOn))).toEqual([
    ['2026-06-02', '2026-06-01'],
    ['2026-06-10'],
  ])
})

test('however many learners, the same page is one statement', async () => {
  const sent = jest.spyOn(orm.config.getLogger(), 'logQuery')
  await findHistories(
    orm.em.fork(),
    everything,
    learners.map((id) => key(id)),
  )
  expect(sent).toHaveBeenCalledTimes(1)
  sent.mockRestore()
})
