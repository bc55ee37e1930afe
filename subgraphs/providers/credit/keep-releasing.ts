import type { EntityManager } from '@mikro-orm/postgresql'
import type { Log } from '../../shared/log.js'
import { pause } from '../../shared/pause.js'
import { releaseForgottenHolds } from './without-credit.js'

const pauseMs = 5_000

/** Releases activities that somebody held who died before letting go, until the signal. */
export async function keepReleasing(em: EntityManager, log: Log, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await releaseForgottenHolds(em.fork()).catch((error: unknown) =>
      log.warn({ err: error }, 'forgotten holds could not be released; trying again'),
    )
    await pause(pauseMs, signal)
  }
}
