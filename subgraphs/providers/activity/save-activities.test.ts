import { people, TestSubgraph } from '../testing/subgraph.js'

const { ada, bo, jo, dee } = people
let providers: TestSubgraph

beforeAll(async () => {
  providers = await TestSubgraph.start()
})
afterAll(() => providers.stop())

interface Item {
  index: number
  outcome: string
  activity: { activityId: string; version: number; status: string; title: string } | null
  issues: { code: string; rule: string | null; field: string | null }[]
}

async function save(
  who: typeof ada | typeof bo | typeof jo | typeof dee,
  items: object[],
  dryRun = false,
): Promise<Item[]> {
  const { saveActivities } = await providers.ask<{ saveActivities: { items: Item[] } }>(
    who,
    `mutation ($items: [ActivityItemInput!]!, $dryRun: Boolean!) { saveActivities(items: $items, dryRun: $dryRun) {
      items { index outcome activity { activityId version status title } issues { code rule field } } } }`,
    { items, dryRun },
  )
  return saveActivities.items
}

const outcomes = (items: Item[]) =>
  items.map(({ outcome, issues: [issue] }) => (issue ? `${outcome} ${issue.rule}` : outcome))
const own = (providerActivityId: string, fields: object = {}) => ({
  fields: { providerActivityId, title: `Title ${providerActivityId}`, ...fields },
})
const aCourse = {
  activityFormat: 'COURSE',
  deliveryMethods: ['LIVE_STREAMED'],
  startsOn: '2026-05-01',
  endsOn: '2026-05-01',
  providership: 'DIRECT',
  credits: 1.75,
  displayInPassport: false,
}
const aRegistration = {
  boardCode: 'ABIM',
  points: 1.75,
  creditTypes: ['Medical Knowledge'],
  practiceAreas: ['nephrology'],
  attestations: ['COMPLIANCE', 'DATA_COLLECTION', 'DATA_USE', 'PUBLICATION', 'AUDIT_COOPERATION'],
}
const accepted = (activityId: string, boardCode = '') =>
  providers.rows('insert into activity_credit (activity_id, board_code, accepted) values (?, ?, 3)', [
    activityId,
    boardCode,
  ])

test('A03, A05: the same list again is unchanged, and an own id names what to change', async () => {
  expect(outcomes(await save(ada, [own('L-1'), own('L-2')]))).toEqual(['ADDED', 'ADDED'])
  expect(outcomes(await save(ada, [own('L-1'), own('L-2', { title: 'Another' })]))).toEqual(['UNCHANGED', 'CHANGED'])
  expect(outcomes(await save(bo, [own('L-1')]))).toEqual(['ADDED'])
})

test('a row is a fact for the next: added, changed, deleted and added again', async () => {
  const items = await save(ada, [
    own('F-1'),
    own('F-1', { title: 'B' }),
    { action: 'DELETE', ...own('F-1') },
    own('F-1'),
  ])
  expect(outcomes(items)).toEqual(['ADDED', 'CHANGED', 'DELETED', 'ADDED'])
  expect(items[0]?.activity?.activityId).not.toBe(items[3]?.activity?.activityId)
  const changes = await providers.rows<{ verb: string }>(
    'select verb from activity_change where activity_id = ? order by version',
    [items[0]?.activity?.activityId],
  )
  expect(changes.map(({ verb }) => verb)).toEqual(['CREATE', 'EDIT', 'DELETE'])
})

test('A03: an own id is taken from nobody', async () => {
  const [first, second] = await save(ada, [own('T-1'), own('T-2')])
  const rename = (activityId: string | undefined, id: string) => ({ activityId, fields: { providerActivityId: id } })
  expect(outcomes(await save(ada, [rename(second?.activity?.activityId, 'T-3')]))).toEqual(['CHANGED'])
  expect(outcomes(await save(ada, [rename(second?.activity?.activityId, 'T-1')]))).toEqual(['REJECTED A05'])
  expect(outcomes(await save(ada, [rename(first?.activity?.activityId, 'T-2')]))).toEqual(['CHANGED'])
})

test('A05, A06: rows that name two activities, none, or one of somebody else', async () => {
  const [first] = await save(ada, [own('N-1'), own('N-2')])
  const [others] = await save(bo, [own('N-9')])
  expect(
    outcomes(
      await save(ada, [
        { activityId: first?.activity?.activityId, ...own('N-2') },
        { action: 'DELETE' },
        { action: 'DELETE', ...own('N-7') },
        { activityId: others?.activity?.activityId, fields: { title: 'Mine' } },
      ]),
    ),
  ).toEqual(['REJECTED A05', 'REJECTED A06', 'REJECTED A06', 'REJECTED A06'])
})

