import { centralDay, centralInstant } from './central-day.js'

test.each([
  ['2025-03-26T08:00:00', '2025-03-26T13:00:00.000Z'],
  ['2025-01-26T08:00:00', '2025-01-26T14:00:00.000Z'],
  ['2025-01-26T08:00', '2025-01-26T14:00:00.000Z'],
  ['2025-03-09T01:59:59', '2025-03-09T07:59:59.000Z'],
  ['2025-03-09T03:00:00', '2025-03-09T08:00:00.000Z'],
  ['2025-03-26T08:00:00Z', '2025-03-26T08:00:00.000Z'],
  ['2025-03-26T08:00:00.5+02:00', '2025-03-26T06:00:00.500Z'],
  ['2025-03-26', undefined],
  ['2025-02-30T25:00:00', undefined],
  ['yesterday', undefined],
])('B11: a document that says it was made at %s was made at %s', (text, expected) => {
  expect(centralInstant(text)?.toISOString()).toBe(expected)
})

test('a day begins at midnight in Chicago', () => {
  expect(centralDay(new Date('2026-07-01T04:59:59Z'))).toBe('2026-06-30')
  expect(centralDay(new Date('2026-07-01T05:00:00Z'))).toBe('2026-07-01')
})
