import { setTimeout as sleep } from 'node:timers/promises'
import { overloaded } from '../errors.js'

const pauseMs = 250
const maxAttempts = 20

/** What was looked up has changed before it could be recorded, or is about to. */
export class PreparedTooEarly extends Error {
  /** What has to be done before it can be in time; the transaction that failed has ended by then. */
  async mend(): Promise<void> {}
}

/**
 * Records what was prepared; where that was too early it is prepared again after a pause. Throws OVERLOADED when it
 * stays so for some seconds: the caller may send the same again.
 */
export async function inTime<Prepared, Result>(
  prepared: Prepared,
  prepareAgain: () => Promise<Prepared>,
  record: (prepared: Prepared) => Promise<Result>,
  attempts = maxAttempts,
): Promise<Result> {
  let current = prepared
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await record(current)
    } catch (error) {
      if (!(error instanceof PreparedTooEarly)) throw error
      if (attempt >= attempts) throw overloaded(tooEarly, { cause: error })
      await error.mend()
      await sleep(pauseMs)
      current = await prepareAgain()
    }
  }
}

const tooEarly = 'What this depends on is being changed at this moment. Send it again in a moment.'
