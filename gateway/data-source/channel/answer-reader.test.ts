import { AnswerReader } from './answer-reader.js'
import { MalformedAnswer, TooLong } from './malformed-answer.js'

const maxBytes = 1_000
const ok = 'HTTP/1.1 200 OK\r\n'

/** What a reader makes of bytes that come in pieces of these lengths, over and over, out of one buffer that is written over. */
function read(answer: string, ...lengths: number[]) {
  const bytes = Buffer.from(answer, 'latin1')
  const piece = Buffer.alloc(bytes.length)
  const reader = new AnswerReader(maxBytes)
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const length = Math.min(lengths[turn % lengths.length] ?? bytes.length, bytes.length - at)
    piece.fill('!')
    bytes.copy(piece, 0, at, at + length)
    at += length
    const received = reader.take(piece, length)
    if (received)
      return { status: received.status, text: received.text, isLast: reader.isLast, unread: bytes.length - at }
  }
  return undefined
}

const answers: [name: string, answer: string, expected: { status?: number; text: string; isLast?: boolean }][] = [
  ['a length', `${ok}Content-Length: 8\r\n\r\n{"a":12}`, { text: '{"a":12}' }],
  ['a length with blanks around it', `${ok}CONTENT-LENGTH:\t 2 \t\r\n\r\n{}`, { text: '{}' }],
  [
    'names that are as long as others',
    `${ok}x-abcdefgh: close\r\nx-content-leng: 9\r\ncontent-length:2\r\n\r\n{}`,
    { text: '{}', isLast: false },
  ],
  ['a length of nothing', `${ok}Content-Length: 0\r\n\r\n`, { text: '' }],
  [
    'fields in any case, with any space, and unknown ones',
    `${ok}X-Other:\r\nDate: Tue, 24 Nov 2026 01:00:00 GMT\r\ncOnTeNt-LeNgTh:\t 2 \r\nX-Latin: \xe9\r\n\r\n{}`,
    { text: '{}' },
  ],
  ['no reason', 'HTTP/1.1 200\r\ncontent-length: 2\r\n\r\n{}', { text: '{}' }],
  ['another status', 'HTTP/1.1 503 Busy\r\ncontent-length: 2\r\n\r\n{}', { status: 503, text: '{}' }],
  ['that it is the last', `${ok}connection: Close\r\ncontent-length: 2\r\n\r\n{}`, { text: '{}', isLast: true }],
  ['one chunk', `${ok}transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`, { text: '{}' }],
  [
    'many chunks',
    `${ok}Transfer-Encoding: Chunked\r\n\r\n00a\r\n{"a":"\r\n0\r\r\nA\r\n\n123456789\r\n2\r\n"}\r\n000\r\n\r\n`,
    { text: '{"a":"\r\n0\r\n123456789"}' },
  ],
  ['no chunk', `${ok}transfer-encoding: chunked\r\n\r\n0\r\n\r\n`, { text: '' }],
  [
    'informational answers before it',
    `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </a>\r\ncontent-length: 5\r\n\r\n${ok}content-length: 2\r\n\r\n{}`,
    { text: '{}' },
  ],
]

describe.each(answers)('an answer with %s', (_, answer, expected) => {
  const whole = { status: 200, isLast: false, unread: 0, ...expected }

  test('is read as a whole, byte by byte, and in two pieces that meet anywhere', () => {
    expect(read(answer)).toEqual(whole)
    expect(read(answer, 1)).toEqual(whole)
    for (let first = 1; first < answer.length; first += 1) expect(read(answer, first, answer.length)).toEqual(whole)
  })

  test('is none while a byte of it is missing', () => {
    for (let length = 1; length < answer.length; length += 1) expect(read(answer.slice(0, length))).toBeUndefined()
  })

  test('is not believed when a byte comes with it that belongs to nobody', () => {
    expect(() => read(`${answer}H`)).toThrow(MalformedAnswer)
    expect(() => read(answer + answer)).toThrow(MalformedAnswer)
  })
})

const sized = (length: string) => `${ok}content-length: ${length}\r\n\r\n{}`
const chunked = (chunks: string) => `${ok}transfer-encoding: chunked\r\n\r\n${chunks}`

