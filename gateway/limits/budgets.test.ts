import type { IncomingMessage } from 'node:http'
import { codeOf } from '../../subgraphs/shared/errors.js'
import { startTestGateway, type TestGateway } from '../testing/gateway.js'
import { budgetSizes } from './budget-limits.js'
import { Budgets } from './budgets.js'
import { SignInAttempts } from './sign-in-attempts.js'
import { addressOf, spenderOf } from './spender.js'

const ada = { kind: 'SESSION', key: 'ada' } as const
const small = {
  KEY: { requests: 4, points: 40 },
  TOKEN: { requests: 3, points: 30 },
  SESSION: { requests: 2, points: 20 },
  NOBODY: { requests: 1, points: 10 },
}

describe('a budget', () => {
  test('is spent to its last request and point, and tells what is left', async () => {
    const budgets = new Budgets(1, small)
    expect(await budgets.takeRequest(ada)).toMatchObject({ limit: 2, remaining: 1 })
    expect(await budgets.takeRequest(ada)).toMatchObject({ limit: 2, remaining: 0 })
    await budgets.takePoints(ada, 20)
    for (const refused of [budgets.takeRequest(ada), budgets.takePoints(ada, 1)]) {
      const error = await refused.then(
        () => undefined,
        (reason: unknown) => reason,
      )
      expect(codeOf(error)).toBe('QUOTA_EXCEEDED')
      expect(error).toMatchObject({ extensions: { retryAfterSeconds: expect.any(Number) } })
    }
    expect(await budgets.standing(ada)).toMatchObject({ requests: { remaining: 0 }, points: { remaining: 0 } })
  })

  test('is nobody else’s, and another one for each way in', async () => {
    const budgets = new Budgets(1, small)
    for (let i = 0; i < 2; i += 1) await budgets.takeRequest(ada)
    expect(await budgets.takeRequest({ ...ada, key: 'bo' })).toMatchObject({ remaining: 1 })
    expect(await budgets.takeRequest({ ...ada, kind: 'KEY' })).toMatchObject({ limit: 4, remaining: 3 })
    expect(await budgets.standing({ ...ada, key: 'cy' })).toMatchObject({ requests: { limit: 2, remaining: 2 } })
  })

  test('grows with the scale, and keys have the most', async () => {
    expect(await new Budgets(10, small).takeRequest(ada)).toMatchObject({ limit: 20 })
    const { KEY, SESSION, NOBODY } = budgetSizes
    expect(KEY.requests).toBeGreaterThan(SESSION.requests)
    expect(SESSION.requests).toBeGreaterThan(NOBODY.requests)
  })

  test('operations that bring back nothing cost nothing', async () => {
    const budgets = new Budgets(1, small)
    await budgets.takePoints(ada, 0)
    expect(await budgets.standing(ada)).toMatchObject({ points: { remaining: 20 } })
  })
})

test('sign-ins are counted by account, whoever tries', async () => {
  const attempts = new SignInAttempts()
  for (let i = 0; i < 60; i += 1) await attempts.on('ada')
  await expect(attempts.on('ada')).rejects.toMatchObject({ extensions: { code: 'QUOTA_EXCEEDED' } })
  await attempts.on('bo')
})

describe('whose budget it is', () => {
  const claims = { accountId: 'ada', displayName: 'Ada', role: 'PROVIDER_REPORTER' } as const
  const from = (remoteAddress: string, forwarded?: string) =>
    ({
      socket: { remoteAddress, remoteFamily: 'IPv4' },
      headers: { 'x-forwarded-for': forwarded },
    }) as unknown as IncomingMessage

  test.each([
    ['a page with a session', claims, { kind: 'SESSION', key: 'ada' }],
    ['a token', { ...claims, byToken: true }, { kind: 'TOKEN', key: 'ada' }],
    ['a key', { ...claims, byToken: true, scopes: [] }, { kind: 'KEY', key: 'ada' }],
    ['nobody', undefined, { kind: 'NOBODY', key: '203.0.113.9' }],
  ])('of %s', (_, whose, spender) => {
    expect(spenderOf(from('203.0.113.9'), whose)).toEqual(spender)
  })

  test.each([
    ['who is told by a proxy on this machine', '127.0.0.1', '198.51.100.1, 198.51.100.2', '198.51.100.2'],
    ['who says so himself or herself', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['with one of many addresses', '2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2'],
    ['with a short one', '2001:db8::1', undefined, '2001:db8:0:0'],
  ])('of nobody %s', (_, remote, forwarded, address) => {
    expect(addressOf(from(remote, forwarded))).toBe(address)
  })
})

describe('at the gateway', () => {
  let gateway: TestGateway
  beforeAll(async () => {
    // Of every hundred one is left: 30 requests of nobody, 60 with a session, 300 with a key.
    gateway = await startTestGateway({ budgetScale: 0.01 })
  })
  afterAll(() => gateway.stop())

  interface Told {
    errors: { extensions: { code: string } }[]
    limits: { points: { remaining: number } }
  }

  const told = async (response: Response) => (await response.json()) as Told
  const send = (path: string, init: RequestInit = {}) => fetch(`${gateway.url}${path}`, init)

  test('every way in tells what is left, refuses what is too much, and says when to come back', async () => {
    const first = await send('/graphql?query={viewer{displayName}}', {
      headers: { 'apollo-require-preflight': 'true' },
    })
    expect(first.headers.get('ratelimit-policy')).toBe('"requests";q=30;w=60')
    expect(first.headers.get('ratelimit')).toMatch(/^"requests";r=29;t=\d+$/)
    for (let i = 0; i < 29; i += 1) expect((await send('/api/nothing')).status).toBe(401)
    for (const path of ['/graphql', '/api/nothing', '/services/SaveActivity', '/uploads/1', '/operations']) {
      const refused = await send(path, { method: path === '/uploads/1' ? 'PUT' : 'POST' })
      expect([path, refused.status]).toEqual([path, 429])
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
      expect((await told(refused)).errors[0]?.extensions).toMatchObject({ code: 'QUOTA_EXCEEDED' })
    }
    expect((await send('/')).status).toBe(200)
  })

  test('an account has a budget of its own, which it can look at', async () => {
    const authorization = `Bearer ${await gateway.tokenOf('ada')}`
    const response = await send('/operations', { headers: { authorization } })
    expect(response.status).toBe(200)
    expect((await told(response)).limits).toMatchObject({
      requests: { limit: 300, remaining: 299 },
      points: { limit: 30_000, remaining: 30_000 },
    })
  })

  test('what operations may bring back is counted as it costs, whether they are known or new', async () => {
    const authorization = `Bearer ${await gateway.tokenOf('bo')}`
    const ask = () => gateway.asks('{ activities(first: 2000) { edges { cursor } } }', {}, { authorization })
    const left = async () => {
      const response = await send('/operations', { headers: { authorization } })
      return (await told(response)).limits.points.remaining
    }
    const before = await left()
    await ask()
    const cost = before - (await left())
    expect(cost).toBeGreaterThanOrEqual(2_000)
    await ask()
    expect(before - (await left())).toBe(2 * cost)
    for (let spent = 2 * cost; spent + cost <= before; spent += cost) await ask()
    const refused = await ask()
    expect([refused.status, refused.code]).toEqual([429, 'QUOTA_EXCEEDED'])
  })
})
