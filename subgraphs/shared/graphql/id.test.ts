import { codeOf } from '../errors.js'
import { uuid } from './id.js'

test('a UUID is an id in either case', () => {
  expect(uuid('0190a000-0000-7000-8000-00000000000a')).toBe('0190a000-0000-7000-8000-00000000000a')
  expect(uuid('0190A000-0000-7000-8000-00000000000A')).toBe('0190A000-0000-7000-8000-00000000000A')
})

test.each(['', 'x', '0190a000000070008000000000000001', '0190a000-0000-7000-8000-00000000000g', 'a\0b', '\ud800'])(
  '%j is NOT_FOUND',
  (text) => {
    expect.assertions(1)
    try {
      uuid(text)
    } catch (error) {
      expect(codeOf(error)).toBe('NOT_FOUND')
    }
  },
)
