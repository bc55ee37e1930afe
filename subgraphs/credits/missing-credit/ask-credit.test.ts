import { boardDashboard } from '../board/board-dashboard.query.js'
import { visibleParts } from '../completion/completion.policy.js'
import { summarize } from '../completion/credit-summary.query.js'
import { learnerOf } from '../correction/testing/ledger-world.js'
import { publishTranscript } from '../transcript/publish-transcript.js'
import { type Person, RequestWorld } from './testing.js'

let world: RequestWorld
let number = 100
let dee: Person

beforeAll(async () => {
  world = await RequestWorld.open()
})
afterAll(() => world.close())
beforeEach(() => {
  world.ledger.today = '2026-06-30'
  number += 1
  dee = world.physician(number)
})

describe('a physician asks', () => {
  test('and the provider has 30 days, with a reminder after 7', async () => {
    const requestId = await dee.requests()
    expect(await dee.opens(requestId)).toMatchObject({
      state: 'REQUESTED',
      askedOn: '2026-06-30',
      nextStepOn: '2026-07-07',
      deadlineOn: '2026-07-30',
      providerId: '0008273',
      familyName: 'Marchetti',
      licensingState: 'ME',
      licenseNumber: 'MD23456',
    })
    expect(await world.history(requestId)).toEqual(['ASKED'])
    expect(await world.events(requestId)).toEqual(['CREDIT_REQUEST_ASKED'])
  })

  test('twice for the same activity and day, and has the request that was there', async () => {
    const requestId = await dee.requests()
    expect(await dee.asks({ credits: 4 })).toMatchObject({ outcome: 'ALREADY_ASKED', request: { requestId } })
    await dee.requests({ completedOn: '2026-06-19', credits: 4 })
  })

  test('twice at the same moment, and there is one request', async () => {
    const asked = await Promise.all([dee.asks(), dee.asks(), dee.asks()])
    expect(asked.map(({ outcome }) => outcome).sort()).toEqual(['ALREADY_ASKED', 'ALREADY_ASKED', 'ASKED'])
  })

  test('for credit that is on record, and has the record', async () => {
    const completionId = await world.ledger.ada.reports({ familyName: String(number) })
    expect(await dee.asks()).toEqual({ outcome: 'ALREADY_REPORTED', completionId })
    expect(await dee.sees()).toEqual([])
  })

  test('in words, where the activity is not listed', async () => {
    const words = { activityId: null, providerId: '0008273', described: 'Ethics evening at the lakeside clinic' }
    const requestId = await dee.requests(words)
    expect(await dee.opens(requestId)).toMatchObject({ activity: null, described: words.described })
    expect(await dee.asks({ ...words, described: 'ethics evening at the LAKESIDE clinic ' })).toMatchObject({
      outcome: 'ALREADY_ASKED',
    })
  })

  test.each([
    ['more than the activity awards', { credits: 401 }],
    ['a day before the activity began', { completedOn: '2026-05-31' }],
    ['a day to come', { completedOn: '2026-07-01' }],
    ['a year that can no longer be reported (L09)', { completedOn: '2023-12-31' }],
    ['no credit', { credits: 0 }],
    ['less than none', { credits: -4 }],
    ['an activity that does not exist', { activityId: '299999999' }],
    ['an activity and words', { described: 'A talk about the heart' }],
    ['neither', { activityId: null }],
    ['words without a provider', { activityId: null, described: 'A talk about the heart' }],
    ['words and a provider that does not exist', { activityId: null, described: 'A talk about it', providerId: '1' }],
    ['too few words', { activityId: null, described: 'A talk', providerId: '0008273' }],
    ['too many words', { activityId: null, described: 'x'.repeat(501), providerId: '0008273' }],
    ['very much credit in words', { activityId: null, described: 'A long talk', providerId: '0008273', credits: 204 }],
    ['points of a board that has not certified the physician', { points: [{ board: 'ABIM', points: 4 }] }],
    [
      'points without an activity',
      { activityId: null, providerId: '0008273', described: 'A long talk', points: [{ board: 'ABIM', points: 4 }] },
    ],
    ['a note without end', { note: 'x'.repeat(1_001) }],
  ])('and is refused for %s', async (_, changes) => {
    await expect(dee.asks(changes)).rejects.toBe('BAD_USER_INPUT')
    expect(await dee.sees()).toEqual([])
  })

  test('at most ten times within a day', async () => {
    for (let day = 1; day <= 10; day += 1)
      await dee.requests({ completedOn: `2026-06-${String(day).padStart(2, '0')}`, credits: 1 })
    await expect(dee.asks({ completedOn: '2026-06-11', credits: 1 })).rejects.toBe('QUOTA_EXCEEDED')
    world.ledger.today = '2026-07-02'
    await dee.requests({ completedOn: '2026-06-11', credits: 1 })
  })

  test('with at most twenty requests open', async () => {
    for (let count = 0; count < 20; count += 1) {
      world.ledger.today = count < 10 ? '2026-06-28' : '2026-06-30'
      await dee.requests({ activityId: null, providerId: '0008273', described: `Journal club, meeting ${count}` })
    }
    world.ledger.today = '2026-07-02'
    await expect(dee.asks()).rejects.toBe('QUOTA_EXCEEDED')
  })

  test.each(['ada', 'op', 'cy'] as const)('and %s does not', async (name) => {
    await expect(world[name].asks()).rejects.toBe('FORBIDDEN')
  })
})

