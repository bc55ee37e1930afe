import type { CreditsContext } from '../context.js'
import { learnerOf } from '../correction/testing/ledger-world.js'
import { CreditRequestResolver } from './credit-request.resolver.js'
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

  test('asks once more also where the points cannot be had any more: the credit stands alone (L17)', async () => {
    const diplomate = world.physician(number, 'ABIM')
    const requestId = await diplomate.requests({ points: [{ board: 'ABIM', points: 6 }] })
    await world.ada.rejects(requestId)
    const activity = world.ledger.activities.find(({ activityId }) => activityId === '200000001')
    const withdrawn = activity?.registrations.splice(0) ?? []
    const asked = await diplomate.asksAgain(requestId)
    activity?.registrations.push(...withdrawn)
    expect(asked).toMatchObject({ state: 'REQUESTED' })
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
    for (const today of ['2026-07-03', '2026-07-01']) {
      world.ledger.today = today
      await dee.requests({ completedOn: `${today.slice(0, 5)}06-${today.slice(8)}`, credits: 1 })
    }
    const { edges } = await pageOf(world.ada, 100)
    const ofDee = edges.filter(({ node }) => node.learnerId === learnerOf(number))
    expect(ofDee.map(({ node }) => node.askedOn)).toEqual(['2026-07-01', '2026-07-03'])
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
