import { likelyTimes } from './likely-times'

test.each([
  ['in the morning', '08:07', ['08:00', '11:00']],
  ['at a quarter', '13:45', ['13:45', '16:45']],
  ['at night', '22:20', ['22:15', '23:59']],
])('a check-in of today is opened %s', (_, time, times) => {
  expect(likelyTimes(true, new Date(`2026-06-20T${time}:30`))).toEqual(times)
})

test('a check-in of another day is open during the day', () => {
  expect(likelyTimes(false, new Date('2026-06-20T22:20:00'))).toEqual(['08:00', '18:00'])
})
