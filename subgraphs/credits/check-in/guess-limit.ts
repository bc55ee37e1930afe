import type { EntityManager } from '@mikro-orm/postgresql'
import { quotaExceeded } from '../../shared/errors.js'
import { executeBound } from '../../shared/postgres/bound.js'

/** How many codes that are none one physician may try in an hour. */
export const maxMisses = 20

/** Throws QUOTA_EXCEEDED for a physician who has tried too many codes that are none. */
export async function refuseGuessing(em: EntityManager, learnerId: string, now: Date): Promise<void> {
  const [counted] = await executeBound<{ misses: number }>(
    em,
    `select count(*)::int as misses from check_in_miss where learner_id = $1::uuid and missed_at > $2::timestamptz - interval '1 hour'`,
    [learnerId, now],
  )
  if ((counted?.misses ?? 0) < maxMisses) return
  throw quotaExceeded(
    'Too many codes that fit no check-in came from you. Wait an hour, or ask the provider to report your credit.',
  )
}

/** Notes that a code was none, and forgets what is older than an hour. */
export async function noteMiss(em: EntityManager, learnerId: string, now: Date): Promise<void> {
  await executeBound(
    em,
    `delete from check_in_miss where learner_id = $1::uuid and missed_at <= $2::timestamptz - interval '1 hour'`,
    [learnerId, now],
  )
  await executeBound(em, 'insert into check_in_miss (learner_id, missed_at) values ($1::uuid, $2)', [learnerId, now])
}
