import fc from 'fast-check'
import { DayOrderFinding, findDayOrder, swapDayAndMonth } from './day-order.js'

test.each<[string, string[], keyof typeof DayOrderFinding]>([
  ['no dates', [], 'NOT_NEEDED'],
  ['ISO days', ['2026-03-04', '2026-06-30'], 'NOT_NEEDED'],
  ['spelled months', ['4 March 2026', 'June 30, 2026'], 'NOT_NEEDED'],
  ['serial numbers', ['44742'], 'NOT_NEEDED'],
  ['the same number twice', ['03/03/2026'], 'NOT_NEEDED'],
  ['one that can only begin with the month', ['03/04/2026', '06/30/2026'], 'MONTH_FIRST'],
  ['one that can only begin with the day', ['03/04/2026', '30/06/2026'], 'DAY_FIRST'],
  ['dots', ['30.06.2026'], 'DAY_FIRST'],
  ['birthdays without a year', ['25/12'], 'DAY_FIRST'],
  ['a time of day behind', ['25/12/2026 14:30'], 'DAY_FIRST'],
  ['every one could be both', ['03/04/2026', '05/06/2026'], 'UNCLEAR'],
  ['some so and some so', ['30/06/2026', '06/30/2026'], 'MIXED'],
  ['nothing that is a date', ['99/99/2026', 'n/a', '1/2 hour'], 'UNCLEAR'],
])('%s', (_, values, finding) => {
  expect(findDayOrder(values)).toBe(finding)
})

test.each([
  ['30/06/2026', '06/30/2026'],
  ['30-6-2026', '6/30/2026'],
  ['30.06.2026', '06/30/2026'],
  ['25/12', '12/25'],
  ['03/04/2026 14:30', '04/03/2026 14:30'],
  ['2026-06-30', '2026-06-30'],
  ['June 30, 2026', 'June 30, 2026'],
  ['n/a', 'n/a'],
  ['', ''],
])('%j in the other order is %j', (text, swapped) => {
  expect(swapDayAndMonth(text)).toBe(swapped)
})

test('twice in the other order it is what it was', () => {
  const pair = fc.tuple(
    fc.integer({ min: 1, max: 31 }),
    fc.integer({ min: 1, max: 31 }),
    fc.constantFrom('', '/1980', '/26'),
  )
  fc.assert(
    fc.property(pair, ([a, b, rest]) => {
      const text = `${a}/${b}${rest}`
      expect(swapDayAndMonth(swapDayAndMonth(text))).toBe(text)
    }),
  )
})
