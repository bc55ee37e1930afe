import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import type { CreditNews } from './credit-news.js'

/** Up to where credits has told of credit; null where it has to tell everything from zero. */
export async function creditPosition(em: EntityManager): Promise<string | null> {
  const [row] = await em.execute<{ position: string | null }[]>('select position from credit_position')
  return row?.position ?? null
}

/**
 * Takes the next page of what credits tells, and resolves to the position since then. A page that does not follow on
 * the position changes nothing, so that the same page may come twice and from two senders at once.
 */
export async function receiveCredit(em: EntityManager, news: CreditNews): Promise<string | null> {
  return em.transactional(async (transaction) => {
    await transaction.execute(`select pg_advisory_xact_lock(hashtext('receive credit'))`)
    const position = await creditPosition(transaction)
    if (news.startsOver) await forget(transaction)
    else if (position !== (news.after ?? null)) return position
    await takeActivities(transaction, news)
    await takeDays(transaction, news)
    await moveTo(transaction, news)
    return news.endCursor ?? null
  })
}

async function forget(em: EntityManager): Promise<void> {
  await em.execute('delete from activity_credit')
  await em.execute('delete from provider_credit_day')
}

/** Of two sums of the same the newer one counts, in whatever order they come. */
async function takeActivities(em: EntityManager, { activities }: CreditNews): Promise<void> {
  if (!activities.length) return
  await executeBound(
    em,
    `insert into activity_credit as known (activity_id, board_code, accepted, pending, version)
     select "activityId", "boardCode", accepted, pending, version
     from jsonb_to_recordset($1::jsonb) as given (
       "activityId" text, "boardCode" text, accepted int, pending int, version bigint)
     on conflict (activity_id, board_code) do update set accepted = excluded.accepted, pending = excluded.pending,
       version = excluded.version
     where known.version < excluded.version`,
    [JSON.stringify(activities)],
  )
}

async function takeDays(em: EntityManager, { days }: CreditNews): Promise<void> {
  if (!days.length) return
  await executeBound(
    em,
    `insert into provider_credit_day as known (provider_id, recorded_on, accepted, version)
     select "providerId", "recordedOn", accepted, version
     from jsonb_to_recordset($1::jsonb) as given ("providerId" text, "recordedOn" date, accepted int, version bigint)
     on conflict (provider_id, recorded_on) do update set accepted = excluded.accepted, version = excluded.version
     where known.version < excluded.version`,
    [JSON.stringify(days)],
  )
}

async function moveTo(em: EntityManager, { endCursor, appliedActivityEvents }: CreditNews): Promise<void> {
  await executeBound(
    em,
    `insert into credit_position as known (position, applied_transaction, applied_position)
     values ($1, coalesce($2::bigint, 0), coalesce($3::bigint, 0))
     on conflict (only_row) do update set position = excluded.position, updated_at = now(),
       applied_transaction = coalesce($2::bigint, known.applied_transaction),
       applied_position = coalesce($3::bigint, known.applied_position)`,
    [endCursor ?? null, ...(appliedActivityEvents?.split(':') ?? [null, null])],
  )
}
