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
    expect(await room.claims(dee, checkIn, 4)).toMatchObject({ credits: 4 })
    expect(await room.claims(dee, checkIn, 6)).toMatchObject({ credits: 4 })
    expect(await refusal(room.claims(somebody(), checkIn, 7))).toBe('BAD_USER_INPUT')
    expect(await refusal(room.claims(somebody(), checkIn, 0))).toBe('BAD_USER_INPUT')
  })

  test('is of the physician who scanned and of nobody else, and in time', async () => {
    const dee = somebody()
    const { claimId } = await room.scans(dee, await room.reads(await room.opens()))
    expect(await refusal(claimCredit(claimId, null, room.physician(somebody())))).toBe('NOT_FOUND')
    expect(await refusal(claimCredit(claimId, null, room.physician(dee, seconds(73 * 3_600))))).toBe('CONFLICT')
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
