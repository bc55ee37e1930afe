import { ago, clock, day, daySpan, duration, isDay, month, monthStart, today } from './days'

test('a day prints as itself in every zone', () => {
  expect(day('2026-06-30')).toBe('Jun 30, 2026')
  expect(day('2026-01-01')).toBe('Jan 1, 2026')
  expect(month('2026-12-01')).toBe('Dec 2026')
})

test('a span of one day is that day', () => {
  expect(daySpan('2026-06-30', '2026-06-30')).toBe('Jun 30, 2026')
  expect(daySpan('2026-06-01', '2026-06-30')).toBe('Jun 1, 2026 – Jun 30, 2026')
  expect(daySpan(null, null)).toBe('No dates yet')
})

test('months are counted back over the turn of the year', () => {
  expect(monthStart('2026-11-23', 0)).toBe('2026-11-01')
  expect(monthStart('2026-01-31', 11)).toBe('2025-02-01')
})

test('a time of day is the reader’s own, to the second', () => {
  expect(clock(new Date(2026, 0, 5, 10, 32, 5).toISOString())).toMatch(/^10:32:05\sAM$/)
  expect(clock(new Date(2026, 0, 5, 0, 0, 0).toISOString())).toMatch(/^12:00:00\sAM$/)
})

test('today is the reader’s own', () => {
  expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
})

test.each(['2026-02-30', '2026-13-01', '26-01-01', '', 'yesterday'])('%s is no day', (text) => {
  expect(isDay(text)).toBe(false)
})

test('a stretch of time is said in the unit that fits', () => {
  expect(duration(0.4)).toBe('less than a second')
  expect(duration(1)).toBe('1 second')
  expect(duration(90)).toBe('90 seconds')
  expect(duration(150)).toBe('3 minutes')
})

test.each([
  ['2026-11-23T12:00:00Z', 'just now'],
  ['2026-11-23T11:58:30Z', '1 minute ago'],
  ['2026-11-23T09:30:00Z', '2 hours ago'],
  ['2026-11-22T11:00:00Z', 'yesterday'],
  ['2026-10-23T12:00:00Z', '31 days ago'],
])('%s was %s', (instant, words) => expect(ago(instant, Date.parse('2026-11-23T12:00:00Z'))).toBe(words))
