import { parseNumber } from './parse-number'

test.each([
  ['7', 7],
  ['0.25', 0.25],
  ['.5', 0.5],
  ['1,204', 1204],
  ['$12,500', 12_500],
  [' 40 ', 40],
  ['-1', -1],
  ['', null],
  ['  ', null],
  ['seven', undefined],
  ['1,2', undefined],
  ['1.2.3', undefined],
])('%s reads as %s', (text, value) => {
  expect(parseNumber(text)).toBe(value)
})
