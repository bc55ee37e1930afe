import type { EntityManager } from '@mikro-orm/postgresql'
import type { Log } from '../../../shared/log.js'
import { pause } from '../../../shared/pause.js'
import { executeBound } from '../../../shared/postgres/bound.js'
import { triers } from './trials.js'

interface RetentionRule {
  name: string
  /** How long such decisions are kept. */
  days: number
  /** The condition on a decision (alias \`d\`). */
  which: string
}

/**
 * What nobody can need any more. A match that credit was reported on is kept as long as the platform, and what a review case
 * rests on as long as the case.
 */
const rules: readonly RetentionRule[] = [
  { name: 'TRIED', days: 30, which: `d.caller in (${triers.map((caller) => `'${caller}'`).join(', ')})` },
  { name: 'UNMATCHED', days: 400, which: `d.caller in ('credits', 'review') and d.decision <> 'MATCHED'` },
]

const decisionsAtOnce = 10_000
const hourMs = 3_600_000

/** Deletes old decisions in small transactions; how many. Those that were looked at are not looked at again. */
export async function forgetDecisions(em: EntityManager, now: Date): Promise<number> {
  let forgotten = 0
  for (const { name, days, which } of rules) {
    const until = new Date(now.getTime() - days * 86_400_000)
    const [mark] = await executeBound<{ at: string }>(
      em,
      'select looked_until as at from decision_retention where rule = $1',
      [name],
    )
    const from = mark ? new Date(mark.at) : new Date(0)
    let gone: readonly object[]
    do {
      gone = await executeBound(em.fork(), forgetSql(which), [from, until, decisionsAtOnce])
      forgotten += gone.length
    } while (gone.length === decisionsAtOnce)
    await executeBound(em, lookedSql, [name, until])
  }
  return forgotten
}

/** Does so every hour until the signal. */
export async function keepForgettingDecisions(
  { em, log, now }: { em: EntityManager; log: Log; now: () => Date },
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const forgotten = await forgetDecisions(em.fork(), now()).catch((error: unknown) => {
      log.warn({ err: error }, 'old decisions could not be deleted; trying again in an hour')
      return 0
    })
    if (forgotten) log.info({ forgotten }, 'old decisions deleted')
    await pause(hourMs, signal)
  }
}

const forgetSql = (which: string) => `
  with old as (
    select d.decision_id from match_decision d
    where d.decided_at >= $1 and d.decided_at < $2 and ${which}
      and not exists (select from review_case c where c.decision_id = d.decision_id)
    limit $3
  ), unlinked as (
    delete from reviewed_decision r using old where r.decision_id = old.decision_id
  )
  delete from match_decision d using old where d.decision_id = old.decision_id
  returning d.decision_id`

const lookedSql = `
  insert into decision_retention (rule, looked_until) values ($1, $2)
  on conflict (rule) do update set looked_until = greatest(decision_retention.looked_until, excluded.looked_until)`
