import { serverAudits } from 'graphql-http'
import { startTestGateway, type TestGateway } from '../testing/gateway.js'

let gateway: TestGateway
beforeAll(async () => {
  gateway = await startTestGateway()
})
afterAll(() => gateway.stop())

/** As every client of ours that is not a registered one: a query by GET says that no page of another site sent it. */
const fetchFn: typeof fetch = (address, init) =>
  fetch(address, { ...init, headers: { ...init?.headers, 'apollo-require-preflight': 'true' } })

const audits = serverAudits({ url: () => `${gateway.url}/graphql`, fetchFn })

test('all of the audits are run', () => expect(audits).toHaveLength(61))

test.each(audits.map((audit) => [`${audit.id} ${audit.name}`, audit] as const))('%s', async (_, audit) => {
  const result = await audit.fn()
  expect(result.status === 'ok' ? result.status : result.reason).toBe('ok')
})
