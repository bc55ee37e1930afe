import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { connect } from 'node:net'
import { httpLimits } from '../../subgraphs/shared/http/limits.js'
import { listen } from '../../subgraphs/shared/http/server.js'
import { startTestGateway, type TestGateway } from '../testing/gateway.js'
import { cutSlowRequest } from './http-problem.js'

let gateway: TestGateway
beforeAll(async () => {
  gateway = await startTestGateway()
})
afterAll(() => gateway.stop())

/** Writes to a connection of its own and resolves to everything that comes back until it is closed. */
async function says(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  let heard = ''
  socket.on('data', (chunk) => (heard += chunk)).on('error', () => undefined)
  socket.write(text)
  await once(socket, 'close')
  return heard
}
const get = (path: string, headers = '') => `GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${headers}\r\n`

const onEveryAnswer = {
  'x-request-id': expect.stringMatching(/^[\da-f-]{36}$/),
  'x-dns-prefetch-control': 'off',
  'x-permitted-cross-domain-policies': 'none',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': expect.stringContaining("default-src 'self'"),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
}

test.each<[string, string, number]>([
  ['GET', '/', 200],
  ['GET', '/provider/anything/at/all', 200],
  ['GET', '/sign-in', 200],
  ['GET', '/health/live', 200],
  ['GET', '/health/ready', 200],
  ['GET', '/nothing', 404],
  ['GET', '/assets/nothing.js', 404],
  ['GET', '/assets', 404],
  ['GET', '/.env', 404],
  ['GET', '/%', 404],
  ['GET', '/assets/%', 400],
  ['GET', '/verify/%', 400],
  ['GET', '/sample.xlsx', 404],
  ['POST', '/', 404],
  ['DELETE', '/uploads/x', 404],
  ['POST', '/assets/x', 405],
  ['GET', '/graphql', 400],
  ['PATCH', '/graphql', 405],
])('%s %s answers %i, and every answer is protected', async (method, path, status) => {
  const response = await fetch(`${gateway.url}${path}`, { method })
  expect(response.status).toBe(status)
  expect(Object.fromEntries(response.headers)).toMatchObject(onEveryAnswer)
  expect(response.headers.has('x-powered-by')).toBe(false)
  if (status >= 400 && response.headers.get('content-type')) {
    expect(await response.json()).toEqual({
      errors: [{ message: expect.any(String), extensions: expect.objectContaining({ code: expect.any(String) }) }],
    })
  }
})

test('whoever asks for a page at a wrong address gets a page', async () => {
  const ask = (accept: string) => fetch(`${gateway.url}/verify`, { headers: { accept } })
  const page = await ask('text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8')
  expect([page.status, await page.text()]).toEqual([404, '<title>nothing-here</title>'])
  for (const accept of ['*/*', 'application/json'])
    expect((await ask(accept)).headers.get('content-type')).toMatch('application/json')
})

test.each([
  '/../package.json',
  '/assets/../../../package.json',
  '/assets/..%2f..%2f..%2fpackage.json',
  '/assets/%2e%2e/%2e%2e/package.json',
  '/%2e%2e/%2e%2e/package.json',
  '/assets/..%5c..%5cpackage.json',
  '/assets/%00/package.json',
  '/provider/../../package.json',
  '//etc/passwd',
  '/assets//etc/passwd',
])('%s leads to no file of ours', async (path) => {
  const answer = await says(gateway.url, get(path))
  expect(answer).toMatch(/^HTTP\/1.1 (400|403|404|200) /)
  expect(answer).not.toMatch(/"dependencies"|root:/)
})

test.each(['http://[', '*', '?', '//', 'http://evil.example/graphql'])(
  'the address %j breaks nothing',
  async (path) => {
    expect(await says(gateway.url, get(path))).toMatch(/^HTTP\/1.1 (200|4\d\d) /)
  },
)

test('HEAD is GET without a body', async () => {
  const response = await fetch(`${gateway.url}/`, { method: 'HEAD' })
  expect([response.status, await response.text()]).toEqual([200, ''])
})

test('headers may be 8 kB, and no more', async () => {
  const pad = (bytes: number) => `a: ${'x'.repeat(bytes)}\r\n`
  expect(await says(gateway.url, get('/health/live', pad(httpLimits.headerBytes - 100)))).toMatch(/^HTTP\/1.1 200 /)
  expect(await says(gateway.url, get('/health/live', pad(httpLimits.headerBytes)))).toMatch(/^HTTP\/1.1 431 /)
})

test.each([
  ['two lengths', 'content-length: 5\r\ncontent-length: 6\r\n\r\nabcde'],
  ['a length and chunks', 'content-length: 5\r\ntransfer-encoding: chunked\r\n\r\nabcde'],
  ['a length that is none', 'content-length: -1\r\n\r\n'],
  ['a line in a header', 'a: b\r\n c: d\r\n\r\n'],
])('a request with %s is refused before anybody reads it', async (_, rest) => {
  expect(await says(gateway.url, `POST /graphql HTTP/1.1\r\nhost: x\r\n${rest}`)).toMatch(/^HTTP\/1.1 400 /)
})

test('whoever sends a body drop by drop is cut off, and only a file may take its time', async () => {
  const handler: RequestListener = (request, response) => {
    cutSlowRequest(request, 100)
    request.on('end', () => response.end()).resume()
  }
  const server = await listen({ host: '127.0.0.1', port: 0, handler })
  const url = `http://127.0.0.1:${server.port}`
  const slow = (method: string) => says(url, `${method} / HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nx`)
  const file = Promise.race([slow('PUT'), new Promise((resolve) => setTimeout(resolve, 500, 'waits'))])
  expect(await slow('POST')).toBe('')
  expect(await file).toBe('waits')
  await server.close(0)
})
