import { CheckIn, type CheckInInput } from './check-in.js'
import { visibleCheckIns } from './check-in.policy.js'
import { openCheckIn, refusalOf } from './open-check-in.js'
import { anInput, noon, Room, refusal, seconds } from './testing/room.js'

let room: Room
beforeAll(async () => {
  room = await Room.open()
})
afterAll(() => room.close())

describe('a check-in', () => {
  test('is opened by the provider of the activity alone', async () => {
    expect(await room.opens()).toMatchObject({ providerId: '0008273', attendees: 0 })
    expect(await refusal(openCheckIn(anInput(), room.bo()))).toBe('NOT_FOUND')
    expect(await refusal(openCheckIn(anInput(), room.physician(1)))).toBe('FORBIDDEN')
  })

  test.each<[string, Partial<CheckInInput>, RegExp]>([
    ['more credit than the activity awards', { credits: 401 }, /awards 100 credits/],
    ['no credit', { credits: 0 }, /more than 0/],
    ['a closed activity', { activityId: '200000007' }, /active activity/],
    ['a day outside the activity', { completedOn: '2026-07-01' }, /takes place/],
    ['a day that it is not', { completedOn: '2026-06-18' }, /day has to be/],
    ['an end before its beginning', { closesAt: seconds(-7_200) }, /close after/],
    ['more than a day', { closesAt: seconds(24 * 3_600) }, /24 hours/],
    ['an end that is past', { opensAt: seconds(-60), closesAt: seconds(-1) }, /future/],
    ['no place', { place: '  ' }, /place/],
    ['a place too long', { place: 'x'.repeat(121) }, /place/],
    ['nobody expected', { expectedAttendees: 0 }, /Expect 1/],
  ])('is refused with %s', (_, changes, sentence) => {
    const input = anInput(changes)
    const facts = room.world.activities.find(({ activityId }) => activityId === input.activityId)
    expect(facts && refusalOf(input, facts, noon)).toMatch(sentence)
  })

  test('is seen by its provider alone, and shows codes to nobody else', async () => {
    const { checkInId } = await room.opens()
    const { em, viewer } = room.bo()
    expect(await em.count(CheckIn, { $and: [{ checkInId }, visibleCheckIns(viewer)] })).toBe(0)
    expect(() => visibleCheckIns(room.physician(1).viewer)).toThrow('report for a provider')
    const seen = await em.findOneOrFail(CheckIn, { checkInId })
    expect(viewer.can('show', seen)).toBe(false)
    expect(viewer.can('close', seen)).toBe(false)
  })

  test('has codes for an hour ahead, as far as it is open, and none once it has closed', async () => {
    const checkIn = await room.opens({ closesAt: seconds(60) })
    const { codes, slotSeconds } = await room.codesAt(checkIn, noon, 240)
    expect(codes.map(({ startsAt }) => startsAt.getTime())).toEqual(
      [0, 15, 30, 45, 60].map((past) => seconds(past).getTime()),
    )
    expect(slotSeconds).toBe(15)
    expect(await refusal(room.codesAt(checkIn, seconds(61)))).toBe('CONFLICT')
    expect(await refusal(room.codesAt(checkIn, noon, 241))).toBe('BAD_USER_INPUT')
  })
})
