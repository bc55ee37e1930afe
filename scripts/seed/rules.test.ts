import { seed } from './index.js'
import { TestDatabases, tiny } from './testing/databases.js'
import { bringFactsTogether } from './testing/facts.js'

const today = '2026-11-20'

let platform: TestDatabases

beforeAll(async () => {
  platform = await TestDatabases.open()
  await seed({ urls: platform.urls, today, log: () => undefined, scale: tiny, seed: 3 })
  await bringFactsTogether(platform)
}, 120_000)

afterAll(() => platform.drop())

const part = `
  select c.*, a.credit_quarters, a.starts_on, a.ends_on, a.activity_format, a.status as activity_status,
    a.provider_id as owner, r.point_quarters, r.credit_types, r.status as registration
  from live_credit c
  left join facts.activity a using (activity_id)
  left join facts.registration r on r.activity_id = c.activity_id and r.board_code = c.board_code`

describe('no record breaks a rule of credit', () => {
  test.each([
    ['L02', `select from (${part}) p where owner is distinct from provider_id`],
    ['L03', `select from (${part}) p where activity_status not in ('ACTIVE', 'CLOSED')`],
    ['L07', `select from completion where completed_on >= '${today}' or recorded_at >= '${today}'`],
    ['L08', `select from (${part}) p where completed_on not between starts_on and ends_on`],
    ['L09', `select from completion where extract(year from recorded_at) > extract(year from completed_on) + 1`],
    [
      'L12, L26, L27',
      `select from (${part}) p where kind = 'CME' group by learner_id, activity_id, credit_quarters
       having sum(quarters) > credit_quarters`,
    ],
    ['L13', `select from live_credit where (kind = 'CME') <> (licensing_state is not null)`],
    ['L17', `select from (${part}) p where kind = 'MOC' and registration is distinct from 'ACTIVE'`],
    [
      'L18',
      `select from live_credit c where kind = 'MOC' and not exists (select from facts.diplomate d
       where d.learner_id = c.learner_id and d.board_code = c.board_code and d.status = 'ACTIVE')`,
    ],
    [
      'L19',
      `select from (${part}) p, jsonb_array_elements(lines) line where line->>'creditType' <> all (credit_types)`,
    ],
    ['L20', `select from (${part}) p where kind = 'MOC' and quarters > point_quarters`],
    ['L21', `select from live_credit, jsonb_array_elements(lines) line where (line->>'quarters')::int > quarters`],
    ['a line for each MOC part alone', `select from live_credit where (kind = 'MOC') <> (lines <> '[]')`],
    [
      'L24',
      `select from live_credit where board_code = 'ABA' and (distinction = 'PS') <> (lines @> '[{"creditType":"PS"}]')`,
    ],
    ['L36', `select from live_credit where board_code = 'ABS' and completed_on < '2021-03-01'`],
    [
      'I15',
      `select from live_credit c where kind = 'CME' and not exists (select from facts.license l
       where l.learner_id = c.learner_id and l.state = c.licensing_state
         and c.completed_on between l.effective_from and coalesce(l.effective_to, 'infinity'))`,
    ],
    ['recorded after it was completed', 'select from completion where recorded_at::date < completed_on'],
  ])('%s', async (_, sql) => {
    expect(await platform.count('credits', sql)).toBe(0)
  })
})

