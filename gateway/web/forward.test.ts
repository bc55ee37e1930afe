import { once } from 'node:events'
import { connect } from 'node:net'
import { decodeJwt } from 'jose'
import { httpLimits } from '../../subgraphs/shared/http/limits.js'
import { answering, startTestGateway, type TestGateway } from '../testing/gateway.js'
import { webLimits } from './limits.js'

let gateway: TestGateway
let authorization: string
beforeAll(async () => {
  gateway = await startTestGateway()
  authorization = `Bearer ${await gateway.tokenOf('ada')}`
})
afterAll(() => gateway.stop())

const address = '/uploads/0190a000-0000-7000-8000-000000000001'
const put = (body: RequestInit['body'], path = address) =>
  fetch(`${gateway.url}${path}`, { method: 'PUT', headers: { authorization }, body })

/** Opens a connection and writes the head of an upload, and what follows it. */
function opens(head: string, body = '') {
  const { hostname, port } = new URL(gateway.url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  socket.write(`PUT ${address} HTTP/1.1\r\nhost: x\r\nauthorization: ${authorization}\r\n${head}\r\n\r\n${body}`)
  return socket
}
async function firstWords(socket: ReturnType<typeof opens>): Promise<string> {
  const [chunk] = await once(socket, 'data')
  socket.destroy()
  return String(chunk)
}

test('bytes and length arrive as they were sent, with a token for the subgraph', async () => {
  let seen: unknown
  gateway.subgraphs.answer = async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const { 'content-length': length, authorization: outer, cookie, 'x-creditgraph-token': token } = request.headers
    seen = { method: request.method, url: request.url, text, length, outer, cookie, hasToken: Boolean(token) }
    answering(200, { state: 'STORED' })(request, response)
  }
  const response = await put('abc')
  expect([response.status, await response.json()]).toEqual([200, { state: 'STORED' }])
  expect(seen).toEqual({ method: 'PUT', url: address, text: 'abc', length: '3', hasToken: true })
})

test('links lead to the address we are known by, whatever name a caller gives us', async () => {
  const known = await startTestGateway({ publicUrl: 'https://credit.example.org' })
  let origin: unknown
  known.subgraphs.answer = (request, response) => {
    origin = request.headers['x-creditgraph-origin']
    answering(200, {})(request, response)
  }
  const { hostname, port } = new URL(known.url)
  const socket = connect(Number(port), hostname)
  socket.write('GET /verify/ABCD.json HTTP/1.1\r\nhost: evil.example\r\n\r\n')
  await once(socket, 'data')
  socket.destroy()
  await known.stop()
  expect(origin).toBe('https://credit.example.org')
})

test.each([
  ['uploads/activities-0190a000-0000-7000-8000-000000000001', 'providers'],
  ['uploads/learners-0190a000-0000-7000-8000-000000000001', 'learners'],
  ['uploads/0190a000-0000-7000-8000-000000000001', 'credits'],
])('%s goes to %s alone, whose token no other subgraph takes', async (path, owner) => {
  let audience: unknown
  gateway.subgraphs.answer = (request, response) => {
    audience = decodeJwt(String(request.headers['x-creditgraph-token'])).aud
    answering(200, {})(request, response)
  }
  expect((await put('abc', `/${path}`)).status).toBe(200)
  expect(audience).toBe(owner)
})

test('a refusal reaches the sender although the bytes are still on their way', async () => {
  gateway.subgraphs.answer = answering(404, { errors: [] })
  const response = await put(Buffer.alloc(20 * 1024 * 1024))
  expect([response.status, await response.json()]).toEqual([404, { errors: [] }])
  expect((await put('again')).status).toBe(404)
})

test('a file that is announced as too large is refused before a byte of it is read', async () => {
  gateway.subgraphs.answer = () => {
    throw new Error('Nobody is to be asked.')
  }
  const said = await firstWords(opens(`content-length: ${httpLimits.fileBytes + 1}`))
  expect(said).toMatch(/^HTTP\/1.1 413 /)
  expect(said).toContain('at most 256 MB')
  expect(said).toContain('Split it')
})

