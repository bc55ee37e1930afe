import { people, TestSubgraph } from '../testing/subgraph.js'

const { ada, bo, dee, jo, op } = people
let providers: TestSubgraph

beforeAll(async () => {
  providers = await TestSubgraph.start()
})
afterAll(() => providers.stop())

const resultFields = `
  outcome saved activity { activityId version status title fee startsOn credits specialties updatedBy
    mocRegistrations { points creditTypes attestedBy board { code } } }
  issues { code severity field message rule }
  missingFor { active { field message } closed { field } }`

interface Result {
  outcome: string
  saved: boolean
  activity: { activityId: string; version: number; status: string; title: string; mocRegistrations: object[] } & Record<
    string,
    unknown
  >
  issues: { code: string; rule: string | null; field: string; message: string }[]
  missingFor: { active: { field: string; message: string }[]; closed: { field: string }[] }
}

async function save(
  who: typeof ada | typeof bo | typeof jo,
  input: object,
  more: { activityId?: string; expectedVersion?: number } = {},
) {
  const { result } = await providers.ask<{ result: Result }>(
    who,
    `mutation ($input: ActivityInput!, $activityId: ID, $expectedVersion: Int) {
      result: saveActivity(input: $input, activityId: $activityId, expectedVersion: $expectedVersion) { ${resultFields} }
    }`,
    { input, ...more },
  )
  return result
}

async function does(
  who: typeof ada | typeof bo | typeof op,
  verb: string,
  activityId: string,
  more = '',
): Promise<Result> {
  const { result } = await providers.ask<{ result: Result }>(
    who,
    `mutation ($activityId: ID!) { result: ${verb}Activity(activityId: $activityId ${more}) { ${resultFields} } }`,
    { activityId },
  )
  return result
}

const aCourse = {
  title: 'Heart Failure Update',
  activityFormat: 'COURSE',
  deliveryMethods: ['IN_PERSON'],
  startsOn: '2026-05-01',
  endsOn: '2026-05-02',
  location: { city: 'Portland', state: 'Maine', country: 'usa' },
  providership: 'DIRECT',
  credits: 10,
  displayInPassport: false,
}

test('a draft is saved with a title alone, and tells what it lacks', async () => {
  const { outcome, activity, missingFor } = await save(ada, { title: '  Sepsis ' })
  expect(outcome).toBe('ADDED')
  expect(activity).toMatchObject({ status: 'DRAFT', title: 'Sepsis', version: 1, updatedBy: 'Ada Reyes' })
  expect(missingFor.active.map(({ field }) => field)).toContain('activityFormat')
})

const results = {
  physicianLearners: 30,
  otherLearners: 12,
  commercialSupportReceived: false,
  measuredOutcomes: [{ outcome: 'LEARNER_KNOWLEDGE', types: ['OBJECTIVE'] }],
}

test('an activity is entered, made active, completed, closed and reopened', async () => {
  const { activity } = await save(ada, aCourse)
  const { activityId } = activity
  expect(await does(ada, 'activate', activityId)).toMatchObject({ saved: true, activity: { status: 'ACTIVE' } })

  const early = await does(ada, 'close', activityId)
  expect(early.saved).toBe(false)
  expect(early.issues.map(({ field, rule }) => `${rule} ${field}`)).toEqual([
    'A40 commercialSupportReceived',
    'A40 physicianLearners',
    'A40 otherLearners',
    'A40 measuredOutcomes',
  ])
  expect(await save(ada, results, { activityId })).toMatchObject({ outcome: 'CHANGED', issues: [] })
  expect(await does(ada, 'close', activityId)).toMatchObject({ activity: { status: 'CLOSED', version: 4 } })
  expect(await does(ada, 'reopen', activityId)).toMatchObject({ activity: { status: 'ACTIVE', version: 5 } })
})

test('what is wrong with an active activity is said, and nothing is saved', async () => {
  const { activity } = await save(ada, aCourse)
  const { activityId } = activity
  await does(ada, 'activate', activityId)
  const refused = await save(ada, { title: null, startsOn: '2026-07-01' }, { activityId, expectedVersion: 2 })
  expect(refused).toMatchObject({ saved: false, activity: { title: '', startsOn: '2026-07-01', version: 2 } })
  expect(refused.issues.map(({ rule }) => rule)).toEqual(['A47', 'A07', 'A10'])
  await expect(save(ada, { title: 'x' }, { activityId, expectedVersion: 1 })).rejects.toThrow(
    'CONFLICT: Ada Reyes changed Status since',
  )
})

test('nobody changes the activities of another provider', async () => {
  const { activity } = await save(ada, aCourse)
  await expect(save(bo, { title: 'Mine' }, { activityId: activity.activityId })).rejects.toThrow('NOT_FOUND')
  await expect(does(op, 'delete', activity.activityId)).rejects.toThrow('FORBIDDEN')
})

