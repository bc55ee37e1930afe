import { boardDashboard } from '../board/board-dashboard.query.js'
import { visibleParts } from '../completion/completion.policy.js'
import { summarize } from '../completion/credit-summary.query.js'
import type { CreditsContext } from '../context.js'
import { learnerOf } from '../correction/testing/ledger-world.js'
import { publishTranscript } from '../transcript/publish-transcript.js'
import { CreditRequestResolver } from './credit-request.resolver.js'
import { takeClockSteps } from './take-clock-steps.js'
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

const history = async (requestId: string) =>
  (
    await world.ledger.rows<{ kind: string }>(
      'select kind from credit_request_step where request_id = ?::uuid order by sequence',
      requestId,
    )
  ).map(({ kind }) => kind)

const events = async (requestId: string) =>
  (
    await world.ledger.rows<{ type: string }>(
      'select type from outbox_event where aggregateid = ? order by position',
      requestId,
    )
  ).map(({ type }) => type)

const liveOf = (who: number) =>
  world.ledger.rows<{ quarters: number; completionId: string; status: string }>(
    `select quarters, completion_id as "completionId", status from live_credit where learner_id = ?::uuid`,
    learnerOf(who),
  )

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
    expect(await history(requestId)).toEqual(['ASKED'])
    expect(await events(requestId)).toEqual(['CREDIT_REQUEST_ASKED'])
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
    const requestId = await dee.requests()
    await dee.notes(requestId)
    await world.clock('2026-08-15')
    expect(await count()).toEqual(before)
    expect(await liveOf(number)).toEqual([])
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

describe('a provider', () => {
  test('confirms: an ordinary record of the physician who asked, without a birthday (V05)', async () => {
    const requestId = await dee.requests()
    const { request } = await world.ada.confirms(requestId)
    const [live] = await liveOf(number)
    expect(live).toMatchObject({ quarters: 8, status: 'ACCEPTED', completionId: request.completionId })
    expect(request).toMatchObject({ state: 'CONFIRMED', nextStepOn: null })
    expect(await history(requestId)).toEqual(['ASKED', 'CONFIRMED'])
    const [row] = await world.ledger.rows<{ cells: Record<string, { text: string }>; source: string }>(
      `select cells, source from batch_row join batch using (batch_id) where completion_id = ?::uuid`,
      live?.completionId,
    )
    expect(row?.cells).toMatchObject({ firstName: { text: 'Deirdre' }, cmeCredits: { text: '2' } })
    expect(row?.cells).not.toHaveProperty('dateOfBirth')
  })

  test('confirms twice, or twice at once, and there is one record', async () => {
    const requestId = await dee.requests()
    await Promise.all([world.ada.confirms(requestId), world.ada.confirms(requestId)])
    await world.ada.confirms(requestId)
    expect(await liveOf(number)).toHaveLength(1)
    expect(await history(requestId)).toEqual(['ASKED', 'CONFIRMED'])
  })

  test('confirms what was reported meanwhile, and the record that was there is the answer', async () => {
    const requestId = await dee.requests()
    const completionId = await world.ledger.ada.reports({ familyName: String(number) })
    const { request } = await world.ada.confirms(requestId)
    expect(request).toMatchObject({ state: 'CONFIRMED', completionId })
    expect(await history(requestId)).toEqual(['ASKED', 'ALREADY_REPORTED'])
    expect(await liveOf(number)).toHaveLength(1)
  })

  test('cannot confirm what the rules refuse by now: the request stays open (L26)', async () => {
    const requestId = await dee.requests({ credits: 400 })
    await world.ledger.ada.reports({ familyName: String(number), completedOn: '2026-06-19', credits: 4 })
    const { request, row } = await world.ada.confirms(requestId)
    expect([request.state, row?.issues.map(({ code }) => code)]).toEqual(['REQUESTED', ['CREDITS_EXCEED_ACTIVITY']])
    expect(await liveOf(number)).toHaveLength(1)
  })

  test('names the activity that was only described', async () => {
    const requestId = await dee.requests({ activityId: null, providerId: '0008273', described: 'The stroke evening' })
    await expect(world.ada.confirms(requestId)).rejects.toBe('BAD_USER_INPUT')
    const { request } = await world.ada.confirms(requestId, '200000002')
    expect(request.state).toBe('CONFIRMED')
  })

  test('cannot put another activity in the place of the one that was chosen', async () => {
    const requestId = await dee.requests()
    await expect(world.ada.confirms(requestId, '200000002')).rejects.toBe('BAD_USER_INPUT')
  })

  test('rejects with a reason, and in words where the reason says nothing', async () => {
    const requestId = await dee.requests()
    await expect(world.ada.rejects(requestId, 'OTHER', ' ')).rejects.toBe('BAD_USER_INPUT')
    await world.ada.rejects(requestId, 'OTHER', 'You left at noon.')
    expect(await dee.opens(requestId)).toMatchObject({ state: 'REJECTED', reason: 'OTHER', words: 'You left at noon.' })
    await expect(world.ada.confirms(requestId)).rejects.toBe('CONFLICT')
  })

  test('points to its record of that physician, and to no other', async () => {
    const requestId = await dee.requests()
    const own = await world.ledger.ada.reports({ familyName: String(number), completedOn: '2026-06-18' })
    const ofAnother = await world.ledger.ada.reports({ familyName: '999', completedOn: '2026-06-18' })
    await expect(world.ada.pointsTo(requestId, ofAnother)).rejects.toBe('NOT_FOUND')
    expect(await world.ada.pointsTo(requestId, own)).toMatchObject({ state: 'CONFIRMED', completionId: own })
  })
})

