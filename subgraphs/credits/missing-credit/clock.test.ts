import { deadlineOf, nextStepOn, stepDue } from './clock.js'

test.each([
  ['on the day of the question', 0, '2026-11-23', undefined],
  ['the day before the first reminder', 0, '2026-11-29', undefined],
  ['after 7 days', 0, '2026-11-30', { taken: 1, state: 'REMINDED' }],
  ['once reminded, the same day', 1, '2026-11-30', undefined],
  ['after 14 days', 1, '2026-12-07', { taken: 2, state: 'REMINDED' }],
  ['after 29 days', 2, '2026-12-22', undefined],
  ['after 30 days', 2, '2026-12-23', { taken: 3, state: 'ESCALATED' }],
  ['after months', 3, '2027-06-01', undefined],
  ['when the clock stood still for 20 days', 0, '2026-12-13', { taken: 2, state: 'REMINDED' }],
  ['when it stood still for two months', 0, '2027-01-23', { taken: 3, state: 'ESCALATED' }],
])('%s, what was taken counts', (_, taken, today, due) => {
  expect(stepDue('2026-11-23', taken, today)).toEqual(due)
})

test('the provider has 30 days, and each step has its day', () => {
  expect(deadlineOf('2026-11-23')).toBe('2026-12-23')
  expect([0, 1, 2, 3].map((taken) => nextStepOn('2026-11-23', taken))).toEqual([
    '2026-11-30',
    '2026-12-07',
    '2026-12-23',
    null,
  ])
})