test.each([
  ['another protocol', 'HTTP/1.0 200 OK\r\ncontent-length: 2\r\n\r\n{}'],
  ['something else', '{"data":{}}'],
  ['white space before it', `\r\n${sized('2')}`],
  ['no status', 'HTTP/1.1 OK\r\ncontent-length: 2\r\n\r\n{}'],
  ['a status too low', 'HTTP/1.1 099 OK\r\ncontent-length: 2\r\n\r\n{}'],
  ['a status too high', 'HTTP/1.1 600 OK\r\ncontent-length: 2\r\n\r\n{}'],
  ['a status too long', 'HTTP/1.1 2000 OK\r\ncontent-length: 2\r\n\r\n{}'],
  ['another protocol from now on', 'HTTP/1.1 101 Switching\r\nupgrade: h2c\r\n\r\n'],
  ['a status without content', 'HTTP/1.1 204 No Content\r\n\r\n'],
  ['a status that promises content and has none', 'HTTP/1.1 304 Not Modified\r\ncontent-length: 2\r\n\r\n'],
  ['a line that ends in LF alone', 'HTTP/1.1 200 OK\ncontent-length: 2\r\n\r\n{}'],
  ['a line that ends in CR alone', `${ok}content-length: 2\rx: 1\r\n\r\n{}`],
  ['a field without a name', `${ok}: 2\r\n\r\n{}`],
  ['a field without a colon', `${ok}content-length\r\n\r\n{}`],
  ['white space before the colon', `${ok}content-length : 2\r\n\r\n{}`],
  ['a folded line', `${ok}x: 1\r\n content-length: 2\r\n\r\n{}`],
  ['a byte of zero in a field', `${ok}x: \0\r\ncontent-length: 2\r\n\r\n{}`],
  ['no length', `${ok}\r\n{}`],
  ['two lengths', `${ok}content-length: 2\r\ncontent-length: 2\r\n\r\n{}`],
  ['a list of lengths', sized('2, 2')],
  ['a negative length', sized('-2')],
  ['a length with a sign', sized('+2')],
  ['a length with a base', sized('0x2')],
  ['an empty length', sized('')],
  ['a length of sixteen digits', sized('9999999999999999')],
  ['a length and chunks', `${ok}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`],
  ['another encoding', `${ok}transfer-encoding: gzip, chunked\r\n\r\n`],
  ['chunks twice', `${ok}transfer-encoding: chunked\r\ntransfer-encoding: chunked\r\n\r\n`],
  ['a chunk without a length', chunked('\r\n{}\r\n0\r\n\r\n')],
  ['a chunk whose length is none', chunked('g\r\n{}\r\n')],
  ['a chunk whose length is too long', chunked('000000002\r\n{}\r\n')],
  ['a chunk with an extension', chunked('2;a=b\r\n{}\r\n')],
  ['a chunk with white space', chunked('2 \r\n{}\r\n')],
  ['a chunk that is longer than it says', chunked('2\r\n{}}\r\n')],
  ['a chunk whose length ends in LF alone', chunked('2\n{}\r\n')],
  ['a chunk that ends in LF alone', chunked('2\r\n{}\n')],
  ['a trailer', chunked('0\r\nx: 1\r\n\r\n')],
  ['a head of more than 16 kB', `${ok}x: ${'x'.repeat(17_000)}\r\ncontent-length: 2\r\n\r\n{}`],
  ['a head that has no end', `${ok}${'x: 1\r\n'.repeat(3_000)}`],
  ['informational answers without end', 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(800)],
])('an answer with %s is none', (_, answer) => {
  expect(() => read(answer)).toThrow(MalformedAnswer)
  expect(() => read(answer, 7)).toThrow(MalformedAnswer)
  expect(() => read(answer, 1)).toThrow(MalformedAnswer)
})

test.each([
  ['says that it is', sized('1001')],
  ['has a chunk that is', chunked('3e9\r\n')],
  ['grows', chunked(`3e8\r\n${'x'.repeat(1_000)}\r\n1\r\n`)],
])('an answer longer than may be that %s is not read', (_, answer) => {
  expect(() => read(answer)).toThrow(TooLong)
  expect(() => read(answer, 1)).toThrow(TooLong)
})
