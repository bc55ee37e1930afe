import { clockWords } from './request-words'

test.each([
  ['REQUESTED', '2026-11-30', 'The provider has until Dec 23, 2026. The next reminder goes out on Nov 30, 2026.'],
  ['REMINDED', '2026-12-23', 'The provider has until Dec 23, 2026.'],
  ['ESCALATED', null, 'The provider had until Dec 23, 2026. Our operators see it now.'],
  ['CONFIRMED', null, ''],
  ['WITHDRAWN', null, ''],
] as const)('the clock of a request that is %s', (state, nextStepOn, words) => {
  expect(clockWords('The provider', { state, nextStepOn, deadlineOn: '2026-12-23' })).toBe(words)
})
