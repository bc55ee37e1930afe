import { createServer, type RequestListener, type Server } from 'node:http'
import { isCallable, parseRanges } from './outside-address.js'
import { OutsideCaller } from './outside-caller.js'

const limits = { timeoutMs: 500, answerBytes: 100 }
const servers: Server[] = []
const callers: OutsideCaller[] = []
afterAll(async () => {
  await Promise.all(callers.map((caller) => caller.close()))
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
})

const caller = (allowed?: string) => {
  const made = new OutsideCaller(limits, allowed)
  callers.push(made)
  return made
}
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as { port: number }).port}/`
}

test.each([
  ['93.184.216.34', true],
  ['2606:2800:220:1:248:1893:25c8:1946', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['fe80::1', false],
  ['fc00::1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:93.184.216.34', true],
  ['64:ff9b::7f00:1', false],
  ['board.example.org', false],
  ['', false],
])('%s is callable: %s', (address, expected) => {
  expect(isCallable(address, [])).toBe(expected)
})

test('a range that is allowed on purpose opens itself and nothing else', () => {
  const allowed = parseRanges('127.0.0.1/32, 10.8.0.0/16')
  expect(
    ['127.0.0.1', '127.0.0.2', '10.8.3.4', '10.9.3.4', '::1'].map((address) => isCallable(address, allowed)),
  ).toEqual([true, false, true, false, false])
})

test.each([
  'http://board.example.org/',
  'https://127.0.0.1/',
  'https://[::1]/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://user:secret@board.example.org/',
  'ftp://board.example.org/',
  'file:///etc/passwd',
  'board',
])('%s is refused before anything is sent', async (address) => {
  expect(() => caller().check(address)).toThrow()
  await expect(caller().post(address, {}, '{}')).rejects.toThrow()
})

test('a name that leads to an address of ours is refused when it is resolved', async () => {
  await expect(caller().post('https://localhost:9/', {}, '{}')).rejects.toThrow('may be called')
})

test('a redirect is an answer, and followed by nobody', async () => {
  let asked = 0
  const url = await serve((_request, response) => {
    asked += 1
    response.writeHead(302, { location: 'http://169.254.169.254/' }).end()
  })
  expect(await caller('127.0.0.1/32').post(url, {}, '{}')).toEqual({ status: 302, body: '' })
  expect(asked).toBe(1)
})

test('an answer that is too long, or does not come, ends the call', async () => {
  const long = await serve((_request, response) => response.end('x'.repeat(101)))
  await expect(caller('127.0.0.1/32').post(long, {}, '{}')).rejects.toThrow('longer than 100 bytes')
  const silent = await serve(() => undefined)
  await expect(caller('127.0.0.1/32').post(silent, {}, '{}')).rejects.toThrow()
})

test('a wish to wait is passed on', async () => {
  const url = await serve((_request, response) => response.writeHead(503, { 'retry-after': '7' }).end('later'))
  expect(await caller('127.0.0.1/32').post(url, {}, '{}')).toEqual({ status: 503, body: 'later', retryAfterMs: 7_000 })
})
