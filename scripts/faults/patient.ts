import { setTimeout as sleep } from 'node:timers/promises'

const patienceMs = 120_000
const pauseMs = 150

/** Tries until it works, since whoever answers may have been killed a moment ago. Throws what stands in the way at last. */
export async function patiently<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
  const deadline = performance.now() + patienceMs
  for (;;) {
    try {
      return await work()
    } catch (error) {
      signal.throwIfAborted()
      if (performance.now() > deadline) throw error
      await sleep(pauseMs, undefined, { signal })
    }
  }
}
