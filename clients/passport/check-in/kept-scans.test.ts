import { codeIn, type KeptScan, looksLikeCode, readScans, scansToSend, secondsSince } from './kept-scans'

const scan = (changes: Partial<KeptScan> = {}): KeptScan => ({
  scanId: '1',
  code: 'K7QF2-9D3MX',
  scannedAt: 1_000,
  ...changes,
})

test.each([
  ['an address', 'https://credit.example/passport/check-in#K7QF2.abc.x', 'K7QF2.abc.x'],
  ['a fragment', '#K7QF2.abc.x', 'K7QF2.abc.x'],
  ['typed text', ' k7qf2-9d3mx ', 'k7qf2-9d3mx'],
])('the code in %s', (_, text, code) => {
  expect(codeIn(text)).toBe(code)
})

test.each([
  ['K7QF2-9D3MX', true],
  ['k7qf29d3mx', true],
  ['k7qf2 9d3mx', true],
  [`#K7QF2.1abcde.${'A'.repeat(22)}`, true],
  ['K7QF2', false],
  ['#main', false],
  ['K7QF2-9D3MXX', false],
  ['', false],
])('%s can be a code: %s', (text, expected) => {
  expect(looksLikeCode(text)).toBe(expected)
})

test('seconds are whole, and none where the clock was set back', () => {
  expect([secondsSince(1_000, 4_999), secondsSince(1_000, 1_000), secondsSince(5_000, 1_000)]).toEqual([3, 0, 0])
})

test('an account sends its own scans and those of nobody, but none that was refused', () => {
  const scans = [
    scan({ scanId: 'own', accountId: 'dee' }),
    scan({ scanId: 'nobody' }),
    scan({ scanId: 'other', accountId: 'eve' }),
    scan({ scanId: 'refused', accountId: 'dee', refusal: 'It has run out.' }),
  ]
  expect(scansToSend(scans, 'dee').map(({ scanId }) => scanId)).toEqual(['own', 'nobody'])
})

test.each([
  ['nothing', null, 0],
  ['no JSON', '{', 0],
  ['no list', '{"scanId":"1"}', 0],
  ['something else among scans', JSON.stringify([scan(), { scanId: 1 }, null, 'x']), 1],
])('of %s is read what is a scan', (_, text, count) => {
  expect(readScans(text)).toHaveLength(count)
})
