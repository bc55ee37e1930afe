import { startTestGateway, type TestGateway } from '../testing/gateway.js'

let gateway: TestGateway

beforeAll(async () => {
  gateway = await startTestGateway({ production: true, publicUrl: 'https://credits.example' })
})
afterAll(() => gateway.stop())

const call = (path: string, proto?: string, type = 'application/json') =>
  fetch(`${gateway.url}${path}`, {
    method: path.startsWith('/services/') ? 'POST' : 'GET',
    headers: { 'content-type': type, ...(proto ? { 'x-forwarded-proto': proto } : {}) },
    ...(path.startsWith('/services/') ? { body: '{}' } : {}),
  })

test.each([undefined, 'http'])(
  'W03: behind https, web services are refused by %s before a key is looked at',
  async (proto) => {
    const response = await call('/services/GetLearnerMatch', proto)
    expect([response.status, await response.json()]).toEqual([
      403,
      expect.objectContaining({ code: 403, message: expect.stringContaining('https://credits.example') }),
    ])
    expect(await (await call('/services/GetLearnerMatch', proto, 'text/xml')).text()).toContain('<Fault>')
  },
)

test('W03: by https they answer, and browsers are told to stay with it', async () => {
  const response = await call('/services/GetLearnerMatch', 'https')
  expect(response.status).toBe(401)
  expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000')
  expect((await call('/health/live')).status).toBe(200)
})

test('W03: a server that the world reaches without https asks for none', async () => {
  const plain = await startTestGateway()
  const response = await fetch(`${plain.url}/services/GetLearnerMatch`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  expect([response.status, response.headers.get('strict-transport-security')]).toEqual([401, null])
  await plain.stop()
})