describe('who is not asked sees nothing and does nothing', () => {
  const verbs = ['opens', 'notes', 'withdraws', 'asksAgain', 'confirms', 'rejects', 'reminds', 'closes'] as const

  test.each(verbs)('another provider and another physician: %s', async (verb) => {
    const requestId = await dee.requests()
    for (const person of [world.bo, world.physician(5_000)]) {
      await expect(person[verb](requestId)).rejects.toBe('NOT_FOUND')
      expect(await person.sees()).not.toContain(requestId)
    }
    expect(await history(requestId)).toEqual(['ASKED'])
  })

  test('a board, and an operator before the provider has let its days pass', async () => {
    const requestId = await dee.requests()
    for (const person of [world.cy, world.op]) {
      await expect(person.opens(requestId)).rejects.toBe('NOT_FOUND')
      expect(await person.sees()).not.toContain(requestId)
    }
  })

  test('nobody answers for another: each verb is for one side', async () => {
    const requestId = await dee.requests()
    await expect(dee.confirms(requestId)).rejects.toBe('FORBIDDEN')
    await expect(dee.rejects(requestId)).rejects.toBe('FORBIDDEN')
    await expect(world.ada.withdraws(requestId)).rejects.toBe('FORBIDDEN')
    await expect(world.ada.closes(requestId)).rejects.toBe('FORBIDDEN')
    await world.clock('2026-07-30')
    await expect(world.op.confirms(requestId)).rejects.toBe('FORBIDDEN')
  })
})

describe('the clock', () => {
  test('reminds after 7 and 14 days and escalates after 30, once each, whoever turns it how often', async () => {
    const requestId = await dee.requests()
    const seen: string[] = []
    for (const day of [
      '2026-07-06',
      '2026-07-07',
      '2026-07-07',
      '2026-07-14',
      '2026-07-29',
      '2026-07-30',
      '2026-09-01',
    ]) {
      await world.clock(day)
      seen.push((await dee.opens(requestId)).state)
    }
    expect(seen).toEqual(['REQUESTED', 'REMINDED', 'REMINDED', 'REMINDED', 'REMINDED', 'ESCALATED', 'ESCALATED'])
    expect(await history(requestId)).toEqual(['ASKED', 'REMINDED', 'REMINDED', 'ESCALATED'])
    expect(await events(requestId)).toHaveLength(4)
  })

  test('run by three at once takes each step once', async () => {
    const requestId = await dee.requests()
    await Promise.all(['2026-07-07', '2026-07-07', '2026-07-07'].map((day) => world.clock(day)))
    expect(await history(requestId)).toEqual(['ASKED', 'REMINDED'])
  })

  test('killed before it has ended leaves nothing half done', async () => {
    const requestId = await dee.requests()
    const atTheEnd = `outbox_event add constraint plug check (type <> 'CREDIT_REQUEST_REMINDED') not valid`
    await world.ledger.rows(`alter table ${atTheEnd}`)
    await expect(world.clock('2026-07-07')).rejects.toThrow('plug')
    expect([(await dee.opens(requestId)).state, await history(requestId)]).toEqual(['REQUESTED', ['ASKED']])
    await world.ledger.rows('alter table outbox_event drop constraint plug')
    await world.clock('2026-07-07')
    expect(await history(requestId)).toEqual(['ASKED', 'REMINDED'])
  })

  test('stands still for what has ended', async () => {
    const requestId = await dee.requests()
    await dee.withdraws(requestId)
    await world.clock('2026-09-01')
    expect(await history(requestId)).toEqual(['ASKED', 'WITHDRAWN'])
  })

  test('goes by days of US Central time', async () => {
    const requestId = await dee.requests()
    const eveningBefore = new Date('2026-07-07T03:00:00Z')
    await takeClockSteps(world.ledger.orm.em.fork(), eveningBefore)
    expect(await history(requestId)).toEqual(['ASKED'])
  })
})

