import { randomUUID } from 'node:crypto'
import { learnerOf } from '../correction/testing/ledger-world.js'
import { AttendanceClaim } from './attendance-claim.js'
import { visibleClaims } from './check-in.policy.js'
import { claimCredit } from './claim-credit.js'
import { approveClaims, rejectClaims } from './decide-claims.js'
import { Room, refusal, seconds, somebody } from './testing/room.js'

let room: Room
beforeAll(async () => {
  room = await Room.open()
})
afterAll(() => room.close())

describe('a claim', () => {
  test('is of what is offered, or less, and stays as it was made', async () => {
    const checkIn = await room.opens()
    expect(await room.claims(somebody(), checkIn)).toMatchObject({ state: 'WAITING', credits: 6 })
    const dee = somebody()
    expect(await room.claims(dee, checkIn, { credits: 4 })).toMatchObject({ credits: 4 })
    expect(await room.claims(dee, checkIn, { credits: 6 })).toMatchObject({ credits: 4 })
    expect(await refusal(room.claims(somebody(), checkIn, { credits: 7 }))).toBe('BAD_USER_INPUT')
    expect(await refusal(room.claims(somebody(), checkIn, { credits: 0 }))).toBe('BAD_USER_INPUT')
  })

  test('is of the physician who scanned and of nobody else, and in time', async () => {
    const dee = somebody()
    const { claimId } = await room.scans(dee, await room.reads(await room.opens()))
    expect(await refusal(claimCredit(claimId, {}, room.physician(somebody())))).toBe('NOT_FOUND')
    expect(await refusal(claimCredit(claimId, {}, room.physician(dee, seconds(73 * 3_600))))).toBe('CONFLICT')
  })

  test('is seen by its physician and the provider', async () => {
    const dee = somebody()
    const { claimId } = await room.claims(dee, await room.opens())
    const sees = ({ em, viewer }: ReturnType<Room['tools']>) =>
      em.count(AttendanceClaim, { $and: [{ claimId }, visibleClaims(viewer)] })
    expect(
      await Promise.all([room.physician(dee), room.ada(), room.physician(somebody()), room.bo()].map(sees)),
    ).toEqual([1, 1, 0, 0])
    expect(() => visibleClaims(room.tools({ role: 'LICENSING_BOARD', boardCode: 'ME-MD' }).viewer)).toThrow()
  })
})

describe('points of boards', () => {
  const registered = '200000003'
  let dee: number
  beforeEach(() => {
    dee = room.diplomate()
  })

  test('are claimed with the credit without a word, of the boards that have certified the physician (L17)', async () => {
    const checkIn = await room.opens({ activityId: registered })
    expect(await room.claims(dee, checkIn)).toMatchObject({
      points: [
        { board: { code: 'ABIM' }, points: 6, creditTypes: ['MK', 'PS'] },
        { board: { code: 'ABS' }, points: 4, creditTypes: ['ACC_CME'] },
      ],
    })
    expect(await room.claims(somebody(), checkIn)).toMatchObject({ points: [] })
  })

  test('are lowered with the credit, or by choice, or left out', async () => {
    const checkIn = await room.opens({ activityId: registered })
    expect(await room.claims(dee, checkIn, { credits: 3 })).toMatchObject({ points: [{ points: 3 }, { points: 3 }] })
    const points = [{ board: 'ABIM', points: 2, creditTypes: ['MK'] }]
    const claimed = await room.claims(room.diplomate(), checkIn, { points })
    expect(claimed.points).toMatchObject([{ board: { code: 'ABIM' }, points: 2, creditTypes: ['MK'] }])
    expect(await room.claims(room.diplomate(), checkIn, { points: [] })).toMatchObject({ credits: 6, points: [] })
    const tooMany = { points: [{ board: 'ABIM', points: 7 }] }
    expect(await refusal(room.claims(room.diplomate(), checkIn, tooMany))).toBe('BAD_USER_INPUT')
    expect(await refusal(room.claims(somebody(), checkIn, { points }))).toBe('BAD_USER_INPUT')
  })

  test('stand nowhere before the answer, then on the same record, and wait for their boards', async () => {
    const { claimId } = await room.claims(dee, await room.opens({ activityId: registered }))
    expect(await room.standsOf(dee)).toEqual([])
    const [answered] = await approveClaims([claimId], room.ada())
    expect(answered).toMatchObject({ state: 'APPROVED', issues: [] })
    const completionId = answered?.completionId ?? ''
    expect(await room.world.stands(completionId)).toBe('CME 6 ACCEPTED, ABIM 6 PENDING, ABS 4 PENDING')
    expect(await room.standsOf(dee)).toHaveLength(3)
    await room.world.decide(await room.world.livePart(completionId, 'MOC'), 'ACCEPTED')
    expect(await room.world.stands(completionId)).toBe('CME 6 ACCEPTED, ABIM 6 ACCEPTED, ABS 4 PENDING')
    const [row] = await room.world.rows<{ cells: Record<string, { text: string }> }>(
      'select cells from batch_row where completion_id = ?::uuid',
      completionId,
    )
    expect(row?.cells).toMatchObject({
      certifyingBoard: { text: 'ABIM' },
      certifyingBoardId: { text: '219876' },
      creditTypeCredits: { text: '1.5' },
      'certifyingBoard:ABS': { text: 'ABS' },
      'totalBoardCredits:ABS': { text: '1' },
    })
  })

  test('stand or fall alone, and what fell is told', async () => {
    const { claimId } = await room.claims(dee, await room.opens({ activityId: registered }))
    const activity = room.world.activities.find(({ activityId }) => activityId === registered)
    const { registrations = [] } = activity ?? {}
    const [withdrawn] = registrations.splice(0, 1)
    const [answered] = await approveClaims([claimId], room.ada())
    if (withdrawn) registrations.unshift(withdrawn)
    expect(answered).toMatchObject({ state: 'APPROVED', issues: [{ code: 'ACTIVITY_NOT_MOC_REGISTERED' }] })
    expect(await room.standsOf(dee)).toEqual(['CME 6 ACCEPTED', 'ABS 4 PENDING'])
  })

  test('that were reported already are not doubled (L22)', async () => {
    const moc = [{ board: 'ABIM', boardId: '1', points: 6, lines: [{ creditType: 'MK', points: 6 }] }]
    await room.world.ada.reports({ familyName: String(dee), activityId: registered, credits: 6, moc })
    const { claimId } = await room.claims(dee, await room.opens({ activityId: registered }))
    expect(await approveClaims([claimId], room.ada())).toMatchObject([{ state: 'APPROVED' }])
    expect(await room.standsOf(dee)).toEqual(['CME 6 ACCEPTED', 'ABIM 6 PENDING', 'ABS 4 PENDING'])
  })
})

