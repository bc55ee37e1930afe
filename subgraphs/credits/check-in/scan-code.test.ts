import { randomUUID } from 'node:crypto'
import { learnerOf } from '../correction/testing/ledger-world.js'
import { AttendanceClaim, ClaimState } from './attendance-claim.js'
import { CheckIn } from './check-in.js'
import { maxMisses } from './guess-limit.js'
import { closeCheckIn } from './open-check-in.js'
import { scanCode } from './scan-code.js'
import { noon, Room, refusal, seconds, somebody } from './testing/room.js'

let room: Room
beforeAll(async () => {
  room = await Room.open()
})
afterAll(() => room.close())

describe('a scan', () => {
  test('makes a claim of the account that scanned, with its name on file', async () => {
    const checkIn = await room.opens({ place: 'Room 4' })
    const claim = await room.scans(somebody(), await room.reads(checkIn))
    expect(claim).toMatchObject({
      state: ClaimState.SCANNED,
      flags: [],
      place: 'Room 4',
      completedOn: '2026-06-20',
      creditsOffered: 6,
      inSlot: 1,
      attendee: { givenName: 'Deirdre', familyName: 'Marchetti', licensingState: 'ME' },
    })
  })

  test('works with the code to type', async () => {
    const { codes } = await room.codesAt(await room.opens())
    expect(await room.scans(somebody(), codes[0]?.typed.toLowerCase() ?? '')).toMatchObject({ state: 'SCANNED' })
  })

  test('again, with another code or an old one, brings back the same claim', async () => {
    const [dee, checkIn] = [somebody(), await room.opens()]
    const code = await room.reads(checkIn)
    const first = await room.scans(dee, code)
    const again = await room.scans(dee, await room.reads(checkIn, seconds(600)), { at: seconds(600) })
    const old = await room.scans(dee, code, { at: seconds(1_200) })
    expect([again.claimId, old.claimId]).toEqual([first.claimId, first.claimId])
  })

  test('makes one claim however many come at once, and counts each physician once', async () => {
    const checkIn = await room.opens()
    const code = await room.reads(checkIn)
    const people = Array.from({ length: 6 }, somebody)
    const found = await Promise.all(people.flatMap((each) => [room.scans(each, code), room.scans(each, code)]))
    expect(new Set(found.map(({ claimId }) => claimId)).size).toBe(6)
    expect(new Set(found.map(({ attendeeNumber }) => attendeeNumber))).toEqual(new Set([1, 2, 3, 4, 5, 6]))
    expect((await room.sees(checkIn)).attendees).toBe(6)
  })

  test('of a photographed code is refused once its slot has passed', async () => {
    const code = await room.reads(await room.opens())
    expect(await refusal(room.scans(somebody(), code, { at: seconds(46) }))).toBe('CONFLICT')
  })

  test('without a network is taken later and flagged LATE', async () => {
    const code = await room.reads(await room.opens())
    const claim = await room.scans(somebody(), code, { at: seconds(7_200), secondsAgo: 7_195 })
    expect(claim).toMatchObject({ flags: ['LATE'], scannedAt: seconds(5), receivedAt: seconds(7_200) })
    expect(await refusal(room.scans(somebody(), code, { at: seconds(7_200), secondsAgo: 3_600 }))).toBe('CONFLICT')
    const fourDays = 4 * 86_400
    expect(await refusal(room.scans(somebody(), code, { at: seconds(fourDays), secondsAgo: fourDays }))).toBe(
      'CONFLICT',
    )
  })

  test('of a check-in that was closed early is refused, and late ones from before are taken', async () => {
    const checkIn = await room.opens()
    const [before, after] = [await room.reads(checkIn), await room.reads(checkIn, seconds(300))]
    const { em } = room.ada()
    await closeCheckIn(await em.findOneOrFail(CheckIn, checkIn.checkInId), em, seconds(60))
    expect(await refusal(room.scans(somebody(), after, { at: seconds(301) }))).toBe('BAD_USER_INPUT')
    expect(await room.scans(somebody(), before, { at: seconds(301), secondsAgo: 300 })).toMatchObject({
      flags: ['LATE'],
    })
  })

  test('beyond those expected, or of two on one device, is flagged', async () => {
    const checkIn = await room.opens({ expectedAttendees: 2 })
    const [code, deviceId] = [await room.reads(checkIn), randomUUID()]
    const first = await room.scans(somebody(), code, { deviceId })
    expect(first.flags).toEqual([])
    expect((await room.scans(somebody(), code, { deviceId })).flags).toEqual(['SHARED_DEVICE'])
    expect(await room.scans(somebody(), code)).toMatchObject({ flags: ['OVER_EXPECTED'], inSlot: 3 })
    const { em } = room.ada()
    const seen = await em.findOneOrFail(AttendanceClaim, first.claimId, { populate: ['checkIn'] })
    expect(seen.flags).toEqual(['SHARED_DEVICE'])
  })

  test('is for physicians, with a license on file', async () => {
    const code = await room.reads(await room.opens())
    const input = { code, secondsAgo: 0, deviceId: randomUUID() }
    expect(await refusal(scanCode(input, room.ada()))).toBe('FORBIDDEN')
    const unlicensed = room.tools({ learnerId: learnerOf(somebody()) }, noon, { licenses: [] })
    expect(await refusal(scanCode(input, unlicensed))).toBe('CONFLICT')
  })

  test.each([
    ['in the future', { secondsAgo: -1 }],
    ['on a device without an id', { deviceId: 'phone' }],
  ])('%s is refused', async (_, change) => {
    expect(await refusal(room.scans(somebody(), await room.reads(await room.opens()), change))).toBe('BAD_USER_INPUT')
  })

  test('of codes that are none ends after a while', async () => {
    const dee = somebody()
    for (let miss = 0; miss < maxMisses; miss += 1)
      expect(await refusal(room.scans(dee, 'K7QF2-00000'))).toBe('BAD_USER_INPUT')
    const code = await room.reads(await room.opens())
    expect(await refusal(room.scans(dee, code))).toBe('QUOTA_EXCEEDED')
    expect(await refusal(room.scans(dee, 'K7QF2-00000', { at: seconds(3_601) }))).toBe('BAD_USER_INPUT')
  })
})