describe('an operator', () => {
  const overdue = async () => {
    const requestId = await dee.requests()
    await world.clock('2026-07-30')
    world.ledger.today = '2026-07-31'
    return requestId
  }

  test('reminds the provider once a day, and the provider may still answer', async () => {
    const requestId = await overdue()
    await world.op.reminds(requestId)
    await expect(world.op.reminds(requestId)).rejects.toBe('CONFLICT')
    world.ledger.today = '2026-08-01'
    await world.op.reminds(requestId)
    expect((await world.ada.confirms(requestId)).request.state).toBe('CONFIRMED')
  })

  test('reminds ten times at most', async () => {
    const requestId = await overdue()
    for (let day = 1; day <= 10; day += 1) {
      world.ledger.today = `2026-08-${String(day).padStart(2, '0')}`
      await world.op.reminds(requestId)
    }
    world.ledger.today = '2026-08-11'
    await expect(world.op.reminds(requestId)).rejects.toBe('QUOTA_EXCEEDED')
  })

  test('closes it, and the physician reads why', async () => {
    const requestId = await overdue()
    await world.op.closes(requestId, 'The provider has closed its office.')
    expect(await dee.opens(requestId)).toMatchObject({
      reason: 'NO_ANSWER',
      words: 'The provider has closed its office.',
    })
    expect(await history(requestId)).toEqual(['ASKED', 'ESCALATED', 'CLOSED'])
  })
})

describe('the physician', () => {
  test('asks again once after a rejection, and the clock begins anew', async () => {
    const requestId = await dee.requests()
    await expect(dee.asksAgain(requestId)).rejects.toBe('CONFLICT')
    await world.clock('2026-07-07')
    await world.ada.rejects(requestId)
    world.ledger.today = '2026-07-10'
    expect(await dee.asks()).toMatchObject({ outcome: 'ALREADY_ASKED', request: { mayAskAgain: true } })
    expect(await dee.asksAgain(requestId)).toMatchObject({ state: 'REQUESTED', reason: null, deadlineOn: '2026-08-09' })
    await world.ada.rejects(requestId)
    await expect(dee.asksAgain(requestId)).rejects.toBe('CONFLICT')
    expect(await dee.asks()).toMatchObject({ outcome: 'ALREADY_ASKED', request: { mayAskAgain: false } })
  })

  test('withdraws, once or twice, and may ask anew', async () => {
    const requestId = await dee.requests()
    await dee.withdraws(requestId)
    await dee.withdraws(requestId)
    await expect(world.ada.confirms(requestId)).rejects.toBe('CONFLICT')
    expect(await dee.requests()).not.toBe(requestId)
  })

  test('adds ten notes at most, while the request is open', async () => {
    const requestId = await dee.requests()
    for (let count = 0; count < 10; count += 1) await dee.notes(requestId)
    await expect(dee.notes(requestId)).rejects.toBe('QUOTA_EXCEEDED')
    await expect(dee.notes(requestId, ' ')).rejects.toBe('BAD_USER_INPUT')
  })
})

describe('a list', () => {
  const pageOf = (person: Person, first: number, after?: string | null) =>
    new CreditRequestResolver().creditRequests({ first, after }, person.tools as CreditsContext)
  const days = ['2026-06-11', '2026-06-12', '2026-06-13', '2026-06-14', '2026-06-15']

  test('is read page by page, the newest first, also where all were asked at one instant', async () => {
    for (const completedOn of days) await dee.requests({ completedOn, credits: 1 })
    const read: string[] = []
    for (let after: string | null = null, more = true; more; ) {
      const { edges, pageInfo } = await pageOf(dee, 2, after)
      read.push(...edges.map(({ node }) => node.completedOn))
      ;[after, more] = [pageInfo.endCursor, pageInfo.hasNextPage]
    }
    expect(read.toSorted()).toEqual(days)
    expect(await dee.sees()).toHaveLength(read.length)
  })

  test('shows a provider the longest waiting first, and in the states that it names', async () => {
    const { edges } = await pageOf(world.ada, 100)
    const asked = edges.map(({ node }) => node.askedAt.getTime())
    expect(asked).toEqual(asked.toSorted((one, other) => one - other))
    const tools = world.ada.tools as CreditsContext
    const rejected = await new CreditRequestResolver().creditRequests({ first: 100, states: ['REJECTED'] }, tools)
    expect(new Set(rejected.edges.map(({ node }) => node.state))).toEqual(new Set(['REJECTED']))
  })

  test('does not take a cursor that is none of ours', async () => {
    await expect(pageOf(dee, 2, 'abc')).rejects.toMatchObject({ extensions: { code: 'CURSOR_INVALID' } })
  })
})

test('history is only added to', async () => {
  const requestId = await dee.requests()
  for (const change of [`update credit_request_step set words = 'x'`, 'delete from credit_request_step'])
    await expect(world.ledger.rows(`${change} where request_id = ?::uuid`, requestId)).rejects.toThrow('append-only')
})