test('A01, A02: ids have nine digits, and those of providers keep their zeros', async () => {
  const [item] = await save(ada, [own('I-1')])
  expect(item?.activity?.activityId).toMatch(/^\d{9}$/)
  const [row] = await providers.rows<{ provider_id: string }>(
    'select provider_id from activity where provider_activity_id = ?',
    ['I-1'],
  )
  expect(row?.provider_id).toBe('0008273')
  const { activity } = await providers.ask<{ activity: { provider: { providerId: string } } }>(
    ada,
    `{ activity(activityId: "${item?.activity?.activityId}") { provider { providerId } } }`,
  )
  expect(activity.provider.providerId).toBe('0008273')
})

test('A09, A18, A35: a value that is on no list is refused with the whole request', async () => {
  for (const wrong of [{ activityFormat: 'LECTURE' }, { providership: 'BOTH' }, { commendationTags: ['C99'] }])
    await expect(save(ada, [own('W-1', wrong)])).rejects.toThrow()
  const [item] = await save(ada, [own('W-2', { commendationTags: ['ENGAGES_TEAMS', 'IMPROVES_HEALTH'] })])
  expect(item?.outcome).toBe('ADDED')
})

test('A10, A39, A40: each row has its own outcome', async () => {
  const complete = own('O-1', aCourse)
  expect(
    outcomes(
      await save(ada, [
        { ...complete, activate: true },
        { ...own('O-2', { ...aCourse, credits: null }), activate: true },
        own('O-3', { startsOn: '2026-02-02', endsOn: '2026-02-01' }),
        { ...own('O-4', aCourse), activate: true, close: true },
      ]),
    ),
  ).toEqual(['ADDED', 'REJECTED A20', 'REJECTED A10', 'REJECTED A40'])
})

test('A46: a likely duplicate is added and said to be one', async () => {
  const twice = (id: string) => own(id, { ...aCourse, title: 'Twice' })
  expect(outcomes(await save(ada, [twice('D-1'), twice('D-2')]))).toEqual(['ADDED', 'ADDED A46'])
})

test('a dry run says the same and writes nothing', async () => {
  const items = [own('R-1', aCourse), own('R-1'), own('R-2', { title: '' })]
  const events = () => providers.rows('select from outbox_event')
  const before = (await events()).length
  const tried = await save(ada, items, true)
  expect((await events()).length).toBe(before)
  expect(outcomes(tried)).toEqual(outcomes(await save(ada, items)))
})

test('A42, A43, M15: what credit stands on stays', async () => {
  const [item] = await save(ada, [
    {
      ...own('C-1', {
        ...aCourse,
        displayInPassport: true,
        description: 'D',
        url: 'https://n.org',
        fee: 'YES',
        registration: 'LIMITED',
      }),
      mocRegistrations: [aRegistration],
      activate: true,
    },
  ])
  const activityId = item?.activity?.activityId ?? ''
  expect(item).toMatchObject({ outcome: 'ADDED', activity: { status: 'ACTIVE' } })
  await accepted(activityId)
  await accepted(activityId, 'ABIM')
  expect(
    outcomes(
      await save(ada, [
        { action: 'DELETE', activityId },
        { activityId, fields: { startsOn: '2026-04-01' } },
        { activityId, mocRegistrations: [{ boardCode: 'ABIM', withdraw: true }] },
        { activityId, fields: { title: 'Only the title' } },
      ]),
    ),
  ).toEqual(['REJECTED A42', 'REJECTED A43', 'REJECTED M15', 'CHANGED'])
})

test('one event follows each change, with what other parts need to know', async () => {
  const [item] = await save(ada, [own('E-1', aCourse)])
  await save(ada, [own('E-1', { title: 'E' }), own('E-1', { title: 'F' })])
  const events = await providers.rows<{ type: string; payload: object }>(
    'select type, payload from outbox_event where aggregateid = ? order by position',
    [item?.activity?.activityId],
  )
  expect(events).toMatchObject([
    { type: 'ACTIVITY_CHANGED', payload: { version: 1, credits: 7, status: 'DRAFT', providerId: '0008273' } },
    { type: 'ACTIVITY_CHANGED', payload: { version: 3, title: 'F' } },
  ])
})

test('a list costs as many statements as one activity', async () => {
  const many = (count: number, name: string) => Array.from({ length: count }, (_, index) => own(`${name}-${index}`))
  const cost = (count: number, name: string) => providers.statementsOf(() => save(jo, many(count, name)))
  expect(await cost(60, 'S60')).toBe(await cost(1, 'S1'))
})

test('500 activities are the limit, and only reporters save', async () => {
  await expect(
    save(
      ada,
      Array.from({ length: 501 }, () => own('X')),
    ),
  ).rejects.toThrow('BAD_USER_INPUT')
  await expect(save(dee, [own('X')])).rejects.toThrow('FORBIDDEN')
})
