import { codeOf } from '../errors.js'
import { type CursorPart, fromCursor, toCursor } from './cursor.js'

const id = '0190a000-0000-7000-8000-000000000001'
const refusal = (cursor: string, parts: readonly CursorPart[]) => {
  try {
    return fromCursor(cursor, parts)
  } catch (error) {
    return codeOf(error)
  }
}

test.each<[CursorPart, string | number]>([
  ['UUID', id],
  ['UUID', id.toUpperCase()],
  ['DAY', '2024-02-29'],
  ['OPTIONAL_DAY', ''],
  ['OPTIONAL_DAY', '2026-06-30'],
  ['INSTANT', '2026-06-30T14:00:00.123Z'],
  ['INSTANT', '2026-06-30T14:00:00.123456+00:00'],
  ['INSTANT', '2026-06-30T14:00:00Z'],
  ['TEXT', 'O’Neil 💩'],
  ['TEXT', ''],
  ['NUMBER', 2_147_483_647],
])('a cursor of %s %p is read as it was written', (part, value) => {
  expect(fromCursor(toCursor([value]), [part])).toEqual([value])
})

test.each<[CursorPart, unknown]>([
  ['UUID', 'x'],
  ['UUID', ''],
  ['UUID', `${id}\0`],
  ['UUID', `{${id}}`],
  ['UUID', 1],
  ['DAY', '2026-02-30'],
  ['DAY', ''],
  ['DAY', '0000-01-01'],
  ['DAY', 'infinity'],
  ['OPTIONAL_DAY', 'x'],
  ['INSTANT', 'infinity'],
  ['INSTANT', '2026-06-30'],
  ['INSTANT', '2026-13-30T14:00:00.123Z'],
  ['INSTANT', '+275760-09-13T00:00:00.000Z'],
  ['INSTANT', '0000-01-01T00:00:00.000Z'],
  ['INSTANT', '2026-06-30T14:00:00.123Z\0'],
  ['TEXT', 'a\0b'],
  ['TEXT', '\ud800'],
  ['TEXT', null],
  ['NUMBER', 2_147_483_648],
  ['NUMBER', 1.5],
  ['NUMBER', '1'],
  ['NUMBER', null],
  ['NUMBER', { valueOf: 1 }],
])('a forged cursor of %s %j is CURSOR_INVALID', (part, value) => {
  expect(refusal(Buffer.from(JSON.stringify([value])).toString('base64url'), [part])).toBe('CURSOR_INVALID')
})

test.each([
  ['nothing', ''],
  ['no JSON', 'x'],
  ['no array', Buffer.from('{"length":1}').toString('base64url')],
  ['too few parts', toCursor([])],
  ['too many parts', toCursor([id, id])],
  ['bytes that are no text', Buffer.from([0xff, 0xfe]).toString('base64url')],
])('a cursor of %s is CURSOR_INVALID', (_, cursor) => {
  expect(refusal(cursor, ['UUID'])).toBe('CURSOR_INVALID')
})
