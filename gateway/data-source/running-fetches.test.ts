import { codeOf } from '../../subgraphs/shared/errors.js'
import { type RunningFetch, RunningFetches } from './running-fetches.js'

const limits = { lookEveryMs: 1, graceMs: 0, shareForMs: 0 }

/** Fetches that nobody waits for any longer, and which of them were stopped. */
function late(count: number) {
  const stopped: (string | number)[][] = []
  const fetches = Array.from({ length: count }, (_, index): RunningFetch => {
    const context = { claims: undefined, requestId: 'r1', until: 10 }
    return {
      waiting: [context],
      isQuery: true,
      sentAt: 0,
      stop: (reason) => void stopped.push([index, String(codeOf(reason))]),
    }
  })
  return { fetches, stopped: () => [...new Map(stopped.map((one) => [one[0], one])).values()].sort() }
}

const look = () => new Promise((resolve) => setTimeout(resolve, 20))

test.each<[string, (running: RunningFetches, fetches: RunningFetch[]) => void, number[]]>([
  ['all that have begun', () => undefined, [0, 1, 2, 3]],
  [
    'those that have not ended, whichever ended first',
    (running, [a, , c]) => [c, a].map((one) => one && running.end(one)),
    [1, 3],
  ],
  ['none twice', (running, [a]) => void (a && running.begin(a)), [0, 1, 2, 3]],
  [
    'none that was begun again and has ended, however often it is said',
    (running, [a, b]) => {
      if (!a || !b) return
      running.begin(a)
      for (const one of [a, a, b]) running.end(one)
    },
    [2, 3],
  ],
])('of fetches whose time is over it stops %s', async (_, change, expected) => {
  const running = new RunningFetches(limits, () => 11)
  const { fetches, stopped } = late(4)
  for (const fetch of fetches) running.begin(fetch)
  change(running, fetches)
  await look()
  for (const fetch of fetches) running.end(fetch)
  expect(stopped()).toEqual(expected.map((index) => [index, 'TIMED_OUT']))
})
