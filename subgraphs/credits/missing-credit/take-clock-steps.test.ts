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
    expect(await world.history(requestId)).toEqual(['ASKED', 'REMINDED', 'REMINDED', 'ESCALATED'])
    expect(await world.events(requestId)).toHaveLength(4)
  })

  test('run by three at once takes each step once', async () => {
    const requestId = await dee.requests()
    await Promise.all(['2026-07-07', '2026-07-07', '2026-07-07'].map((day) => world.clock(day)))
    expect(await world.history(requestId)).toEqual(['ASKED', 'REMINDED'])
  })

  test('killed before it has ended leaves nothing half done', async () => {
    const requestId = await dee.requests()
    const atTheEnd = `outbox_event add constraint plug check (type <> 'CREDIT_REQUEST_REMINDED') not valid`
    await world.ledger.rows(`alter table ${atTheEnd}`)
    await expect(world.clock('2026-07-07')).rejects.toThrow('plug')
    expect([(await dee.opens(requestId)).state, await world.history(requestId)]).toEqual(['REQUESTED', ['ASKED']])
    await world.ledger.rows('alter table outbox_event drop constraint plug')
    await world.clock('2026-07-07')
    expect(await world.history(requestId)).toEqual(['ASKED', 'REMINDED'])
  })

  test('stands still for what has ended', async () => {
    const requestId = await dee.requests()
    await dee.withdraws(requestId)
    await world.clock('2026-09-01')
    expect(await world.history(requestId)).toEqual(['ASKED', 'WITHDRAWN'])
  })

  test('goes by days of US Central time', async () => {
    const requestId = await dee.requests()
    const eveningBefore = new Date('2026-07-07T03:00:00Z')
    await takeClockSteps(world.ledger.orm.em.fork(), eveningBefore)
    expect(await world.history(requestId)).toEqual(['ASKED'])
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
    expect(await world.history(requestId)).toEqual(['ASKED', 'ESCALATED', 'CLOSED'])
  })
})
