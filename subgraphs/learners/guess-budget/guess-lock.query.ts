import type { EntityManager } from '@mikro-orm/postgresql'
import { fromCursor } from '../../shared/graphql/cursor.js'
import { executeBound } from '../../shared/postgres/bound.js'
import { guessDays, guessesPerLearner } from './guess.js'
import type { GuessLock } from './guess-lock.js'

interface LockRow {
  providerId: string
  learnerId: string
  guesses: number
  lastGuessAt: string
}

/** The place of a lock in the list. */
export const placeOf = ({ lastGuessAt, provider, learnerId }: GuessLock) => [
  lastGuessAt.toISOString(),
  provider.providerId,
  learnerId,
]

/** The locks in force, the newest guess first. */
export async function findLocks(em: EntityManager, now: Date, after: string | null, limit: number) {
  const place = after ? fromCursor(after, ['INSTANT', 'TEXT', 'UUID']) : [null, null, null]
  const rows = await executeBound<LockRow>(em, listSql, [now, guessDays, guessesPerLearner, ...place, limit])
  return rows.map(toLock)
}

/** Forgets what a provider has guessed about a physician, and keeps who let it try again; the lock, if there was one. */
export async function releaseGuesses(
  em: EntityManager,
  release: { releaseId: string; providerId: string; learnerId: string; by: string; at: Date; reason: string },
): Promise<GuessLock | undefined> {
  const { releaseId, providerId, learnerId, by, at, reason } = release
  return em.transactional(async (transaction) => {
    const [row] = await executeBound<LockRow>(transaction, forgetSql, [providerId, learnerId])
    if (!row) return undefined
    await executeBound(transaction, releaseSql, [releaseId, providerId, learnerId, by, at, reason])
    return toLock(row)
  })
}

const toLock = ({ providerId, learnerId, guesses, lastGuessAt }: LockRow): GuessLock => ({
  provider: { providerId },
  learnerId,
  guesses,
  lastGuessAt: new Date(lastGuessAt),
})

const listSql = `
  with lock as (
    select provider_id, learner_id, count(*)::int as guesses, date_trunc('milliseconds', max(guessed_at)) as last_guess_at
    from match_guess
    where guessed_at > $1::timestamptz - make_interval(days => $2)
    group by provider_id, learner_id
    having count(*) > $3
  )
  select provider_id as "providerId", learner_id as "learnerId", guesses, last_guess_at as "lastGuessAt"
  from lock
  where $4::timestamptz is null or (last_guess_at, provider_id, learner_id) < ($4, $5::text, $6::uuid)
  order by last_guess_at desc, provider_id desc, learner_id desc
  limit $7`

const forgetSql = `
  with forgotten as (
    delete from match_guess where provider_id = $1 and learner_id = $2 returning guessed_at
  )
  select $1 as "providerId", $2 as "learnerId", count(*)::int as guesses, max(guessed_at) as "lastGuessAt"
  from forgotten
  having count(*) > 0`

const releaseSql = `
  insert into guess_release (release_id, provider_id, learner_id, released_by, released_at, reason)
  values ($1, $2, $3, $4, $5, $6)`
