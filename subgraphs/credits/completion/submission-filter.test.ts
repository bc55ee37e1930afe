import type { MikroORM } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { type FreshDatabase, freshDatabase } from '../../../test/setup/postgres.js'
import { migrate } from '../../shared/postgres/migrate.js'
import { decideParts } from '../board/decide-parts.js'
import { creditsOrm } from '../orm.js'
import { type Earned, record } from '../transcript/testing/ledger.js'
import { findRecords } from './completion.query.js'
import { countSubmissions } from './submission-counts.query.js'
import { type BoardStanding, withStanding } from './submission-filter.js'

let database: FreshDatabase
let orm: MikroORM
const northernLight = '0008273'

beforeAll(async () => {
  database = await freshDatabase('credits')
  orm = await creditsOrm(database.url)
  await migrate(orm)
})
afterAll(async () => {
  await orm.close()
  await database.drop()
})

async function reports(learnerId: string, completedOn: string): Promise<string> {
  const moc: Earned['moc'] = { board: 'ABIM', points: 5, status: 'PENDING' }
  const [part] = await record(orm.em.fork(), { learnerId, activityId: '200000001', completedOn, moc })
  return part?.partId ?? ''
}
const decide = (partId: string, decision: 'ACCEPTED' | 'REJECTED') =>
  decideParts(orm.em.fork(), [{ partId, decision, reasonCode: 'BOARD_ID_UNKNOWN' }], {
    boardCode: 'ABIM',
    decidedBy: 'cam',
  })
const listed = async (standing: BoardStanding) => {
  const scope = withStanding(northernLight, standing)
  const records = await findRecords(orm.em.fork(), { scope, order: 'NEWEST_RECORDED', limit: 10 })
  return records.map(({ completedOn, moc }) => [completedOn, ...moc.map(({ issue }) => issue?.column)].join(' '))
}

test('S20, V03: records are found and counted by what boards said, and what was sent again is not rejected any more', async () => {
  const dee = v7()
  await decide(await reports(dee, '2026-03-01'), 'ACCEPTED')
  await decide(await reports(dee, '2026-03-02'), 'REJECTED')
  await reports(dee, '2026-03-03')
  const overdue = await reports(dee, '2026-03-04')
  await orm.em
    .fork()
    .execute(`update live_credit set asked_at = now() - interval '25 hours' where part_id = ?::uuid`, [overdue])

  expect(await countSubmissions(orm.em.fork(), northernLight)).toEqual({ waiting: 2, overdue: 1, rejected: 1 })
  expect(await countSubmissions(orm.em.fork(), '0009999')).toEqual({ waiting: 0, overdue: 0, rejected: 0 })
  expect(await listed('WAITING')).toEqual(['2026-03-04 ', '2026-03-03 '])
  expect(await listed('OVERDUE')).toEqual(['2026-03-04 '])
  expect(await listed('REJECTED')).toEqual(['2026-03-02 Certifying Board ID'])

  await reports(dee, '2026-03-02')
  expect(await listed('REJECTED')).toEqual([])
  expect(await countSubmissions(orm.em.fork(), northernLight)).toEqual({ waiting: 3, overdue: 1, rejected: 0 })
})