describe('the provider’s answer', () => {
  test('makes an ordinary record of an approved claim, once, and nothing before', async () => {
    const dee = somebody()
    const { claimId } = await room.claims(dee, await room.opens())
    expect(await room.creditOf(dee)).toEqual([])
    expect(await approveClaims([claimId], room.ada())).toMatchObject([{ state: 'APPROVED', issues: [], reason: null }])
    expect(await approveClaims([claimId], room.ada())).toMatchObject([{ state: 'APPROVED' }])
    expect(await room.creditOf(dee)).toEqual([{ quarters: 6, source: 'CLAIM', status: 'ACCEPTED' }])
    const [row] = await room.world.rows<{ cells: Record<string, unknown> }>(
      `select cells from batch_row where completion_id = (select completion_id from live_credit where learner_id = ?::uuid)`,
      learnerOf(dee),
    )
    expect(Object.keys(row?.cells ?? {}).sort()).not.toContain('dateOfBirth')
  })

  test('makes one record however often it is given at once', async () => {
    const people = Array.from({ length: 4 }, somebody)
    const checkIn = await room.opens()
    const ids = await Promise.all(people.map(async (each) => (await room.claims(each, checkIn)).claimId))
    await Promise.all([
      approveClaims(ids, room.ada()),
      approveClaims([...ids].reverse(), room.ada()),
      approveClaims(ids, room.ada()),
    ])
    for (const each of people) expect(await room.creditOf(each)).toHaveLength(1)
  })

  test('finds that a record is there already, by whatever way it came', async () => {
    const dee = somebody()
    const completionId = await room.world.ada.reports({ familyName: String(dee), credits: 6 })
    const { claimId } = await room.claims(dee, await room.opens())
    const [answered] = await approveClaims([claimId], room.ada())
    expect(answered).toMatchObject({ state: 'APPROVED', completionId })
    expect(await room.creditOf(dee)).toHaveLength(1)
  })

  test('leaves a claim waiting that cannot be recorded, with the reason, and approves the others', async () => {
    const [dee, eve, checkIn] = [somebody(), somebody(), await room.opens()]
    await room.world.ada.reports({ familyName: String(dee), completedOn: '2026-06-10', credits: 398 })
    const ids = [(await room.claims(dee, checkIn)).claimId, (await room.claims(eve, checkIn)).claimId]
    const answered = new Map((await approveClaims(ids, room.ada())).map((claim) => [claim.claimId, claim]))
    expect(answered.get(ids[0] ?? '')).toMatchObject({
      state: 'WAITING',
      issues: [{ code: 'CREDITS_EXCEED_ACTIVITY' }],
    })
    expect(answered.get(ids[1] ?? '')).toMatchObject({ state: 'APPROVED' })
  })

  test('tells the physician why a claim was rejected, and may be changed', async () => {
    const dee = somebody()
    const { claimId } = await room.claims(dee, await room.opens())
    expect(await rejectClaims([claimId], ' You left early. ', room.ada())).toMatchObject([
      { state: 'REJECTED', reason: 'You left early.' },
    ])
    expect(await room.creditOf(dee)).toEqual([])
    expect(await approveClaims([claimId], room.ada())).toMatchObject([{ state: 'APPROVED', reason: null }])
    expect(await refusal(rejectClaims([claimId], 'No.', room.ada()))).toBe('CONFLICT')
  })

  test('is for its provider alone, and for claims', async () => {
    const checkIn = await room.opens()
    const { claimId } = await room.claims(somebody(), checkIn)
    const unclaimed = await room.scans(somebody(), await room.reads(checkIn))
    const answers = [
      approveClaims([claimId], room.bo()),
      rejectClaims([claimId], 'No.', room.bo()),
      approveClaims([claimId], room.physician(1)),
      approveClaims([unclaimed.claimId], room.ada()),
      approveClaims([], room.ada()),
      approveClaims(
        Array.from({ length: 501 }, () => randomUUID()),
        room.ada(),
      ),
      rejectClaims([claimId], '  ', room.ada()),
    ]
    expect(await Promise.all(answers.map(refusal))).toEqual([
      'NOT_FOUND',
      'NOT_FOUND',
      'FORBIDDEN',
      'CONFLICT',
      'BAD_USER_INPUT',
      'BAD_USER_INPUT',
      'BAD_USER_INPUT',
    ])
  })
})
