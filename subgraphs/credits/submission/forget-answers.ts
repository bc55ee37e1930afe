import type { EntityManager } from '@mikro-orm/postgresql'
import type { Log } from '../../shared/log.js'
import { pause } from '../../shared/pause.js'
import { executeBound } from '../../shared/postgres/bound.js'
import { keptDays } from './idempotency.js'

const atOnce = 10_000
const hourMs = 3_600_000

/** Forgets answers that were kept long enough, some at a time; answers how many. */
export async function forgetAnswers(em: EntityManager): Promise<number> {
  const gone = await executeBound(
    em,
    `delete from idempotency_key where (provider_id, key) in (
       select provider_id, key from idempotency_key
       where created_at < now() - make_interval(days => $1) order by created_at limit $2
     ) returning key`,
    [keptDays, atOnce],
  )
  return gone.length
}

/** Does so every hour until the signal. */
export async function keepForgettingAnswers(em: EntityManager, log: Log, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const gone = await forgetAnswers(em.fork()).catch((error: unknown) => {
      log.warn({ err: error }, 'old answers could not be forgotten; trying again in an hour')
      return 0
    })
    if (gone < atOnce) await pause(hourMs, signal)
  }
}
