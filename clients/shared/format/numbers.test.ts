import { amaCredits, amount, bytes, credits, percent, plural, points } from './numbers'

test.each([
  [7, '7'],
  [0.5, '0.5'],
  [1.25, '1.25'],
  [10, '10'],
  [61204.75, '61,204.75'],
])('prints %d without trailing zeros', (value, text) => {
  expect(amount(value)).toBe(text)
})

test('credit is singular up to one', () => {
  expect(amaCredits(0.5)).toBe('0.5 AMA PRA Category 1 Credit™')
  expect(amaCredits(1)).toBe('1 AMA PRA Category 1 Credit™')
  expect(amaCredits(7)).toBe('7 AMA PRA Category 1 Credits™')
  expect(credits(1.25)).toBe('1.25 credits')
  expect(points(1, 'ABP')).toBe('1 ABP point')
})

test('a count carries its noun', () => {
  expect(plural(1, 'row')).toBe('1 row')
  expect(plural(1204, 'row')).toBe('1,204 rows')
  expect(plural(2, 'batch', 'batches')).toBe('2 batches')
})

test.each([
  [0, 406, '0%'],
  [1, 406, '1%'],
  [203, 406, '50%'],
  [405, 406, '99%'],
  [406, 406, '100%'],
  [0, 0, '0%'],
])('%d of %d is %s', (part, whole, text) => {
  expect(percent(part, whole)).toBe(text)
})

test.each([
  [900, '900 bytes'],
  [48_211, '47 KB'],
  [5_300_000, '5.1 MB'],
])('%d bytes read %s', (value, text) => {
  expect(bytes(value)).toBe(text)
})
