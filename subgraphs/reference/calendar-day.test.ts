import { addDays, addMonths } from './calendar-day.js'
import { deadlineOf } from './reporting-year.js'

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', 36, '2027-02-28'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-05-01', 12, '2027-05-01'],
])('%s and %i months is %s', (day, months, expected) => expect(addMonths(day, months)).toBe(expected))

test.each([
  ['2026-12-31', 1, '2027-01-01'],
  ['2024-03-01', -1, '2024-02-29'],
])('%s and %i days is %s', (day, days, expected) => expect(addDays(day, days)).toBe(expected))

test.each([
  [2023, '2024-04-01'],
  [2024, '2025-03-31'],
  [2026, '2027-03-31'],
  [2028, '2029-04-02'],
])('R01: the year %i can be completed until %s', (year, expected) => expect(deadlineOf(year)).toBe(expected))