describe('no activity breaks a rule of activities', () => {
  const live = `select * from activity where status in ('ACTIVE', 'CLOSED')`
  const mocOf = (condition: string) =>
    `select from moc_registration join activity using (activity_id) where ${condition}`
  test.each([
    ['A03', 'select from activity group by provider_id, provider_activity_id having count(provider_activity_id) > 1'],
    ['A11', `select from (${live}) a where activity_format = 'ENDURING' and ends_on > starts_on + interval '3 years'`],
    [
      'A12',
      `select from (${live}) a where activity_format <> 'ENDURING' and ends_on > starts_on + interval '12 months'`,
    ],
    [
      'A15, A16',
      `select from (${live}) a where 'IN_PERSON' = any (delivery_methods) and activity_format in ('COURSE', 'RSS')
       and (city is null or country <> 'USA' or state is null)`,
    ],
    ['A19', `select from (${live}) a where (providership = 'JOINT') <> (cardinality(joint_providers) > 0)`],
    [
      'A27, A28',
      `select from (${live}) a where display_in_passport
       and (url is null or fee is null or registration is null or description is null)`,
    ],
    ['A29', `select from activity where url ~ 'example|localhost'`],
    [
      'A39',
      `select from (${live}) a where starts_on is null or ends_on is null or credit_quarters is null
       or providership is null or cardinality(delivery_methods) = 0`,
    ],
    [
      'A40',
      `select from activity where status = 'CLOSED' and (physician_learners is null or other_learners is null
       or commercial_support_received is null or measured_outcomes = '[]' or closed_at is null)`,
    ],
    [
      'A21',
      `select from activity join provider_organization using (provider_id)
       where accreditation_type <> 'JOINT' and (other_credits <> '[]' or learners_by_profession <> '[]')`,
    ],
    [
      'A23, A24',
      `select from activity
       where commercial_support_received <> (commercial_support <> '[]' or cardinality(in_kind_supporters) > 0)`,
    ],
    ['R04', `select from activity where counted_on > '${today}' or counted_on < starts_on or counted_on > ends_on`],
    [
      'A41',
      `select from (${live}) a where activity_format = 'ENDURING' and status = 'CLOSED' and ends_on >= '${today}'`,
    ],
    ['M05', mocOf(`board_code = 'ABA' and point_quarters <> credit_quarters`)],
    ['M07', mocOf('point_quarters > credit_quarters')],
    ['M03, M04', mocOf('cardinality(credit_types) = 0 or cardinality(practice_areas) = 0')],
    ['M10', mocOf(`board_code = 'ABPMR' and starts_on < '2025-01-01'`)],
    ['M06', mocOf(`(board_code = 'ABA') <> (jsonb_array_length(content_outline) between 1 and 2)`)],
    ['M09', mocOf('cardinality(attestations) <> 5')],
    ['M13', mocOf('not display_in_passport')],
    ['entered before now', `select from activity where created_at >= '${today}'`],
  ])('%s', async (_, sql) => {
    expect(await platform.count('providers', sql)).toBe(0)
  })

  test('the next activity gets a number of its own', async () => {
    const sql = `select from activity where activity_id >= nextval('activity_number')::text`
    expect(await platform.count('providers', sql)).toBe(0)
  })
})

describe('the ledger, its projection and the read model tell the same', () => {
  test.each([
    [
      'projection',
      `with stands as (
         select distinct on (learner_id, part_id) learner_id, part_id, decision, reason
         from part_decision order by learner_id, part_id, sequence desc
       ), told as (
         select learner_id, part_id, completion_id, c.provider_id, c.activity_id, c.completed_on, p.kind, p.board_code,
           p.distinction, p.quarters, s.decision, s.reason, p.licensing_state, p.lines, c.source, c.recorded_at
         from credit_part p join completion c using (learner_id, completion_id) join stands s using (learner_id, part_id)
       ), projected as (
         select learner_id, part_id, completion_id, provider_id, activity_id, completed_on, kind, board_code,
           distinction, quarters, status, reason, licensing_state, lines, source, recorded_at from live_credit
       ) (select * from told except select * from projected) union all (select * from projected except select * from told)`,
    ],
    [
      'licenses',
      `(select learner_id, license_id, board_code, state, status, effective_from, effective_to from facts.license
        except select * from learner_license)
       union all
       (select * from learner_license except
        select learner_id, license_id, board_code, state, status, effective_from, effective_to from facts.license)`,
    ],
    [
      'a record without a part',
      'select from completion where completion_id not in (select completion_id from credit_part)',
    ],
    ['a part without a decision', 'select from credit_part where part_id not in (select part_id from part_decision)'],
    [
      'decisions out of order',
      `select from part_decision one join part_decision next using (learner_id, part_id)
       where next.sequence = one.sequence + 1 and next.decided_at <= one.decided_at`,
    ],
    ['pending for long', `select from live_credit where status = 'PENDING' and recorded_at < '2026-11-10'`],
    ['rejected without a reason', `select from live_credit where (status = 'REJECTED') <> (reason is not null)`],
  ])('%s', async (_, sql) => {
    expect(await platform.count('credits', sql)).toBe(0)
  })
})

