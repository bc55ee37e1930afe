import type { EntityManager } from '@mikro-orm/postgresql'
import { quotaExceeded } from '../../shared/errors.js'
import { executeBound } from '../../shared/postgres/bound.js'
import { requestLimits } from './limits.js'

/** Takes, until the end of the transaction, the lock under which one physician asks, so that the bounds hold. */
export async function lockAsking(em: EntityManager, learnerId: string): Promise<void> {
  await executeBound(em, 'select pg_advisory_xact_lock(hashtextextended($1::text, 0))', [`ask ${learnerId}`])
}

/** Throws QUOTA_EXCEEDED for a physician who has too many requests open, or has asked too often since yesterday. */
export async function refuseTooMany(em: EntityManager, learnerId: string, now: Date): Promise<void> {
  const [had] = await executeBound<{ open: number; asked: number }>(
    em,
    `select count(*) filter (where ended_at is null)::int as open,
       coalesce(sum((
         select count(*) from credit_request_step s
         where s.request_id = r.request_id and kind in ('ASKED', 'ASKED_AGAIN') and at > $2::timestamptz - interval '1 day'
       )), 0)::int as asked
     from credit_request r where learner_id = any(same_learner($1::uuid))`,
    [learnerId, now],
  )
  const { openRequests, asksADay } = requestLimits
  if ((had?.open ?? 0) >= openRequests)
    throw quotaExceeded(`At most ${openRequests} of your requests can be open. Wait for answers, or withdraw one.`)
  if ((had?.asked ?? 0) >= asksADay)
    throw quotaExceeded(`You can ask ${asksADay} times within 24 hours. Ask again tomorrow.`)
}