const aBoard = (code: string, more: object = {}) => ({
  boardCode: code,
  points: 10,
  creditTypes: ['MK'],
  practiceAreas: ['Internal Medicine'],
  attestations: ['COMPLIANCE', 'DATA_COLLECTION', 'DATA_USE', 'PUBLICATION', 'AUDIT_COOPERATION'],
  ...more,
})
const displayed = {
  displayInPassport: true,
  description: 'News',
  url: 'https://cme.northernlight.org',
  fee: 'NO_FREE',
  registration: 'OPEN_TO_ALL',
}

async function registers(activityId: string, { boardCode, ...input }: { boardCode: string }): Promise<Result> {
  const { result } = await providers.ask<{ result: Result }>(
    ada,
    `mutation ($activityId: ID!, $boardCode: ID!, $input: MocRegistrationInput!) {
      result: registerMoc(activityId: $activityId, boardCode: $boardCode, input: $input) { ${resultFields} } }`,
    { activityId, boardCode, input },
  )
  return result
}

test('M09, M13: an activity is registered for a board, changed and taken back', async () => {
  const { activity } = await save(ada, { ...aCourse, ...displayed })
  const { activityId } = activity
  const lax = await registers(activityId, aBoard('ABIM', { attestations: ['COMPLIANCE'] }))
  expect(lax.saved).toBe(false)
  expect(lax.issues[0]).toMatchObject({ rule: 'M09', field: 'mocRegistrations.ABIM.attestations' })
  expect(await registers(activityId, aBoard('abim'))).toMatchObject({
    saved: true,
    activity: { specialties: ['Internal Medicine'], mocRegistrations: [{ attestedBy: 'Ada Reyes', points: 10 }] },
  })
  await does(ada, 'activate', activityId)
  const hidden = await save(ada, { displayInPassport: false }, { activityId })
  expect(hidden).toMatchObject({ saved: false, issues: [{ rule: 'M13' }, { rule: 'A46' }] })

  const { result } = await providers
    .ask<{ result: Result }>(
      ada,
      `mutation { result: withdrawMoc(activityId: "${activityId}", boardCode: "ABIM", expectedVersion: 1) { ${resultFields} } }`,
    )
    .catch((error: Error) => ({ result: error.message }) as never)
  expect(result).toMatch('CONFLICT')
})

test('A33: who attests to the criteria for MIPS is kept, and forgotten when one is taken back', async () => {
  const all = ['GAP', 'AIMS', 'INTERVENTIONS', 'DATA', 'PARTICIPATION']
  const { activity } = await save(ada, { ...aCourse, isMips: true, mipsCriteria: all })
  const { activityId } = activity
  const attested = async () =>
    (
      await providers.rows<object>('select mips_attested_by, mips_attested_at from activity where activity_id = ?', [
        activityId,
      ])
    )[0]
  expect(await attested()).toMatchObject({ mips_attested_by: 'Ada Reyes' })
  await save(ada, { mipsCriteria: all.slice(1) }, { activityId })
  expect(await attested()).toEqual({ mips_attested_by: null, mips_attested_at: null })
})

test('changes are taken back one by one, and each is a new version', async () => {
  const { activity } = await save(ada, aCourse)
  const { activityId } = activity
  await save(ada, { title: 'Second', credits: 2 }, { activityId })
  await save(ada, { title: 'Third' }, { activityId })
  expect(await does(ada, 'undo', activityId)).toMatchObject({ activity: { title: 'Second', version: 4 } })
  expect(await does(ada, 'undo', activityId)).toMatchObject({ activity: { title: aCourse.title, credits: 10 } })
  await save(ada, { title: 'Fourth' }, { activityId })
  expect(await does(ada, 'undo', activityId)).toMatchObject({ activity: { title: aCourse.title } })
  expect(await does(ada, 'undo', activityId)).toMatchObject({ saved: false, issues: [{ code: 'NOTHING_TO_UNDO' }] })
})

test('a registration that is taken back by an undo is as it was', async () => {
  const { activity } = await save(ada, { ...aCourse, ...displayed })
  const { activityId } = activity
  await registers(activityId, aBoard('ABIM'))
  await registers(activityId, aBoard('ABIM', { points: 5 }))
  expect(await does(ada, 'undo', activityId)).toMatchObject({ activity: { mocRegistrations: [{ points: 10 }] } })
  expect(await does(ada, 'undo', activityId)).toMatchObject({ activity: { mocRegistrations: [] } })
})