describe('there is enough of everything', () => {
  test.each([
    ['learners', 'select from learner', tiny.physicians],
    ['providers', 'select from provider_organization', tiny.providers],
    ['providers', 'select from activity', tiny.activities],
    ['credits', 'select from completion', tiny.completions],
  ] as const)('%s: %s', async (part, sql, expected) => {
    expect(await platform.count(part, sql)).toBe(expected)
  })

  test.each([
    ['providers', 'select distinct activity_format from activity where activity_format is not null', 11],
    ['providers', 'select distinct status from activity', 4],
    ['providers', 'select distinct accreditation_type from provider_organization', 3],
    ['learners', 'select distinct board_code from diplomate_record', 9],
    ['learners', `select from license_record where board_code = 'ME-MD' and status = 'ACTIVE'`, 150],
    ['learners', `select from learner_family_name where kind = 'FORMER'`, 30],
    ['learners', `select from learner_family_name where kind = 'PART'`, 20],
    ['learners', 'select from learner where suffix is not null', 5],
    ['credits', `select from live_credit where status = 'PENDING'`, 1],
    ['credits', `select from live_credit where status = 'REJECTED'`, 3],
    ['credits', `select distinct board_code from live_credit where kind = 'MOC'`, 6],
  ] as const)('%s: %s', async (part, sql, atLeast) => {
    expect(await platform.count(part, sql)).toBeGreaterThanOrEqual(atLeast)
  })

  test('the end of the year is busier than summer', async () => {
    const inMonth = (month: number) =>
      platform.count('credits', `select from completion where extract(month from completed_on) = ${month}`)
    expect(await inMonth(12)).toBeGreaterThan(1.8 * (await inMonth(7)))
  })

  test('few providers have most of the activities', async () => {
    const [row] = await platform.rows<{ share: number }>(
      'providers',
      `select (sum(n) filter (where place <= 3) / sum(n))::float as share
       from (select count(*) as n, row_number() over (order by count(*) desc) as place from activity group by provider_id) sizes`,
    )
    expect(row?.share).toBeGreaterThan(0.3)
  })
})

describe('the people of the demo are who they are', () => {
  const dee = '0190a000-0000-7000-8000-000000000001'

  test('Dee is on file with her licenses, her certification and three years of credit', async () => {
    const licenses = await platform.rows(
      'learners',
      'select board_code, license_number from license_record where learner_id = $1 order by 1',
      [dee],
    )
    expect(licenses).toEqual([
      { board_code: 'ME-MD', license_number: 'MD23456' },
      { board_code: 'NH-MD', license_number: '18765' },
    ])
    expect(
      await platform.count(
        'learners',
        `select from diplomate_record where learner_id = '${dee}' and board_id = '219876'`,
      ),
    ).toBe(1)
    expect(await platform.count('credits', `select from completion where learner_id = '${dee}'`)).toBe(25)
  })

  test('the sample file can be applied: its people have no credit of Ada’s institute, and others have', async () => {
    const ofAda = `select from completion where provider_id = '0008273'`
    const isSample = `learner_id::text like '0190a000-0000-7000-8000-%'`
    expect(await platform.count('credits', `${ofAda} and ${isSample}`)).toBe(0)
    expect(await platform.count('credits', `${ofAda} and activity_id < '200000100'`)).toBeGreaterThan(20)
  })

  test('nobody who is made up shares family name and birthday, or an id, with them', async () => {
    const isSample = `learner_id::text like '0190a000-0000-7000-8000-%'`
    const names = `select from learner_family_name a join learner_family_name b using (family_key, birth_month, birth_day)
      where a.${isSample} and not b.${isSample}`
    const licenses = `select from license_record a join license_record b using (state, license_key) where a.${isSample} and not b.${isSample}`
    expect(await platform.count('learners', names)).toBe(0)
    expect(await platform.count('learners', licenses)).toBe(0)
  })

  test('the activities of the tour lie around today', async () => {
    const rows = await platform.rows(
      'providers',
      `select activity_id, status, starts_on::text, ends_on::text from activity where activity_id in ('200000001', '200000003', '200000006', '200000050') order by 1`,
    )
    expect(rows).toEqual([
      { activity_id: '200000001', status: 'ACTIVE', starts_on: '2026-10-21', ends_on: '2026-10-23' },
      { activity_id: '200000003', status: 'ACTIVE', starts_on: '2025-12-25', ends_on: '2026-12-20' },
      { activity_id: '200000006', status: 'DRAFT', starts_on: null, ends_on: null },
      { activity_id: '200000050', status: 'ACTIVE', starts_on: '2026-05-04', ends_on: '2027-09-16' },
    ])
  })
})
