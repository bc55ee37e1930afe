import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import { issueAccessToken } from '../gateway/session/access-token.js'
import { centralDay } from '../subgraphs/reference/central-day.js'
import { loadSigningKey } from '../subgraphs/shared/security/keys.js'
import { book, header, hostileFiles, row } from './fixtures/hostile-workbooks.js'
import type { Person } from './setup/person.js'
import { type Platform, startAsSeparateProcesses } from './setup/platform.js'

let platform: Platform
let ada: Person
let token: string
let bo: Person
let watching: Promise<number[]>
const done = new AbortController()

beforeAll(async () => {
  platform = await startAsSeparateProcesses()
  ada = await platform.as('ada')
  token = await issueAccessToken(await loadSigningKey(join(platform.dataDir, 'keys'), 'gateway'), 'ada', new Date())
  bo = await platform.as('bo')
  watching = watch(bo)
}, 120_000)

afterAll(async () => {
  done.abort()
  await platform?.stop()
}, 60_000)

/** Asks again and again, as somebody who has nothing to do with it all; how long each answer took. */
async function watch(person: Person): Promise<number[]> {
  const times: number[] = []
  while (!done.signal.aborted) {
    const started = performance.now()
    await person.asks(
      '{ viewer { displayName } batches { edges { node { state } } } activities { edges { node { title } } } }',
    )
    times.push(performance.now() - started)
    await sleep(50)
  }
  return times
}

const put = (person: Person, address: string, body: RequestInit['body']) =>
  person.fetches(address, { method: 'PUT', body, duplex: 'half' } as RequestInit)
const errorOf = async (response: Response) => {
  const { errors } = (await response.json()) as {
    errors: { message: string; extensions: { code: string; hint?: string } }[]
  }
  return { status: response.status, code: errors[0]?.extensions.code, message: errors[0]?.message }
}
const spooled = async () =>
  (await readdir(join(platform.dataDir, 'spool'))).filter((name) => name !== 'certificates' && !name.startsWith('.'))
/** Waits until nothing of a broken upload is left: it is cleared away after its connection has ended. */
async function cleared(): Promise<void> {
  while ((await spooled()).length > 0) await sleep(20)
}
/** What becomes of an upload that may have come too far to be cancelled, or not far enough to be refused. */
async function endOf(batchId: string): Promise<string> {
  for (;;) {
    const state = await stateOf(batchId)
    if (state === 'CANCELLED' || state === 'REFUSED') return state
    if (state === 'RECEIVING') await cancel(batchId).catch(tooLate)
    await sleep(20)
  }
}
const recorded = async (person: Person) => {
  const { submissions } = await person.asks<{ submissions: { edges: { node: { completionId: string } }[] } }>(
    '{ submissions(first: 1) { edges { node { completionId } } } }',
  )
  return submissions.edges[0]?.node.completionId
}
const stateOf = async (batchId: string) => (await ada.opens(batchId)).state
function tooLate(error: Error): void {
  if (!error.message.startsWith('FORBIDDEN')) throw error
}