test('a repeated activity is a draft without what belongs to one occasion', async () => {
  const { activity } = await save(ada, { ...aCourse, ...displayed, providerActivityId: 'HF-1', ...results })
  await registers(activity.activityId, aBoard('ABIM'))
  const copy = await does(ada, 'copy', activity.activityId, ', input: { startsOn: "2027-05-01" }')
  expect(copy).toMatchObject({
    outcome: 'ADDED',
    activity: { status: 'DRAFT', title: aCourse.title, startsOn: '2027-05-01', version: 1, mocRegistrations: [] },
  })
  expect(copy.missingFor.active.map(({ field }) => field)).toEqual(['endsOn'])
  const undertakings = 'COMPLIANCE, DATA_COLLECTION, DATA_USE, PUBLICATION, AUDIT_COOPERATION'
  const registered = await does(ada, 'copy', activity.activityId, `, attestations: [${undertakings}]`)
  expect(registered.activity.mocRegistrations).toMatchObject([{ board: { code: 'ABIM' }, points: 10 }])
})

test('A41: enduring material is closed on its last day, not before', async () => {
  const online = { activityFormat: 'ENDURING', deliveryMethods: ['ONLINE'], location: null, startsOn: '2026-01-01' }
  const { activity: long } = await save(ada, { ...aCourse, ...online, ...results, endsOn: '2026-06-16' })
  const { activity: over } = await save(ada, { ...aCourse, ...online, ...results, endsOn: '2026-06-15' })
  for (const { activityId } of [long, over]) await does(ada, 'activate', activityId)
  expect(await does(ada, 'close', long.activityId)).toMatchObject({ saved: false, issues: [{ rule: 'A41' }] })
  expect(await does(ada, 'close', over.activityId)).toMatchObject({ saved: true })
})

test('R06: after the deadline of its year only the operator reopens', async () => {
  const { activity } = await save(ada, { ...aCourse, ...results })
  const { activityId } = activity
  await does(ada, 'activate', activityId)
  await does(ada, 'close', activityId)
  const now = providers.at
  try {
    // 31 March 2027 is a Wednesday; midnight in Chicago is 05:00 UTC.
    providers.at = new Date('2027-04-01T05:00:00Z')
    expect(await does(ada, 'reopen', activityId)).toMatchObject({
      saved: false,
      issues: [{ rule: 'R06' }, { rule: 'A46' }],
    })
    expect(await does(op, 'reopen', activityId)).toMatchObject({ saved: true, activity: { status: 'ACTIVE' } })
    await does(ada, 'close', activityId)
    providers.at = new Date('2027-04-01T04:59:59Z')
    expect(await does(ada, 'reopen', activityId)).toMatchObject({ saved: true })
  } finally {
    providers.at = now
  }
})

test('a closed activity is reopened before it is changed', async () => {
  const { activity } = await save(ada, { ...aCourse, ...results })
  const { activityId } = activity
  await does(ada, 'activate', activityId)
  await does(ada, 'close', activityId)
  expect(await save(ada, { title: 'New' }, { activityId })).toMatchObject({
    saved: false,
    issues: [{ code: 'CLOSED' }],
  })
  expect(await save(ada, { title: aCourse.title }, { activityId })).toMatchObject({ outcome: 'UNCHANGED' })
})

test('A20, A22: a jointly accredited provider counts and credits by profession', async () => {
  const { activity } = await save(jo, {
    title: 'Team Rounds',
    credits: null,
    otherCredits: [{ category: 'IPCE', amount: 1.5 }],
    learnersByProfession: [
      { profession: 'PHYSICIAN', count: 3 },
      { profession: 'NURSE', count: 9 },
    ],
  })
  const [row] = await providers.rows<object>(
    'select other_credits, physician_learners, other_learners from activity where activity_id = ?',
    [activity.activityId],
  )
  expect(row).toEqual({
    other_credits: [{ category: 'IPCE', quarters: 6 }],
    physician_learners: 3,
    other_learners: 9,
  })
})

test('others read an activity without its counts and the people behind it', async () => {
  const { activity } = await save(ada, { ...aCourse, ...displayed, ...results })
  const { activityId } = activity
  await registers(activityId, aBoard('ABIM'))
  await does(ada, 'activate', activityId)
  const query = `{ activity(activityId: "${activityId}") { createdBy updatedBy physicianLearners learnersByProfession { count }
    mocRegistrations { attestedBy points } } }`
  const seen = { createdBy: null, updatedBy: null, physicianLearners: null, learnersByProfession: [] }
  expect(await providers.ask(dee, query)).toEqual({
    activity: { ...seen, mocRegistrations: [{ attestedBy: null, points: 10 }] },
  })
  expect(await providers.ask(ada, query)).toMatchObject({
    activity: { createdBy: 'Ada Reyes', physicianLearners: 30, mocRegistrations: [{ attestedBy: 'Ada Reyes' }] },
  })
})
