import { isNpi } from './npi.js'

test.each(['1234567893', '1003000126', '1076543218'])('L15 the check digit of %s is right', (npi) => {
  expect(isNpi(npi)).toBe(true)
})

test.each(['1234567890', '1234567983', '123456789', '12345678931', '123456789a', '', '١٢٣٤٥٦٧٨٩٣'])(
  'L15 “%s” is no NPI',
  (text) => expect(isNpi(text)).toBe(false),
)

test('L15 one wrong digit anywhere is noticed', () => {
  const digits = [...'1234567893']
  for (const [place, digit] of digits.entries()) {
    for (let other = 0; other < 10; other++) {
      if (other !== Number(digit)) expect(isNpi(digits.with(place, String(other)).join(''))).toBe(false)
    }
  }
})
