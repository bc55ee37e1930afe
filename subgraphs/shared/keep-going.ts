import type { Log } from './log.js'
import { pause } from './pause.js'

const pauseMs = 500

/**
 * Repeats a step until the signal: at once while it says that there may be more to do, else after a pause. A step that fails
 * is logged and tried again.
 */
export async function keepGoing(
  step: () => Promise<boolean>,
  { what, log, signal }: { what: string; log: Log; signal: AbortSignal },
): Promise<void> {
  while (!signal.aborted) {
    const more = await step().catch((error: unknown) => {
      log.warn({ err: error }, `${what} failed; trying again`)
      return false
    })
    if (!more) await pause(pauseMs, signal)
  }
}
