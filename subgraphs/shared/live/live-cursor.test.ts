import { isBehind, liveCursor, parseLiveCursor } from './live-cursor.js'

test.each([
  ['5:1', '4:9', true],
  ['4:9', '5:1', false],
  ['10:1', '9:1', true],
  ['5:2:1', '5:1', true],
  ['5:1:2', '5:1:1', true],
  ['5:1:10', '5:1:9', true],
  ['5:1:1', '5:1:1', false],
  ['5:1:1', '5:1', false],
  ['5:1', '5:1:1', true],
  ['5:1', '5:1', false],
])('%s is behind %s: %s', (one, other, expected) => {
  expect(isBehind(one, other)).toBe(expected)
})

test.each(['7:0', '7:12', '7:12:3'])('%s is read and written alike', (cursor) => {
  expect(liveCursor(parseLiveCursor(cursor))).toBe(cursor)
})

test.each(['', '7', ':1', '7:', 'x:1', '7:1:', '7:1:1:1', '-1:2', '99999999999999999999:1', '7:1:9999999999'])(
  '“%s” is CURSOR_INVALID',
  (cursor) => {
    expect(() => parseLiveCursor(cursor)).toThrow('Start again without it')
  },
)
