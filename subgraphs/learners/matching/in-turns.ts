import { setImmediate as otherWork } from 'node:timers/promises'

/** Whoever asks about one learner waits no longer than this for those who ask about thousands. */
const turnMs = 4

/** What comes of each item, in their order. Between two turns whatever else has come in meanwhile is done. */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result,
  now: () => number = () => performance.now(),
): Promise<Result[]> {
  const results: Result[] = []
  let begun = now()
  for (const item of items) {
    if (now() - begun > turnMs) {
      await otherWork()
      begun = now()
    }
    results.push(work(item))
  }
  return results
}