/** A connection on which Ada sends a file by hand. */
function opens(address: string, head: string, body: Buffer | string = '') {
  const { hostname, port } = new URL(platform.url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  socket.write(`PUT ${address} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\n${head}\r\n\r\n`)
  socket.write(body)
  return socket
}
const cancel = (batchId: string) =>
  ada.asks('mutation ($id: ID!) { cancelUpload(batchId: $id) { state } }', { id: batchId })

describe('a file that is not what it should be', () => {
  test.each(hostileFiles)(
    '%s is refused with its place and what to do, and nothing is stored',
    async (_, make, code, place, says) => {
      const before = await recorded(ada)
      const { batchId } = await ada.uploads(await make())
      const { state, refusal, totalRows, resultAddress } = await ada.waitsFor(batchId)
      expect([state, refusal?.code, totalRows, resultAddress]).toEqual(['REFUSED', code, null, null])
      if (place) expect(refusal?.place).toBe(place)
      expect(refusal?.message).toMatch(says)
      expect(await recorded(ada)).toBe(before)
      expect(await spooled()).toEqual([])
    },
  )
})

describe('bytes that come in a wrong way', () => {
  test('an upload that is cut off leaves nothing, and can be sent again', async () => {
    const { address, batchId } = await ada.announces('a.xlsx')
    const file = await book(header + row(3))
    const socket = opens(address, `content-length: ${file.length}`, file.subarray(0, 500))
    while ((await spooled()).length === 0) await sleep(20)
    socket.destroy()
    await cleared()
    expect(await stateOf(batchId)).toBe('RECEIVING')
    expect((await put(ada, address, file)).status).toBe(200)
    expect((await ada.waitsFor(batchId)).state).toBe('DONE')
  })

  test('a file without a length is taken', async () => {
    const { address, batchId } = await ada.announces('a.xlsx')
    const file = await book(header + row(3) + row(4))
    expect((await put(ada, address, new Blob([file]).stream())).status).toBe(200)
    expect(await ada.waitsFor(batchId)).toMatchObject({ state: 'DONE', totalRows: 2 })
  })

  test('bytes beyond the announced length are no part of the file, and end the connection', async () => {
    const before = await recorded(ada)
    const { address, batchId } = await ada.announces('a.xlsx')
    const socket = opens(address, 'content-length: 700', await book(header + row(3)))
    expect(String((await once(socket, 'data'))[0])).toMatch(/^HTTP\/1.1 400 /)
    await once(socket, 'close')
    // Whether the 700 bytes were whole before the connection ended, nobody can say; they make no workbook.
    expect(['CANCELLED', 'REFUSED']).toContain(await endOf(batchId))
    await cleared()
    expect(await recorded(ada)).toBe(before)
  })

  test('a file that is announced as too large is refused unread, and the address stays open', async () => {
    const { address, batchId } = await ada.announces('a.xlsx')
    const socket = opens(address, `content-length: ${256 * 2 ** 20 + 1}`)
    const said = String((await once(socket, 'data'))[0])
    expect(said).toMatch(/^HTTP\/1.1 413 /)
    expect(said).toContain('at most 256 MB')
    socket.destroy()
    expect([await stateOf(batchId), await spooled()]).toEqual(['RECEIVING', []])
    await cancel(batchId)
  })

  test('of two files sent to one address at once, one is taken whole and the other refused', async () => {
    const { address, batchId } = await ada.announces('a.xlsx')
    const files = [await book(header + row(3, 'One')), await book(header + row(3, 'Two') + row(4, 'Two'))]
    const answers = await Promise.all(files.map((file) => put(ada, address, file)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const taken = answers.findIndex(({ status }) => status === 200)
    expect(await ada.waitsFor(batchId)).toMatchObject({ state: 'DONE', totalRows: taken + 1 })
    expect(await spooled()).toEqual([])
  })

  test('one file, announced twice and sent at once, is taken once (B06)', async () => {
    const file = await book(header + row(3, 'Twice'))
    const tickets = [await ada.announces('one.xlsx'), await ada.announces('two.xlsx')]
    await Promise.all(tickets.map(({ address }) => put(ada, address, file)))
    const ends = await Promise.all(tickets.map(({ batchId }) => ada.waitsFor(batchId)))
    expect(ends.map(({ state }) => state).toSorted()).toEqual(['DONE', 'REFUSED'])
    expect(ends.find(({ state }) => state === 'REFUSED')?.refusal?.code).toBe('FILE_DUPLICATE')
  })

  test('an upload that is cancelled while its bytes arrive stays cancelled', async () => {
    const { address, batchId } = await ada.announces('a.xlsx')
    const file = await book(header + row(3, 'Cancelled'))
    const socket = opens(address, `content-length: ${file.length}\r\nconnection: close`, file.subarray(0, 500))
    while ((await spooled()).length === 0) await sleep(20)
    await cancel(batchId)
    socket.write(file.subarray(500))
    expect(String((await once(socket, 'data'))[0])).toMatch(/^HTTP\/1.1 409 /)
    expect([await stateOf(batchId), await spooled()]).toEqual(['CANCELLED', []])
  })
})

describe('an address', () => {
  test('takes one file, once, from its own provider with a session', async () => {
    const { address, batchId } = await ada.announces('a.xlsx')
    const file = await book(header + row(3, 'Mine'))
    expect(await errorOf(await put(bo, address, file))).toMatchObject({ status: 404, code: 'NOT_FOUND' })
    expect(await errorOf(await put(platform.nobody, address, file))).toMatchObject({
      status: 401,
      code: 'UNAUTHENTICATED',
    })
    expect(await errorOf(await put(await platform.as('dee'), address, file))).toMatchObject({
      status: 403,
      code: 'FORBIDDEN',
    })
    expect(await errorOf(await put(await platform.as('op'), address, file))).toMatchObject({
      status: 403,
      code: 'FORBIDDEN',
    })
    expect((await put(ada, address, file)).status).toBe(200)
    expect(await errorOf(await put(ada, address, file))).toMatchObject({ status: 409, code: 'CONFLICT' })
    expect((await ada.waitsFor(batchId)).state).toBe('DONE')
  })

  test.each([
    '/uploads/x',
    '/uploads/0190a000-0000-7000-8000-00000000000g',
    '/uploads/%00',
    '/uploads/..%2fgraphql',
    '/uploads/',
  ])('that is none is not found: %s', async (path) => {
    expect((await put(ada, path, 'x')).status).toBe(404)
  })

  test('is one of five that a provider holds open; slow senders keep nobody else waiting', async () => {
    const tickets = []
    for (let count = 0; count < 5; count += 1) tickets.push(await ada.announces(`${count}.xlsx`))
    await expect(ada.announces('sixth.xlsx')).rejects.toThrow('QUOTA_EXCEEDED')
    const sockets = tickets.map(({ address }) => opens(address, 'content-length: 100000', 'slow'))
    while ((await spooled()).length < 5) await sleep(20)
    const { batchId } = await bo.uploads(await book(header + row(3, 'Quick')))
    expect((await bo.waitsFor(batchId)).state).toBe('DONE')
    for (const socket of sockets) socket.destroy()
    for (const ticket of tickets) await cancel(ticket.batchId)
    while ((await spooled()).length > 0) await sleep(20)
  })
})

describe('a result file', () => {
  let batchId: string
  let address: string
  beforeAll(async () => {
    const trap = row(3, '=HYPERLINK(&quot;http://evil.example&quot;)') + row(4, '@SUM(A1)') + row(5, '&#8211; plain')
    batchId = (await ada.uploads(await book(header + trap), '../../"evil"\r\nx: y.xlsx')).batchId
    const { resultAddress } = await ada.waitsFor(batchId)
    address = resultAddress ?? ''
  })

  test('carries no formula out that somebody carried in', async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((await ada.downloads(address)).buffer)
    const names = workbook.worksheets[0]?.getColumn(4).values.slice(3, 6)
    expect(names).toEqual([`'=HYPERLINK("http://evil.example")`, `'@SUM(A1)`, '– plain'])
  })

  test('has a name of ours and is not kept by caches; HEAD says the same', async () => {
    const described = {
      'content-disposition': `attachment; filename="credit-result-${batchId}.xlsx"`,
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    }
    for (const method of ['GET', 'HEAD']) {
      const response = await ada.fetches(address, { method })
      expect(Object.fromEntries(response.headers)).toMatchObject(described)
      expect((await response.arrayBuffer()).byteLength > 0).toBe(method === 'GET')
    }
  })

  test('is for its provider alone, and there when the batch is done', async () => {
    expect(await errorOf(await bo.fetches(address))).toMatchObject({ status: 404, code: 'NOT_FOUND' })
    expect(await errorOf(await platform.nobody.fetches(address))).toMatchObject({
      status: 401,
      code: 'UNAUTHENTICATED',
    })
    expect(await errorOf(await (await platform.as('dee')).fetches(address))).toMatchObject({ status: 403 })
    expect(await errorOf(await ada.fetches(`${address}?rows=some`))).toMatchObject({
      status: 400,
      code: 'BAD_USER_INPUT',
    })
    const open = await ada.announces('a.xlsx')
    expect(await errorOf(await ada.fetches(`/uploads/${open.batchId}/result`))).toMatchObject({
      status: 403,
      code: 'FORBIDDEN',
    })
    await cancel(open.batchId)
  })
})

test('a transcript is for its physician alone', async () => {
  const dee = await platform.as('dee')
  const { publishTranscript } = await dee.asks<{ publishTranscript: { pdfAddress: string; jsonAddress: string } }>(
    'mutation ($day: Date!) { publishTranscript(from: $day, to: $day) { pdfAddress jsonAddress } }',
    { day: centralDay(new Date()) },
  )
  for (const address of [publishTranscript.pdfAddress, publishTranscript.jsonAddress]) {
    expect((await dee.fetches(address)).headers.get('content-disposition')).toMatch(
      /^attachment; filename="transcript-[\w-]+\.(pdf|json)"$/,
    )
    for (const handle of ['ada', 'cy', 'cam', 'op', 'pat'])
      expect((await (await platform.as(handle)).fetches(address)).status).toBe(404)
    expect((await platform.nobody.fetches(address)).status).toBe(401)
  }
})

test('through all of this somebody else was answered every time, before a browser would give up', async () => {
  done.abort()
  const times = await watching
  expect(times.length).toBeGreaterThan(50)
  expect(Math.max(...times)).toBeLessThan(30_000)
})
