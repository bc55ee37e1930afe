import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { codeOf } from '../errors.js'
import { type HttpLimits, httpLimits } from './limits.js'
import { readText } from './read-text.js'
import { letGo, sendJson } from './send.js'
import { listen, type RunningServer } from './server.js'

let server: RunningServer
let isClosed: boolean
beforeEach(() => {
  isClosed = false
})
afterEach(async () => {
  if (!isClosed) await server.close(0)
})

const countHeaders = (request: IncomingMessage, response: ServerResponse) =>
  sendJson(response, 200, { headers: Object.keys(request.headers).length })
const start = async (limits: Partial<HttpLimits>, handler = countHeaders) => {
  server = await listen({ host: '127.0.0.1', port: 0, handler, limits: { ...httpLimits, ...limits } })
}
const open = () => connect(server.port, '127.0.0.1').on('error', () => undefined)

/** Everything that comes back on a connection until it is closed. */
async function heard(text: string, more: AsyncIterable<string> = (async function* () {})()): Promise<string> {
  const socket = open()
  let answer = ''
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.on('data', (chunk) => (answer += chunk))
  socket.write(text)
  for await (const piece of more) socket.write(piece)
  await closed
  return answer
}

test('so many connections are open at once and no more', async () => {
  await start({ connections: 3 })
  const held = [open(), open(), open()]
  await Promise.all(held.map((socket) => once(socket, 'connect')))
  expect(await heard('GET / HTTP/1.1\r\nhost: x\r\n\r\n')).toBe('')
  held[0]?.destroy()
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await heard('GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')).toMatch(/^HTTP\/1.1 200 /)
  for (const socket of held) socket.destroy()
})

test('a request has so many headers and no more', async () => {
  await start({ headers: 10 })
  const ask = (count: number) => {
    const more = Array.from({ length: count - 2 }, (_, index) => `a${index}: b\r\n`).join('')
    return heard(`GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${more}\r\n`)
  }
  expect(await ask(10)).toContain('{"headers":10}')
  expect(await ask(11)).toMatch(/^HTTP\/1.1 431 /)
})

test('whoever sends a request drop by drop is cut off', async () => {
  await start({ headersTimeoutMs: 150, requestTimeoutMs: 300, checkEveryMs: 50 })
  async function* drops() {
    for (let count = 0; count < 20; count += 1) {
      await new Promise((resolve) => setTimeout(resolve, 25))
      yield 'a: b\r\n'
    }
  }
  expect(await heard('GET / HTTP/1.1\r\n', drops())).toMatch(/^HTTP\/1.1 408 /)
})

test('whoever goes on sending after the answer has some seconds to end', async () => {
  await start({}, (_request, response) => sendJson(response, 404, {}))
  const started = performance.now()
  expect(await heard('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nxx')).toMatch(/^HTTP\/1.1 404 /)
  expect(performance.now() - started).toBeGreaterThan(httpLimits.leftoversStandstillMs - 500)
}, 15_000)

test.each([
  ['is heard to the end, however slowly it comes', { leftoversMs: 60_000, leftoversStandstillMs: 30_000 }, true],
  ['is cut off when it goes on for too long', { leftoversMs: 300, leftoversStandstillMs: 1_000 }, false],
])('what comes after the answer %s', async (_, limits, isHeard) => {
  const ended = new Promise<boolean>((resolve) => {
    void start({}, (request, response) => {
      response.writeHead(413).end()
      letGo(request, limits)
      request.once('close', () => resolve(request.complete))
    }).then(async () => {
      const socket = open()
      socket.write('PUT / HTTP/1.1\r\nhost: x\r\ncontent-length: 30\r\n\r\n')
      for (let sent = 0; sent < 30; sent += 1) {
        await new Promise((next) => setTimeout(next, 50))
        socket.write('x')
      }
    })
  })
  expect(await ended).toBe(isHeard)
})

test('a connection that has asked nothing yet does not keep a server from ending', async () => {
  await start({})
  const [ahead, asking] = [open(), open()]
  await Promise.all([ahead, asking].map((socket) => once(socket, 'connect')))
  asking.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
  await once(asking, 'data')
  const patience = new Promise((resolve) => setTimeout(resolve, 5_000, 'waits').unref())
  expect(await Promise.race([server.close().then(() => 'closed'), patience])).toBe('closed')
  isClosed = true
})

test('whoever leaves in the middle of a body is at fault, and not we', async () => {
  const told = new Promise<unknown>((resolve) => {
    void start({}, (request) => void readText(request, 100).catch(resolve)).then(() =>
      open().end('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n{'),
    )
  })
  expect(codeOf(await told)).toBe('BAD_REQUEST')
})
