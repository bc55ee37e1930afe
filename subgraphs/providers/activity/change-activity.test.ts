import { people, TestSubgraph } from '../testing/subgraph.js'

const { ada, bo, op } = people
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
  who: typeof ada | typeof bo,
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
