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

describe('a provider', () => {
  test('confirms: an ordinary record of the physician who asked, without a birthday (V05)', async () => {
    const requestId = await dee.requests()
    const { request } = await world.ada.confirms(requestId)
    const [live] = await world.liveOf(number)
    expect(live).toMatchObject({ quarters: 8, status: 'ACCEPTED', completionId: request.completionId })
    expect(request).toMatchObject({ state: 'CONFIRMED', nextStepOn: null })
    expect(await world.history(requestId)).toEqual(['ASKED', 'CONFIRMED'])
    const [row] = await world.ledger.rows<{ cells: Record<string, { text: string }>; source: string }>(
      `select cells, source from batch_row join batch using (batch_id) where completion_id = ?::uuid`,
      live?.completionId,
    )
    expect(row?.cells).toMatchObject({ firstName: { text: 'Deirdre' }, cmeCredits: { text: '2' } })
    expect(row?.cells).not.toHaveProperty('dateOfBirth')
  })

  test('confirms credit and points: one record, and the points wait for their board', async () => {
    const diplomate = world.physician(number, 'ABIM')
    const requestId = await diplomate.requests({ points: [{ board: 'ABIM', points: 6, creditTypes: ['MK'] }] })
    const { request, row } = await world.ada.confirms(requestId)
    expect([request.state, row?.issues]).toEqual(['CONFIRMED', []])
    expect(await world.ledger.stands(request.completionId ?? '')).toBe('CME 8 ACCEPTED, ABIM 6 PENDING')
  })

  test('confirms the credit where the points cannot be recorded any more, and is told (L17)', async () => {
    const diplomate = world.physician(number, 'ABIM')
    const requestId = await diplomate.requests({ points: [{ board: 'ABIM', points: 6 }] })
    const activity = world.ledger.activities.find(({ activityId }) => activityId === '200000001')
    const withdrawn = activity?.registrations.splice(0) ?? []
    const { request, row } = await world.ada.confirms(requestId)
    activity?.registrations.push(...withdrawn)
    expect([request.state, row?.issues.map(({ code }) => code)]).toEqual(['CONFIRMED', ['ACTIVITY_NOT_MOC_REGISTERED']])
    expect(await world.ledger.stands(request.completionId ?? '')).toBe('CME 8 ACCEPTED')
  })

  test('confirms twice, or twice at once, and there is one record', async () => {
    const requestId = await dee.requests()
    await Promise.all([world.ada.confirms(requestId), world.ada.confirms(requestId)])
    await world.ada.confirms(requestId)
    expect(await world.liveOf(number)).toHaveLength(1)
    expect(await world.history(requestId)).toEqual(['ASKED', 'CONFIRMED'])
  })

  test('confirms what was reported meanwhile, and the record that was there is the answer', async () => {
    const requestId = await dee.requests()
    const completionId = await world.ledger.ada.reports({ familyName: String(number) })
    const { request } = await world.ada.confirms(requestId)
    expect(request).toMatchObject({ state: 'CONFIRMED', completionId })
    expect(await world.history(requestId)).toEqual(['ASKED', 'ALREADY_REPORTED'])
    expect(await world.liveOf(number)).toHaveLength(1)
  })

  test('cannot confirm what the rules refuse by now: the request stays open (L26)', async () => {
    const requestId = await dee.requests({ credits: 400 })
    await world.ledger.ada.reports({ familyName: String(number), completedOn: '2026-06-19', credits: 4 })
    const { request, row } = await world.ada.confirms(requestId)
    expect([request.state, row?.issues.map(({ code }) => code)]).toEqual(['REQUESTED', ['CREDITS_EXCEED_ACTIVITY']])
    expect(await world.liveOf(number)).toHaveLength(1)
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
    expect(await world.history(requestId)).toEqual(['ASKED'])
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
