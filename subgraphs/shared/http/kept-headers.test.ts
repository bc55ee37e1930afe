import { endAtOnce, keepHeaders, setKeptHeaders } from './kept-headers.js'
import { listen } from './server.js'

type Answer = Parameters<Parameters<typeof listen>[0]['handler'] & object>[1]

/** What a handler answers, on a server as all are. */
async function answered(handler: (response: Answer) => void): Promise<[number, Record<string, string>, string]> {
  const server = await listen({ host: '127.0.0.1', port: 0, handler: (_request, response) => handler(response) })
  const response = await fetch(`http://127.0.0.1:${server.port}`)
  const told: [number, Record<string, string>, string] = [
    response.status,
    Object.fromEntries(response.headers),
    await response.text(),
  ]
  await server.close(0)
  return told
}

function inPieces(response: Answer): void {
  response.write('whole')
  response.end(' ö')
}

const kept = ['x-one', '1', 'x-two', '2']

test.each<[string, (response: Answer) => void, number, Record<string, string>]>([
  ['with its whole body', (response) => endAtOnce(response, 200, ['x-own', 'a'], 'whole ö'), 200, { 'x-own': 'a' }],
  ['as bytes', (response) => endAtOnce(response, 200, ['x-own', 'a'], Buffer.from('whole ö')), 200, { 'x-own': 'a' }],
  [
    'with a header that was set',
    (response) => endAtOnce(response.setHeader('x-set', 'b'), 401, [], 'whole ö'),
    401,
    { 'x-set': 'b' },
  ],
  ['header by header', (response) => void response.setHeader('x-own', 'a').end('whole ö'), 200, { 'x-own': 'a' }],
  [
    'with a head of its own',
    (response) => void response.writeHead(503, { 'x-own': 'a' }).end('whole ö'),
    503,
    { 'x-own': 'a' },
  ],
  [
    'with a reason too',
    (response) => void response.writeHead(503, 'Later', { 'x-own': 'a' }).end('whole ö'),
    503,
    { 'x-own': 'a' },
  ],
  ['in pieces', inPieces, 200, {}],
])('an answer %s has what was kept for it', async (_, answer, status, own) => {
  const [told, headers, text] = await answered((response) => {
    keepHeaders(response, kept)
    answer(response)
  })
  expect([told, text]).toEqual([status, 'whole ö'])
  expect(headers).toMatchObject({ 'x-one': '1', 'x-two': '2', ...own })
})

test('whoever sets a header that was kept for it has the last word', async () => {
  const [, headers] = await answered((response) => {
    keepHeaders(response, kept)
    setKeptHeaders(response)
    expect(response.getHeader('x-one')).toBe('1')
    response.setHeader('x-one', 'own').end()
  })
  expect(headers).toMatchObject({ 'x-one': 'own', 'x-two': '2' })
})

test('a length is told of a whole answer, and pieces come without', async () => {
  const [, whole] = await answered((response) => endAtOnce(response, 200, [], 'ö'))
  expect([whole['content-length'], whole['transfer-encoding']]).toEqual(['2', undefined])
})

test('what would end a header is refused, and what was kept is there for what is answered instead', async () => {
  const refused: unknown[] = []
  const [status, headers] = await answered((response) => {
    keepHeaders(response, kept)
    try {
      endAtOnce(response, 200, ['x-own', 'a\r\nx-two: b'], '')
    } catch (error) {
      refused.push(error)
      response.writeHead(500).end()
    }
  })
  expect(refused).toMatchObject([{ code: 'ERR_INVALID_CHAR' }])
  expect([status, headers]).toMatchObject([500, { 'x-one': '1', 'x-two': '2' }])
})
