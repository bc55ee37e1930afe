import fc from 'fast-check'
import { parseVerificationCode, verificationCode, verificationCodeBytes } from './verification-code.js'

const chance = fc.uint8Array({ minLength: verificationCodeBytes, maxLength: verificationCodeBytes })

test('a code has twenty characters in four groups', () => {
  expect(verificationCode(Uint8Array.from({ length: 20 }, (_, index) => index))).toBe('01234-56789-ABCDE-FGHJK')
  expect(verificationCode(new Uint8Array(20).fill(255))).toBe('ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ')
})

test('a code has no characters that look alike', () => {
  fc.assert(fc.property(chance, (bytes) => !/[ILOU]/.test(verificationCode(bytes))))
})

test('a code reads back in lower case and without hyphens', () => {
  fc.assert(
    fc.property(chance, (bytes) => {
      const code = verificationCode(bytes)
      expect(parseVerificationCode(code)).toBe(code)
      expect(parseVerificationCode(code.toLowerCase().replaceAll('-', ' '))).toBe(code)
    }),
  )
})

test.each([
  ['k7qf29d3mx0tvrb4hwz8', 'K7QF2-9D3MX-0TVRB-4HWZ8'],
  ['  K7QF2 - 9D3MX –0TVRB\t4HWZ8\n', 'K7QF2-9D3MX-0TVRB-4HWZ8'],
  ['K7QF29D3MX-OTVRB4HWZ8', 'K7QF2-9D3MX-0TVRB-4HWZ8'],
  ['il111-11111-11111-11111', '11111-11111-11111-11111'],
])('%j is read as %s', (typed, code) => expect(parseVerificationCode(typed)).toBe(code))

test.each([
  '',
  'K7QF2',
  'K7QF2-9D3MX-0TVRB-4HWZ',
  'K7QF2-9D3MX-0TVRB-4HWZ89',
  'U7QF2-9D3MX-0TVRB-4HWZ8',
  '%7QF2-9D3MX-0TVRB-4HWZ8',
])('%j is no code', (typed) => expect(parseVerificationCode(typed)).toBeNull())

test.each([0, 19, 21])('%d bytes make no code', (length) =>
  expect(() => verificationCode(new Uint8Array(length))).toThrow('20 bytes'),
)
