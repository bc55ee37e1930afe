import { median } from './median.js'
import { printFigures, toJson } from './report.js'

const figures = [
  { name: 'rows', value: 10_000, comparedWith: 'in each of 3 files' },
  { name: 'ratioToRawInsert', value: 2.83349, comparedWith: '' },
]

test('a table has aligned columns and people’s numbers', () => {
  expect(printFigures(figures).split('\n')).toEqual([
    'figure             value  compared with',
    'rows              10,000  in each of 3 files',
    'ratioToRawInsert   2.833',
  ])
})

test('the object has every figure under its name', () => {
  expect(JSON.parse(toJson(figures))).toEqual({ rows: 10_000, ratioToRawInsert: 2.833 })
})

test.each([
  [[7], 7],
  [[9, 1, 5], 5],
  [[10, 2, 4, 1], 3],
])('the median of %j is %d', (values, middle) => {
  expect(median(values)).toBe(middle)
})
