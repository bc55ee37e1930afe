import { people, TestSubgraph } from '../testing/subgraph.js'
import { remind } from './remind.js'

const { ada, bo, dee, op } = people
let subgraph: TestSubgraph
let number = 200000000

beforeAll(async () => {
  subgraph = await TestSubgraph.start()
})
afterAll(() => subgraph.stop())
beforeEach(async () => {
  subgraph.at = new Date('2026-02-10T15:00:00Z')
  for (const table of [
    'quality_dismissal',
    'notification',
    'annual_agreement',
    'program_summary',
    'contacts_confirmation',
    'organization_contact',
    'reporting_year',
    'activity_credit',
    'moc_registration',
    'activity',
  ])
    await subgraph.rows(`delete from ${table}`)
})

interface Columns {
  [column: string]: string | number | null
}

/** Enters an activity of 2025 as it would stand in the table; resolves to its id. */
async function enter(changes: Columns = {}): Promise<string> {
  const columns: Columns = {
    activity_id: String(++number),
    provider_id: '0008273',
    title: `Activity ${number}`,
    status: 'CLOSED',
    activity_format: 'COURSE',
    starts_on: '2025-05-01',
    ends_on: '2025-05-02',
    providership: 'DIRECT',
    credit_quarters: 16,
    display_in_passport: 'false',
    physician_learners: 10,
    ...changes,
  }
  const names = Object.keys(columns)
  await subgraph.rows(
    `insert into activity (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
    Object.values(columns),
  )
  return String(columns.activity_id)
}

interface Year {
  year: number
  deadlineOn: string
  isEarlier: boolean
  daysLeft: number
  isComplete: boolean
  closedAt: string | null
  reopenReason: string | null
  steps: { name: string; isDone: boolean; total: number; done: number; doneBy: string | null }[]
}
const yearFields =
  'year deadlineOn isEarlier daysLeft isComplete closedAt reopenReason steps { name isDone total done doneBy }'
const yearOf = async (who: typeof ada | typeof bo, year?: number) =>
  (
    await subgraph.ask<{ yearEnd: Year }>(who, `query ($year: Int) { yearEnd(year: $year) { ${yearFields} } }`, {
      year,
    })
  ).yearEnd
const openSteps = async (who: typeof ada | typeof bo = ada) =>
  (await yearOf(who)).steps.filter(({ isDone }) => !isDone).map(({ name }) => name)

const change = (name: string, year = 2025, who: typeof ada | typeof bo = ada) =>
  subgraph.ask<Record<string, Year>>(who, `mutation ($year: Int!) { ${name}(year: $year) { ${yearFields} } }`, { year })
const saveSummary = (summary: object, submit: boolean) =>
  subgraph.ask<{ saveProgramSummary: { submittedBy: string | null; commercialSupportTotal: number } }>(
    ada,
    `mutation ($summary: ProgramSummaryInput!, $submit: Boolean!) {
      saveProgramSummary(year: 2025, summary: $summary, submit: $submit) { submittedBy commercialSupportTotal }
    }`,
    { summary, submit },
  )
const saveContacts = (contacts: object[]) =>
  subgraph.ask<{ saveOrganizationContacts: { name: string; role: string }[] }>(
    ada,
    `mutation ($contacts: [OrganizationContactInput!]!) { saveOrganizationContacts(contacts: $contacts) { name role } }`,
    { contacts },
  )
const amounts = {
  advertisingAndExhibitIncome: 0,
  registrationFees: 120_000,
  governmentGrants: 0,
  privateDonations: 500,
}
const primary = { name: 'Ada Reyes', email: 'ada@northern-light.test', role: 'PRIMARY_CONTACT' }

async function completeTheYear() {
  await change('acceptAgreement')
  await saveSummary(amounts, true)
  await saveContacts([primary])
  await change('confirmContacts')
}

test('each step is done by doing it, and progress follows from the data (R02)', async () => {
  expect(await openSteps()).toEqual(['AGREEMENT', 'SUMMARY', 'CONTACTS'])
  await enter()
  await enter({ status: 'ACTIVE' })
  await enter({ status: 'DRAFT', starts_on: '2025-12-01', ends_on: null })
  await enter({ status: 'DELETED' })
  await enter({ status: 'ACTIVE', starts_on: '2026-01-05', ends_on: '2026-01-06' })
  await enter({ activity_format: 'ENDURING', status: 'ACTIVE', ends_on: '2027-04-30', counted_on: '2025-12-30' })
  await enter({ activity_format: 'ENDURING', status: 'ACTIVE', ends_on: '2027-04-30', counted_on: '2025-12-31' })

  const { steps } = await yearOf(ada)
  expect(steps.find(({ name }) => name === 'ACTIVITIES')).toMatchObject({ isDone: false, total: 5, done: 3 })
  expect(steps.find(({ name }) => name === 'ENDURING')).toMatchObject({ isDone: false, total: 2, done: 1 })

  await subgraph.rows(
    `update activity set status = 'CLOSED', ends_on = coalesce(ends_on, '2025-12-02') where status in ('ACTIVE', 'DRAFT') and activity_format = 'COURSE'`,
  )
  await subgraph.rows(`update activity set counted_on = '2025-12-31' where activity_format = 'ENDURING'`)
  expect(await openSteps()).toEqual(['AGREEMENT', 'SUMMARY', 'CONTACTS'])
  await completeTheYear()
  expect(await yearOf(ada)).toMatchObject({ isComplete: true, deadlineOn: '2026-03-31', daysLeft: 49 })
  expect((await yearOf(ada)).steps.map(({ doneBy }) => doneBy)).toEqual([
    'Ada Reyes',
    null,
    null,
    'Ada Reyes',
    'Ada Reyes',
  ])
})

test('nothing that Ada does shows at Bo’s, whose accreditor closes earlier (R03)', async () => {
  await completeTheYear()
  expect(await openSteps(bo)).toEqual(['AGREEMENT', 'SUMMARY', 'CONTACTS'])
  expect(await yearOf(bo)).toMatchObject({ deadlineOn: '2026-03-01', isEarlier: true, daysLeft: 19 })
})

test('a summary is saved as a draft, and submitted only when it is complete', async () => {
  await enter({
    commercial_support: JSON.stringify([
      { source: 'Acme', amount: 7000 },
      { source: 'B', amount: 5, currency: 'EUR' },
    ]),
  })
  expect((await saveSummary({ registrationFees: 5 }, false)).saveProgramSummary).toEqual({
    submittedBy: null,
    commercialSupportTotal: 7000,
  })
  await expect(saveSummary({ registrationFees: 5 }, true)).rejects.toThrow('government grants')
  await expect(saveSummary({ ...amounts, registrationFees: -1 }, false)).rejects.toThrow('0 or more')
  expect((await saveSummary(amounts, true)).saveProgramSummary.submittedBy).toBe('Ada Reyes')
  expect(await openSteps()).not.toContain('SUMMARY')
  await saveSummary(amounts, false)
  expect(await openSteps()).toContain('SUMMARY')
})

test.each([
  [[], 'exactly one primary'],
  [[primary, primary], 'exactly one primary'],
  [[{ ...primary, email: 'ada' }], 'not an e-mail address'],
  [[{ ...primary, name: ' ' }], 'name of 1 to 200'],
])('contacts are refused that reach nobody', async (contacts, sentence) => {
  await expect(saveContacts(contacts)).rejects.toThrow(sentence)
})

test('contacts are confirmed when there is a primary one', async () => {
  await expect(change('confirmContacts')).rejects.toThrow('CONFLICT')
  const { saveOrganizationContacts } = await saveContacts([{ ...primary, name: 'Zoe', role: 'OTHER' }, primary])
  expect(saveOrganizationContacts.map(({ name }) => name)).toEqual(['Ada Reyes', 'Zoe'])
  expect((await change('confirmContacts')).confirmContacts?.steps.at(-1)).toMatchObject({ isDone: true })
})

test('a year is closed only when it is complete, and only the operator can reopen it (R03, R06)', async () => {
  await expect(change('closeReportingYear')).rejects.toThrow('CONFLICT: All five steps')
  await completeTheYear()
  expect((await change('closeReportingYear')).closeReportingYear?.closedAt).not.toBeNull()
  for (const name of ['acceptAgreement', 'confirmContacts', 'closeReportingYear'])
    await expect(change(name)).rejects.toThrow('CONFLICT: The year 2025 is closed')
  await expect(saveSummary(amounts, false)).rejects.toThrow('CONFLICT: The year 2025 is closed')

  const reopen = `mutation { reopenReportingYear(providerId: "0008273", year: 2025, reason: "A late series.") { closedAt } }`
  await expect(subgraph.ask(ada, reopen)).rejects.toThrow('FORBIDDEN')
  expect(await subgraph.ask(op, reopen)).toEqual({ reopenReportingYear: { closedAt: null } })
  await expect(subgraph.ask(op, reopen)).rejects.toThrow('CONFLICT')
  expect(await yearOf(ada)).toMatchObject({ closedAt: null, reopenReason: 'A late series.' })
  await change('closeReportingYear')
})

test('years that nobody reports, and people who report for nobody, are refused', async () => {
  await expect(yearOf(ada, 1999)).rejects.toThrow('BAD_USER_INPUT')
  await expect(yearOf(ada, 2027)).rejects.toThrow('BAD_USER_INPUT')
  await expect(subgraph.ask(dee, '{ yearEnd { year } }')).rejects.toThrow('FORBIDDEN')
  await expect(subgraph.ask(undefined, '{ yearEnd { year } }')).rejects.toThrow('UNAUTHENTICATED')
})

describe('quality hints', () => {
  const hints = async (args = '') => {
    const { qualityHints } = await subgraph.ask<{
      qualityHints: {
        edges: { node: { code: string; activityId: string; otherId: string | null; dismissedReason: string | null } }[]
        pageInfo: { hasNextPage: boolean; endCursor: string }
      }
    }>(
      ada,
      `{ qualityHints(year: 2025${args}) {
          edges { node { code activityId otherId dismissedReason detail advice } } pageInfo { hasNextPage endCursor } } }`,
    )
    return { ...qualityHints.pageInfo, found: qualityHints.edges.map(({ node }) => node) }
  }
  const codes = async () => (await hints()).found.map(({ code }) => code)

  test.each<[string, Columns, string[]]>([
    [
      'a series of a year with 3.75 credits (A44)',
      { activity_format: 'RSS', starts_on: '2025-01-01', ends_on: '2025-12-31', credit_quarters: 15 },
      ['WARN_SERIES_CREDIT'],
    ],
    [
      'a series of a year with 4 credits (A44)',
      { activity_format: 'RSS', starts_on: '2025-01-01', ends_on: '2025-12-31' },
      [],
    ],
    [
      'a series of three months with one credit (A44)',
      { activity_format: 'RSS', starts_on: '2025-01-01', ends_on: '2025-03-31', credit_quarters: 4 },
      [],
    ],
    ['a live course closed with nobody (A45)', { physician_learners: 0, other_learners: 0 }, ['WARN_NO_LEARNERS']],
    ['a live course closed with one nurse (A45)', { physician_learners: 0, other_learners: 1 }, []],
    ['a live course that is still open (A45)', { physician_learners: null, status: 'ACTIVE' }, []],
    ['an enduring material that nobody took (A45)', { activity_format: 'ENDURING', physician_learners: 0 }, []],
    ['a course of the year before', { physician_learners: 0, starts_on: '2024-05-01', ends_on: '2024-05-02' }, []],
    ['a course that was taken back', { physician_learners: 0, status: 'DELETED' }, []],
    ['somebody else’s course', { physician_learners: 0, provider_id: '0004121' }, []],
  ])('%s', async (_what, columns, expected) => {
    await enter(columns)
    expect(await codes()).toEqual(expected)
  })

  test.each<[string, Columns, string[]]>([
    ['the same title on the same days (A46)', { title: 'heart failure update' }, ['WARN_SAME_ACTIVITY']],
    ['the same title half a year later', { starts_on: '2025-11-01', ends_on: '2025-11-02' }, []],
    [
      'nearly the same title some days later',
      { title: 'Heart Failure Update 2025', starts_on: '2025-05-08', ends_on: '2025-05-09' },
      ['WARN_SIMILAR_ACTIVITY'],
    ],
    ['nearly the same title in another format', { title: 'Heart Failure Update 2025', activity_format: 'JOURNAL' }, []],
    ['another title on the same days', { title: 'Airway Management for Children' }, []],
  ])('two activities: %s', async (_what, columns, expected) => {
    await enter({ title: 'Heart Failure Update' })
    await enter({ title: 'Heart Failure Update', ...columns })
    expect(await codes()).toEqual(expected)
  })

  test('titles are alike where Postgres finds them similar', async () => {
    const titles = [
      'Heart Failure Update',
      'Update on Heart Failure',
      'Heart-Failure Update 2025',
      'Heart Failure for Nurses',
    ]
    titles.push(
      'Failure of the Heart',
      'Updates: Heart Failure',
      'HEART FAILURE (UPDATE)',
      'Heart Rate Update',
      'Heart 2025',
    )
    for (const [index, title] of titles.entries()) await enter({ title, ends_on: `2025-05-0${index + 1}` })
    const similar = await subgraph.rows<{ pair: string }>(
      `select a.activity_id || b.activity_id as pair from activity a join activity b on a.activity_id < b.activity_id
       where similarity(a.title, b.title) >= 0.55`,
    )
    const { found } = await hints(', first: 100')
    expect(similar.length).toBeGreaterThan(5)
    expect(similar.length).toBeLessThan(30)
    expect(found.map(({ activityId, otherId }) => `${activityId}${otherId}`)).toEqual(
      similar.map(({ pair }) => pair).sort(),
    )
  })

  test('titles are compared once for the counts and the hints of a year', async () => {
    const [counts, list] = ['qualityCounts(year: 2025) { count }', 'qualityHints(year: 2025) { edges { cursor } }']
    const costOf = (fields: string) => subgraph.statementsOf(() => subgraph.ask(ada, `{ ${fields} }`))
    expect(await costOf(`${counts} ${list}`)).toBe((await costOf(counts)) + (await costOf(list)) - 1)
  })

  test('a registration for MOC without points is a hint a month after the end', async () => {
    const activityId = await enter()
    await subgraph.rows(
      `insert into moc_registration (activity_id, board_code, point_quarters, credit_types, attestations, attested_by, attested_at)
       values (?, 'ABIM', 16, '{MK}', '{}', 'ada', now())`,
      [activityId],
    )
    expect(await codes()).toEqual(['WARN_NO_MOC_REPORTED'])
    await subgraph.rows(
      `insert into activity_credit (activity_id, board_code, accepted, pending) values (?, 'ABIM', 0, 1)`,
      [activityId],
    )
    expect(await codes()).toEqual([])
  })

  test('a hint is dismissed with a reason, comes back when that is taken back, and is nobody else’s to dismiss', async () => {
    const activityId = await enter({ physician_learners: 0 })
    const dismiss = (reason: string) =>
      `mutation { dismissQualityHint(code: "WARN_NO_LEARNERS", activityId: "${activityId}", reason: "${reason}") }`
    await expect(subgraph.ask(ada, dismiss('  '))).rejects.toThrow('BAD_USER_INPUT')
    await expect(subgraph.ask(bo, dismiss('x'))).rejects.toThrow('NOT_FOUND')
    await subgraph.ask(ada, dismiss('It snowed.'))
    expect(await codes()).toEqual([])
    expect((await hints(', dismissed: true')).found).toMatchObject([{ activityId, dismissedReason: 'It snowed.' }])
    const restore = `mutation { restoreQualityHint(code: "WARN_NO_LEARNERS", activityId: "${activityId}") }`
    expect(await subgraph.ask(bo, restore)).toEqual({ restoreQualityHint: false })
    expect(await subgraph.ask(ada, restore)).toEqual({ restoreQualityHint: true })
    expect(await codes()).toEqual(['WARN_NO_LEARNERS'])
  })

  test('hints come page by page, each once, and are counted by rule', async () => {
    for (let index = 0; index < 5; index += 1)
      await enter({ physician_learners: 0, title: `${index} ${'abcde'[index]?.repeat(20)}` })
    const first = await hints(', first: 3')
    const rest = await hints(`, first: 3, after: "${first.endCursor}"`)
    expect([first.hasNextPage, rest.hasNextPage]).toEqual([true, false])
    expect(new Set([...first.found, ...rest.found].map(({ activityId }) => activityId)).size).toBe(5)
    const { qualityCounts } = await subgraph.ask<{ qualityCounts: { code: string; count: number }[] }>(
      ada,
      '{ qualityCounts(year: 2025) { code count } }',
    )
    expect(qualityCounts.filter(({ count }) => count > 0)).toEqual([{ code: 'WARN_NO_LEARNERS', count: 5 }])
  })
})

describe('reminders (R05)', () => {
  const told = async (who: typeof ada | typeof bo = ada) => {
    const { notifications } = await subgraph.ask<{
      notifications: {
        edges: { node: { notificationId: string; title: string; severity: string; readAt: string | null } }[]
      }
    }>(who, '{ notifications { edges { node { notificationId title severity readAt } } } }')
    return notifications.edges.map(({ node }) => node)
  }
  const remindOn = (day: string) => remind(subgraph.orm.em.fork(), new Date(`${day}T15:00:00Z`))

  test('each stage is told once, the newest first, until the year is complete', async () => {
    for (const day of ['2026-01-05', '2026-01-06', '2026-03-25', '2026-03-25', '2026-04-02']) await remindOn(day)
    expect((await told()).map(({ severity }) => severity)).toEqual(['URGENT', 'WARNING', 'INFO'])
    await completeTheYear()
    await remindOn('2026-05-01')
    expect(await told()).toHaveLength(3)
    // Bo’s accreditor closes a month earlier, so Bo hears it earlier.
    expect((await told(bo)).map(({ severity }) => severity)).toEqual(['URGENT', 'INFO'])
  })

  test('somebody reads it, and nobody else can', async () => {
    await remindOn('2026-04-02')
    const [notification] = await told()
    const read = `mutation { readNotification(notificationId: "${notification?.notificationId}") { readAt } }`
    await expect(subgraph.ask(bo, read)).rejects.toThrow('NOT_FOUND')
    await subgraph.ask(ada, read)
    expect((await told())[0]?.readAt).not.toBeNull()
  })
})

describe('the operator', () => {
  const late = async (who: typeof ada | typeof op, args = 'year: 2025') =>
    (
      await subgraph.ask<{
        providerYears: { edges: { node: { provider: { providerId: string }; daysLate: number } }[] }
      }>(who, `{ providerYears(${args}) { edges { node { provider { providerId } daysLate } } } }`)
    ).providerYears.edges.map(({ node }) => [node.provider.providerId, node.daysLate])

  test('sees who is late, and nobody else does', async () => {
    await completeTheYear()
    await change('closeReportingYear')
    subgraph.at = new Date('2026-03-10T15:00:00Z')
    expect(await late(op)).toEqual([['0004121', 9]])
    subgraph.at = new Date('2026-04-02T15:00:00Z')
    expect(await late(op)).toEqual([
      ['0004121', 32],
      ['0009001', 2],
    ])
    expect(await late(op, 'year: 2025, lateOnly: false, first: 1')).toEqual([['0004121', 32]])
    await expect(late(ada)).rejects.toThrow('FORBIDDEN')
  })
})