test('one that is as large as may be is not', async () => {
  gateway.subgraphs.answer = answering(200, {})
  expect(await firstWords(opens(`content-length: ${httpLimits.fileBytes}`, 'x'))).toMatch(/^HTTP\/1.1 200 /)
})

test('when the sender hangs up, the subgraph hears of it', async () => {
  const cut = new Promise<boolean>((resolve) => {
    gateway.subgraphs.answer = (request) => {
      request.resume()
      request.once('close', () => resolve(!request.complete))
    }
  })
  const socket = opens('content-length: 100', 'half')
  setTimeout(() => socket.destroy(), 100)
  expect(await cut).toBe(true)
})

test('when the reader hangs up, the gateway serves the next one', async () => {
  gateway.subgraphs.answer = (_request, response) => void response.write(Buffer.alloc(1_000_000))
  const stop = new AbortController()
  const { body } = await fetch(`${gateway.url}/template.xlsx`, { signal: stop.signal })
  await body?.getReader().read()
  stop.abort()
  gateway.subgraphs.answer = answering(200, { fine: true })
  expect(await (await fetch(`${gateway.url}/template.xlsx`)).json()).toEqual({ fine: true })
})

test('of the headers of a subgraph only those that describe a file come through', async () => {
  gateway.subgraphs.answer = (request, response) => {
    request.resume()
    response.setHeader('content-disposition', 'attachment; filename="a.xlsx"')
    response.setHeader('set-cookie', 'secret=1')
    response.setHeader('server', 'secret')
    response.setHeader('location', 'http://127.0.0.1:1')
    response.end('x')
  }
  const { headers } = await fetch(`${gateway.url}/template.xlsx`)
  expect(headers.get('content-disposition')).toBe('attachment; filename="a.xlsx"')
  expect([headers.get('set-cookie'), headers.get('server'), headers.get('location')]).toEqual([null, null, null])
})

test('a subgraph that breaks off is no address and no stack to the caller', async () => {
  gateway.subgraphs.answer = (request) => void request.destroy()
  const response = await fetch(`${gateway.url}/template.xlsx`)
  const text = await response.text()
  expect([response.status, JSON.parse(text).errors[0].extensions.code]).toEqual([503, 'UPSTREAM_UNAVAILABLE'])
  expect(text).not.toMatch(/127\.0\.0\.1|ECONN|socket|stack/)
})

test('a cookie from elsewhere sends nothing', async () => {
  const response = await fetch(`${gateway.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ account: 'ada' }),
  })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const headers = { cookie, 'sec-fetch-site': 'cross-site' }
  expect((await fetch(`${gateway.url}${address}`, { method: 'PUT', headers, body: 'x' })).status).toBe(403)
})

test('one caller moves so many files at once and no more, while others and questions go on', async () => {
  let arrived = 0
  const held: (() => void)[] = []
  gateway.subgraphs.answer = (request, response) => {
    if (request.method !== 'PUT') return answering(200, { data: { viewer: null } })(request, response)
    arrived += 1
    held.push(() => answering(200, {})(request, response))
  }
  const sent = Array.from({ length: webLimits.transfersPerCaller }, () => put('x'))
  while (arrived < webLimits.transfersPerCaller) await new Promise((resolve) => setTimeout(resolve, 10))
  const refused = await put('x')
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
  const bo = { authorization: `Bearer ${await gateway.tokenOf('bo')}` }
  const other = fetch(`${gateway.url}${address}`, { method: 'PUT', headers: bo, body: 'x' })
  expect((await gateway.asks('{ viewer { role } }', {}, { authorization })).data).toEqual({ viewer: null })
  while (arrived <= webLimits.transfersPerCaller) await new Promise((resolve) => setTimeout(resolve, 10))
  for (const release of held) release()
  expect((await other).status).toBe(200)
  expect((await Promise.all(sent)).every(({ status }) => status === 200)).toBe(true)
})
