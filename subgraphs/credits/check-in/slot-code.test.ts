import {
  type CodeKey,
  graceSeconds,
  judgeCode,
  readCode,
  scannedCode,
  slotAt,
  slotSeconds,
  syncHours,
  typedCode,
} from './slot-code.js'

const key: CodeKey = { room: 'K7QF2', secret: Buffer.alloc(32, 1).toString('base64url') }
const other: CodeKey = { room: 'K7QF2', secret: Buffer.alloc(32, 2).toString('base64url') }
const opensAt = new Date('2026-06-20T14:00:00Z')
const closesAt = new Date('2026-06-20T15:00:00Z')
/** A moment five seconds into a slot, well within the check-in. */
const shown = new Date('2026-06-20T14:30:05Z')
const slot = slotAt(shown)
const later = (seconds: number, from = shown) => new Date(from.getTime() + seconds * 1_000)

const kinds = [
  ['scanned', scannedCode],
  ['typed', typedCode],
] as const

function judged(text: string, now: Date, secondsAgo = 0): string {
  const code = readCode(text)
  return code ? judgeCode(code, key, { now, secondsAgo, opensAt, closesAt }).kind : 'UNREADABLE'
}

describe.each(kinds)('a code that is %s', (kind, write) => {
  const code = write(key, slot)
  const left = slotSeconds - 5

  test.each([
    ['while it is shown', 0, 0, 'ON_TIME'],
    ['at the end of its slot', left - 1, 0, 'ON_TIME'],
    ['within the grace', left + graceSeconds - 1, 0, 'ON_TIME'],
    ['photographed, after the grace', left + graceSeconds + slotSeconds, 0, 'RUN_OUT'],
    ['photographed, an hour later', 3_600, 0, 'RUN_OUT'],
    ['photographed, with a wait that does not fit', 3_600, 600, 'RUN_OUT'],
    ['kept without a network for two minutes', 120, 120, 'LATE'],
    ['kept for an hour by a clock that was set meanwhile', 3_600, 3_650, 'LATE'],
    ['kept by a clock that went wrong', 3_600, 4_000, 'RUN_OUT'],
    ['kept until the last hour', syncHours * 3_600 - 60, syncHours * 3_600 - 60, 'LATE'],
    ['kept for too long', syncHours * 3_600 + 60, syncHours * 3_600 + 60, 'TOO_LATE'],
  ])('%s', (_, wait, secondsAgo, expected) => {
    // What was typed cannot be told from a guess once its slot is past.
    const verdict = kind === 'typed' && expected === 'RUN_OUT' ? 'WRONG' : expected
    expect(judged(code, later(wait), secondsAgo)).toBe(verdict)
  })

  test('of another check-in is worth nothing, at any time', () => {
    const foreign = write(other, slot)
    expect([judged(foreign, shown), judged(foreign, later(3_600), 3_600)]).toEqual(['WRONG', 'WRONG'])
  })

  test('of a slot to come is worth nothing yet', () => {
    expect(judged(write(key, slot + 1), shown)).toBe('WRONG')
    expect(judged(write(key, slot + 2), shown, 10)).toBe('WRONG')
  })

  test.each([
    ['before it opens', new Date('2026-06-20T13:59:40Z'), 'WRONG'],
    ['in the slot in which it opens', new Date('2026-06-20T14:00:00Z'), 'ON_TIME'],
    ['in the slot in which it closes', new Date('2026-06-20T15:00:00Z'), 'ON_TIME'],
    ['after it has closed', new Date('2026-06-20T15:00:20Z'), 'WRONG'],
  ])('%s', (_, at, expected) => {
    expect(judged(write(key, slotAt(at)), later(1, at))).toBe(expected)
    expect(judged(write(key, slotAt(at)), later(600, at), 599)).toBe(expected === 'ON_TIME' ? 'LATE' : 'WRONG')
  })
})

describe('a scanned code that was tampered with is worth nothing', () => {
  const [room, at, mac = ''] = scannedCode(key, slot).split('.')
  const next = slot + 4

  test.each([
    ['another slot', [room, next.toString(36), mac], key, later(60)],
    ['another room', ['K7QF3', at, mac], { ...key, room: 'K7QF3' }, shown],
    ['another hash', [room, at, `${mac.startsWith('A') ? 'B' : 'A'}${mac.slice(1)}`], key, shown],
    ['the code to type for a hash', [room, at, typedCode(key, slot).slice(6).padEnd(22, 'A')], key, shown],
  ])('with %s', (_, parts, judgedBy, now) => {
    const code = readCode(parts.join('.'))
    expect(code && judgeCode(code, judgedBy, { now, secondsAgo: 0, opensAt, closesAt }).kind).toBe('WRONG')
  })
})

test('neighbouring slots have nothing in common but the room', () => {
  const codes = Array.from({ length: 200 }, (_, index) => typedCode(key, slot + index))
  expect(new Set(codes).size).toBe(200)
  expect(new Set(codes.map((code) => code.slice(0, 6)))).toEqual(new Set(['K7QF2-']))
})

test.each([
  ['in small letters', 'k7qf2-9d3mx'],
  ['without a hyphen', 'K7QF29D3MX'],
  ['with spaces and a dash', ' K7QF2 – 9D3MX '],
])('a code may be typed %s', (_, text) => {
  expect(readCode(text)).toEqual({ kind: 'TYPED', room: 'K7QF2', mac: '9D3MX' })
})

test('letters that look like digits are read as those', () => {
  expect(readCode('OIL00-11111')).toEqual({ kind: 'TYPED', room: '01100', mac: '11111' })
})

test.each([
  '',
  'K7QF2',
  'K7QF2-9D3MXX',
  'K7QF2-9D3M!',
  'K7QF2.abc.short',
  'UUUUU-UUUUU',
  `K7QF2.${'9'.repeat(40)}.${'A'.repeat(22)}`,
  'K'.repeat(100_000),
])('no code: %.20s', (text) => {
  expect(readCode(text)).toBeNull()
})
