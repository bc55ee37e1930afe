import { v7 } from 'uuid'
import { freshDatabase } from '../../../test/setup/postgres.js'
import { migrate } from '../../shared/postgres/migrate.js'
import { findRecords } from '../completion/completion.query.js'
import { creditsOrm } from '../orm.js'
import { record } from './testing/ledger.js'
test('x', async () => {
  const database = await freshDatabase('credits')
  const orm = await creditsOrm(database.url)
  await migrate(orm)
  const learnerId = v7()
  let t = Date.now()
  const lap = (s: string) => { console.log(s, Date.now() - t); t = Date.now() }
  const many = Array.from({ length: 5_000 }, (_, index) => ({ learnerId, activityId: String(300_000_000 + index), completedOn: '2026-06-30', credits: 0.25 }))
  await record(orm.em.fork(), ...many)
  lap('record')
  const sel = { scope: { where: 'c.learner_id = ?::uuid', params: [learnerId] }, and: [{ where: `c.status = 'ACCEPTED'`, params: [] },{ where: 'c.completed_on between ?::date and ?::date', params: ['2026-01-01', '2026-12-31'] }], order: 'NEWEST_COMPLETED', limit: 5001 } as const
  await findRecords(orm.em.fork(), sel)
  lap('find')
  await orm.em.fork().execute('analyze live_credit')
  lap('analyze')
  await findRecords(orm.em.fork(), sel)
  lap('find again')
  await orm.close(); await database.drop()
}, 200000)
