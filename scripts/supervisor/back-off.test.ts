import { nextDelay } from './back-off.js'

const limits = { windowMs: 1_000, attempts: 4, firstDelayMs: 10, longestDelayMs: 50 }

test.each([
  ['the first ending', [1_000], 10],
  ['each further one doubles the wait', [990, 1_000], 20],
  ['up to a limit', [970, 980, 990, 1_000], 50],
  ['too many', [960, 970, 980, 990, 1_000], null],
  ['what is long ago does not count', [1, 2, 3, 4, 1_500], 10],
])('%s', (_, endings, delay) => {
  expect(nextDelay(endings, endings.at(-1) ?? 0, limits)).toBe(delay)
})
