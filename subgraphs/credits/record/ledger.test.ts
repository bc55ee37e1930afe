import type { MikroORM } from '@mikro-orm/postgresql'
import pg from 'pg'
import { v7 } from 'uuid'
import { type FreshDatabase, freshDatabase } from '../../../test/setup/postgres.js'
import { migrate } from '../../shared/postgres/migrate.js'
import { creditsOrm } from '../orm.js'
import { record } from '../transcript/testing/ledger.js'

let database: FreshDatabase
let orm: MikroORM
let ours: pg.Client
const learnerId = v7()

beforeAll(async () => {
  database = await freshDatabase('credits')
  orm = await creditsOrm(database.url)
  await migrate(orm)
  await record(orm.em.fork(), { learnerId, activityId: '200000001', completedOn: '2026-03-01', credits: 2 })
  ours = new pg.Client({ connectionString: database.url })
  await ours.connect()
})
afterAll(async () => {
  await ours.end()
  await orm.close()
  await database.drop()
})

const partitionsOf = (table: string) => [table, ...Array.from({ length: 8 }, (_, index) => `${table}_${index}`)]

describe.each(['completion', 'credit_part', 'part_decision'])('%s (I-5)', (table) => {
  test.each([
    ['changed', `update ${table} set learner_id = learner_id`],
    ['deleted', `delete from ${table}`],
  ])('is never %s', async (_what, statement) => {
    await expect(ours.query(statement)).rejects.toThrow('append-only')
  })

  test.each(partitionsOf(table))('is not emptied as %s either', async (name) => {
    await expect(ours.query(`truncate ${name} cascade`)).rejects.toThrow('append-only')
  })

  test('nor is one of its partitions changed behind its back', async () => {
    const { rows } = await ours.query<{ name: string }>(`select tableoid::regclass::text as name from ${table} limit 1`)
    await expect(ours.query(`delete from ${rows[0]?.name}`)).rejects.toThrow('append-only')
    await expect(ours.query(`update ${rows[0]?.name} set learner_id = learner_id`)).rejects.toThrow('append-only')
  })
})

describe('a version', () => {
  const insert = `
    insert into completion (learner_id, completion_id, provider_id, activity_id, completed_on, source, submitted_by,
      record_id, version, supersedes, action, parts)
    select learner_id, gen_random_uuid(), $1, activity_id, completed_on, source, 'ada', $2::uuid, $3, $4::uuid, 'VOIDED', '{}'
    from completion where completion_id = coalesce($2::uuid, completion_id) and version = 1 limit 1`
  const first = async () => {
    const { rows } = await ours.query<{ id: string }>('select completion_id as id from completion where version = 1')
    return rows[0]?.id
  }

  beforeEach(() => ours.query('begin'))
  afterEach(() => ours.query('rollback'))

  test('follows the one before it', async () => {
    const id = await first()
    await expect(ours.query(insert, ['0008273', id, 2, id])).resolves.toMatchObject({ rowCount: 1 })
  })
  test('is superseded at most once', async () => {
    const id = await first()
    await ours.query(insert, ['0008273', id, 2, id])
    await expect(ours.query(insert, ['0008273', id, 2, id])).rejects.toThrow('duplicate key')
  })
  test('leaves none out', async () => {
    const id = await first()
    await expect(ours.query(insert, ['0008273', id, 3, id])).rejects.toThrow('does not follow')
  })
  test('names its predecessor', async () => {
    await expect(ours.query(insert, ['0008273', await first(), 2, null])).rejects.toThrow('is_first_or_follows')
  })
  test('stays with its provider', async () => {
    const id = await first()
    await expect(ours.query(insert, ['0009999', id, 2, id])).rejects.toThrow('does not follow')
  })
})

test('a part is taken back once', async () => {
  const take = `
    insert into part_decision (learner_id, part_id, sequence, decision, decided_by)
    select learner_id, part_id, max(sequence) + 1, 'VOIDED', 'ada' from part_decision group by 1, 2`
  await ours.query('begin')
  await ours.query(take)
  await expect(ours.query(take)).rejects.toThrow('duplicate key')
  await ours.query('rollback')
})

test('every unique key of what grows with learners contains the learner, so that it can be distributed', async () => {
  const { rows } = await ours.query<{ name: string }>(`
    select i.indexrelid::regclass::text as name from pg_index i
    where i.indisunique and i.indrelid::regclass::text in ('completion', 'credit_part', 'part_decision', 'live_credit')
      and not exists (
        select from pg_attribute a
        where a.attrelid = i.indrelid and a.attnum = any(i.indkey::int2[]) and a.attname = 'learner_id')`)
  expect(rows).toEqual([])
})

describe('the rows of a batch (I-1)', () => {
  const batchId = v7()
  const insert = `
    insert into batch_row (batch_id, row_number, cells, outcome)
    select $1::uuid, number, '{}', 'REJECTED' from generate_series(1, 2) as number`

  beforeAll(async () => {
    await ours.query(
      `insert into batch (batch_id, provider_id, source, state, submitted_by) values ($1, '0008273', 'FILE', 'DONE', 'ada')`,
      [batchId],
    )
    await ours.query(insert, [batchId])
  })

  test('belong to one that is there', async () => {
    await expect(ours.query(insert, [v7()])).rejects.toThrow('A row belongs to a batch')
  })
  test('stay with it', async () => {
    await expect(ours.query('update batch_row set batch_id = $2 where batch_id = $1', [batchId, v7()])).rejects.toThrow(
      'append-only',
    )
  })
  test.each([
    'delete from batch where batch_id = $1',
    'update batch set batch_id = gen_random_uuid() where batch_id = $1',
  ])('keep it: %s', async (statement) => {
    await expect(ours.query(statement, [batchId])).rejects.toThrow('A batch stays as long as its rows')
  })
})
