import type { EntityManager } from '@mikro-orm/postgresql'
import type { Log } from '../../shared/log.js'
import { pause } from '../../shared/pause.js'
import { endForgottenHolds } from './activity-hold.js'

const pauseMs = 5_000

/** Releases activities that somebody held who died before letting go, until the signal. */
export async function keepReleasing(em: EntityManager, log: Log, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await endForgottenHolds(em.fork()).catch((error: unknown) =>
      log.warn({ err: error }, 'forgotten holds could not be released; trying again'),
    )
    await pause(pauseMs, signal)
  }
}
