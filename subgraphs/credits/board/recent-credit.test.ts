import type { MikroORM } from '@mikro-orm/postgresql'
import { type FreshDatabase, freshDatabase } from '../../../test/setup/postgres.js'
import { Viewer } from '../../reference/viewer.js'
import { toCursor } from '../../shared/graphql/cursor.js'
import { Policies } from '../../shared/policy.js'
import { migrate } from '../../shared/postgres/migrate.js'
import { recordKey } from '../completion/completion.query.js'
import { creditsOrm } from '../orm.js'
import { boardDashboard } from './board-dashboard.query.js'
import { findRecentCredit, type RecentLimits } from './recent-credit.query.js'

let database: FreshDatabase
let orm: MikroORM
const learner = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const year = { from: '2026-01-01', to: '2026-12-31' }
const board = new Viewer(
  { accountId: 'cy', displayName: 'Cy', role: 'LICENSING_BOARD', boardCode: 'ME-MD' },
  new Policies(),
)

// Forty physicians with credit every day; every fourth has a license in Maine, one has two, and 1 is the same as 4.
beforeAll(async () => {
  database = await freshDatabase('credits')
  orm = await creditsOrm(database.url)
  await migrate(orm)
  const em = orm.em.fork()
  const id = `('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid`
  await em.execute(
    `insert into learner_license select ${id}, gen_random_uuid(), case when n % 4 = 0 then 'ME-MD' else 'CA-MD' end, 'ME', 'ACTIVE', '2015-01-01', null
     from generate_series(1, 40) n`,
  )
  await em.execute(
    `insert into learner_license values (?::uuid, gen_random_uuid(), 'ME-MD', 'ME', 'EXPIRED', '2010-01-01', '2014-01-01')`,
    [learner(8)],
  )
  await em.execute('insert into learner_merge values (?::uuid, ?::uuid)', [learner(1), learner(4)])
  await em.execute(
    `insert into live_credit (learner_id, part_id, completion_id, provider_id, activity_id, completed_on, kind, quarters,
       status, source, recorded_at)
     select ${id}, gen_random_uuid(), gen_random_uuid(), '0008273', '200000001', date '2025-12-20' + day, 'CME', 4,
       case when n = 12 then 'REJECTED' else 'ACCEPTED' end, 'FILE', timestamptz '2026-02-01' + (n % 7) * interval '1 minute' + day * interval '1 day'
     from generate_series(1, 40) n, generate_series(0, 19) day`,
  )
})
afterAll(async () => {
  await orm.close()
  await database.drop()
})

/** Every record of the period, page by page. */
async function pages(limits: RecentLimits, limit: number): Promise<string[]> {
  const ids: string[] = []
  for (let after: string | null = null; ; ) {
    const records = await findRecentCredit(orm.em.fork(), board, { ...year, after, limit }, limits)
    ids.push(...records.map(({ completionId }) => completionId))
    const last = records.at(-1)
    if (!last || records.length < limit) return ids
    after = toCursor(recordKey('NEWEST_RECORDED')(last))
  }
}

const byLicensee: RecentLimits = { newestOfAll: 1, fewLicensees: 1_000 }
const amongNewest: RecentLimits = { newestOfAll: 10_000, fewLicensees: 1 }

test('V01: a board’s newest credit is that of its licensees in the period, and of whoever is one with them', async () => {
  const found = await orm.em.fork().execute<{ id: string }[]>(
    `select completion_id as id from live_credit
     where learner_id = any(?::uuid[]) and completed_on >= '2026-01-01' order by recorded_at desc, completion_id desc`,
    [`{${[1, 4, 8, 16, 20, 24, 28, 32, 36, 40].map(learner).join()}}`],
  )
  const expected = found.map(({ id }) => id)
  expect(await pages(byLicensee, 1_000)).toHaveLength(9 * 8)
  expect(expected).toEqual(expect.arrayContaining(await pages(byLicensee, 1_000)))
})

test.each([
  ['licensee by licensee', byLicensee],
  ['among the newest of all', amongNewest],
  ['among too few of them, and then licensee by licensee', { newestOfAll: 30, fewLicensees: 1 }],
])('pages follow each other without a gap, looked for %s', async (_how, limits) => {
  const whole = await pages(byLicensee, 1_000)
  for (const limit of [7, 100]) expect(await pages(limits, limit)).toEqual(whole)
})

test('V01: the sums are those of the same records', async () => {
  const dashboard = await boardDashboard(orm.em.fork(), 'ME-MD', year.from, year.to)
  expect(dashboard).toMatchObject({ licensees: 10, licenseesWithCredit: 9, completions: 72, credits: 72 * 4 })
  expect(dashboard.byMonth[0]).toEqual({ month: '2026-01-01', credits: 72 * 4, completions: 72 })
})