describe('a diplomate asks', () => {
  const points = [{ board: 'ABIM', points: 8 }]

  beforeEach(() => {
    dee = world.physician(number, 'ABIM', 'ABS')
  })

  test('for points along with the credit, and both are kept', async () => {
    const requestId = await dee.requests({ points })
    const kept = [{ board: { code: 'ABIM' }, points: 8, creditTypes: ['MK', 'PS'] }]
    expect(await world.ada.opens(requestId)).toMatchObject({ credits: 8, points: kept })
    expect(await dee.opens(await dee.requests({ completedOn: '2026-06-19' }))).toMatchObject({ points: [] })
  })

  test('for points of credit that is on record, and these alone are missing', async () => {
    await world.ledger.ada.reports({ familyName: String(number), credits: 8 })
    const { request } = await world.ada.confirms(await dee.requests({ points }))
    expect(await world.ledger.stands(request.completionId ?? '')).toBe('ABIM 8 PENDING')
    expect(await world.liveOf(number)).toHaveLength(2)
  })

  test('and is refused where the credit would fall and the points stand (L26)', async () => {
    await world.ledger.ada.reports({ familyName: String(number), completedOn: '2026-06-19', credits: 396 })
    await expect(dee.asks({ points })).rejects.toBe('BAD_USER_INPUT')
  })

  test.each([
    ['points of a board that the activity is not registered with (L17)', [{ board: 'ABS', points: 4 }]],
    ['more points than credits (L20)', [{ board: 'ABIM', points: 9 }]],
    ['a credit type that is not registered (L19)', [{ board: 'ABIM', points: 8, creditTypes: ['PA'] }]],
  ])('and is refused for %s', async (_, wrong) => {
    await expect(dee.asks({ points: wrong })).rejects.toBe('BAD_USER_INPUT')
  })
})

describe('what is asked for counts nowhere', () => {
  test('before it is confirmed, nothing but the request is written', async () => {
    const tables = [
      'completion',
      'credit_part',
      'part_decision',
      'live_credit',
      'batch',
      'batch_row',
      'activity_credit_count',
    ]
    const count = async () =>
      Promise.all(tables.map(async (table) => (await world.ledger.rows(`select from ${table}`)).length))
    const before = await count()
    const diplomate = world.physician(number, 'ABIM')
    const requestId = await diplomate.requests({ points: [{ board: 'ABIM', points: 8 }] })
    await dee.notes(requestId)
    await world.clock('2026-08-15')
    expect(await count()).toEqual(before)
    expect(await world.liveOf(number)).toEqual([])
    await world.ada.rejects(requestId)
    expect(await count()).toEqual(before)
  })
})

describe('no total, transcript or board', () => {
  const period = { from: '2026-01-01', to: '2026-12-31' }
  const counted = async () => {
    const { em, viewer } = dee.tools
    const key = { ...period, learnerId: learnerOf(number), knownAt: null }
    const [summary] = await summarize(em, visibleParts(viewer), [key])
    const transcript = await publishTranscript(period, dee.tools)
    const dashboard = await boardDashboard(em, 'ME-MD', period.from, period.to)
    return [summary?.credits, transcript.totals.credits, transcript.entryCount, dashboard.credits]
  }

  test('counts what is asked for, and each does once it is confirmed', async () => {
    await world.ledger.rows(
      `insert into learner_license values (?::uuid, gen_random_uuid(), 'ME-MD', 'ME', 'ACTIVE', '2020-01-01', null)`,
      learnerOf(number),
    )
    const requestId = await dee.requests()
    await world.clock('2026-08-15')
    expect(await counted()).toEqual([0, 0, 0, 0])
    await world.ada.confirms(requestId)
    expect(await counted()).toEqual([8, 8, 1, 8])
  })
})
