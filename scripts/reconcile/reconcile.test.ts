import { seed } from '../seed/index.js'
import { TestDatabases, tiny } from '../seed/testing/databases.js'
import { checks } from './checks.js'
import { reconcile } from './report.js'

let platform: TestDatabases

beforeAll(async () => {
  platform = await TestDatabases.open()
  const log = () => undefined
  await seed({ urls: platform.urls, today: '2026-11-20', log, scale: { ...tiny, completions: 3_000 }, seed: 7 })
}, 120_000)
afterAll(() => platform.drop())

async function run(): Promise<{ differences: number; lines: string[] }> {
  const lines: string[] = []
  const differences = await reconcile(checks, platform.urls, (line) => lines.push(line), 0)
  return { differences, lines }
}

test('what the seed writes agrees with itself, and every check has looked at something or says that it has not', async () => {
  const { differences, lines } = await run()
  expect(differences).toBe(0)
  expect(lines).toHaveLength(checks.length)
  expect(lines.find((line) => line.includes('licenses'))).toMatch(/✓ .*: [1-9],\d{3} compared$/)
  expect(lines.find((line) => line.includes('live credit'))).toMatch(/✓ .*: [1-9],\d{3} compared$/)
})

test.each([
  ['a license that is told otherwise', `update learner_license set status = 'REVOKED' where license_id =`, 'licenses'],
  ['a license that is missing', 'delete from learner_license where license_id =', 'licenses'],
])('%s is found and named by its key', async (_what, change, name) => {
  const [license] = await platform.rows<{ id: string; learner: string }>(
    'credits',
    `select license_id as id, learner_id as learner from learner_license where status = 'ACTIVE' limit 1`,
  )
  const saved = await platform.rows<{ row: object }>(
    'credits',
    'select to_jsonb(l) as row from learner_license l where license_id = $1',
    [license?.id],
  )
  await platform.rows('credits', `${change} $1`, [license?.id])
  const { differences, lines } = await run()
  expect(differences).toBe(1)
  expect(lines.find((line) => line.startsWith('✗'))).toContain(name)
  expect(lines.some((line) => line.includes(`${license?.learner} ${license?.id}`))).toBe(true)
  await platform.rows('credits', 'delete from learner_license where license_id = $1', [license?.id])
  await platform.rows(
    'credits',
    'insert into learner_license select * from jsonb_populate_record(null::learner_license, $1)',
    [saved[0]?.row],
  )
})

test('a merge that only one side knows, and credit that does not follow from the ledger, are found', async () => {
  await platform.rows(
    'learners',
    'update learner set survivor_id = (select min(learner_id::text)::uuid from learner) where learner_id = (select max(learner_id::text)::uuid from learner)',
  )
  await platform.rows(
    'credits',
    `update live_credit set quarters = quarters + 1 where (learner_id, part_id) = (select learner_id, part_id from live_credit limit 1)`,
  )
  const { differences, lines } = await run()
  expect(differences).toBe(2)
  expect(lines.filter((line) => line.startsWith('✗'))).toHaveLength(2)
})
