import { signedBits, waterfallBars, waterfallSpan } from './waterfall-bars'

const candidate = {
  priorBits: -20,
  totalBits: -1.46875,
  fields: [
    { field: 'LAST_NAME' as const, level: 'EXACT', bits: 12 },
    { field: 'MIDDLE_NAME' as const, level: null, bits: 0 },
    { field: 'NAME_ORDER' as const, level: 'AS_GIVEN', bits: 0.03125 },
    { field: 'BIRTHDATE' as const, level: 'SLIP', bits: 6.5 },
  ],
}

test('each bar begins where the one before ended, and the total stands by itself', () => {
  expect(waterfallBars(candidate).map(({ label, from, to }) => [label, from, to])).toEqual([
    ['Before comparing', 0, -20],
    ['Last name', -20, -8],
    ['Birthday', -7.96875, -1.46875],
    ['Together', 0, -1.46875],
  ])
})

test('the span holds the bars of all candidates and the zero', () => {
  const other = { priorBits: -20, totalBits: 5, fields: [{ field: 'NPI' as const, level: 'EXACT', bits: 25 }] }
  expect(waterfallSpan([candidate, other])).toEqual({ low: -20, high: 5 })
  expect(waterfallSpan([])).toEqual({ low: 0, high: 0 })
})

test.each([
  [12.34, '+12.3'],
  [-4, '−4.0'],
  [0.04, '0.0'],
  [-0.04, '0.0'],
])('%d bits read %s', (bits, text) => expect(signedBits(bits)).toBe(text))
