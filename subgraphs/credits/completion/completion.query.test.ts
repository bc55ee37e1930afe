import type { MikroORM } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { type FreshDatabase, freshDatabase } from '../../../test/setup/postgres.js'
import { toCursor } from '../../shared/graphql/cursor.js'
import { migrate } from '../../shared/postgres/migrate.js'
import { creditsOrm } from '../orm.js'
import { findRecords, type RecordSelection, recordKey } from './completion.query.js'

let database: FreshDatabase
let orm: MikroORM
beforeAll(async () => {
  database = await freshDatabase('credits')
  orm = await creditsOrm(database.url)
  await migrate(orm)
})
afterAll(async () => {
  await orm.close()
  await database.drop()
})

const scope = { where: 'true', params: [] }

/** Every record, page by page. */
async function pages(order: RecordSelection['order'], limit: number): Promise<string[]> {
  const ids: string[] = []
  for (let after: string | null = null; ; ) {
    const records = await findRecords(orm.em.fork(), { scope, order, after, limit })
    ids.push(...records.map(({ completionId }) => completionId))
    const last = records.at(-1)
    if (!last || records.length < limit) return ids
    after = toCursor(recordKey(order)(last))
  }
}

test('pages follow each other without a gap, also where many records were made in one instant', async () => {
  const ids = Array.from({ length: 20 }, () => v7())
  await orm.em.fork().execute(
    `insert into live_credit (learner_id, part_id, completion_id, provider_id, activity_id, completed_on, kind, quarters,
       status, source, recorded_at)
     select gen_random_uuid(), gen_random_uuid(), id::uuid, '0008273', '200000001', '2026-06-30', 'CME', 4, 'ACCEPTED', 'FILE',
       timestamptz '2026-07-01T00:00:00.123456Z' + (index / 7) * interval '1 microsecond'
     from jsonb_array_elements_text(?::jsonb) with ordinality as given (id, index)`,
    [JSON.stringify(ids)],
  )
  for (const order of ['NEWEST_RECORDED', 'NEWEST_COMPLETED'] as const) {
    const whole = await pages(order, 100)
    expect(new Set(whole)).toEqual(new Set(ids))
    for (const limit of [1, 3, 7]) expect(await pages(order, limit)).toEqual(whole)
  }
})
