import type { EntityManager } from '@mikro-orm/postgresql'
import { tellSums } from './count-credit.js'

const activitySums = `
  select activity_id, board_code, count(*) filter (where status = 'ACCEPTED') as accepted,
    count(*) filter (where status = 'PENDING') as pending
  from live_credit where status in ('ACCEPTED', 'PENDING') group by activity_id, board_code`

const daySums = `
  select provider_id, (recorded_at at time zone 'America/Chicago')::date as recorded_on, count(*) as accepted
  from live_credit where status = 'ACCEPTED' group by 1, 2`

/** Fills the sums where there are none yet, without telling anybody: for a database that is loaded in bulk. */
export const countFromNothing = [
  `insert into activity_credit_count (activity_id, board_code, accepted, pending) ${activitySums}`,
  `insert into provider_credit_day (provider_id, recorded_on, accepted) ${daySums}`,
] as const

/** Sums that are not what the projection of the ledger says, as sentences; at most a hundred. */
export async function findMiscounts(em: EntityManager): Promise<string[]> {
  const rows = await em.execute<{ sentence: string }[]>(`
    select format('activity %s, board “%s”: %s accepted and %s pending counted, %s and %s in the ledger', activity_id,
      board_code, coalesce(c.accepted, 0), coalesce(c.pending, 0), coalesce(s.accepted, 0), coalesce(s.pending, 0)) as sentence
    from activity_credit_count c full join (${activitySums}) s using (activity_id, board_code)
    where (coalesce(c.accepted, 0), coalesce(c.pending, 0)) <> (coalesce(s.accepted, 0), coalesce(s.pending, 0))
    union all
    select format('provider %s on %s: %s accepted counted, %s in the ledger', provider_id, recorded_on,
      coalesce(c.accepted, 0), coalesce(s.accepted, 0))
    from provider_credit_day c full join (${daySums}) s using (provider_id, recorded_on)
    where coalesce(c.accepted, 0) <> coalesce(s.accepted, 0)
    limit 100`)
  return rows.map(({ sentence }) => sentence)
}

/** Counts all credit anew and tells of the sums that were wrong. Whoever records credit meanwhile waits. */
export async function recountCredit(em: EntityManager): Promise<void> {
  await em.transactional(async (transaction) => {
    await transaction.execute('lock table activity_credit_count, provider_credit_day in exclusive mode')
    await transaction.execute(`
      with counted as (
        insert into activity_credit_count as stands (activity_id, board_code, accepted, pending)
        select activity_id, board_code, coalesce(s.accepted, 0), coalesce(s.pending, 0)
        from activity_credit_count c full join (${activitySums}) s using (activity_id, board_code)
        on conflict (activity_id, board_code) do update set accepted = excluded.accepted, pending = excluded.pending,
          version = stands.version + 1
        where (stands.accepted, stands.pending) <> (excluded.accepted, excluded.pending)
        returning *
      ), counted_day as (
        insert into provider_credit_day as stands (provider_id, recorded_on, accepted)
        select provider_id, recorded_on, coalesce(s.accepted, 0)
        from provider_credit_day c full join (${daySums}) s using (provider_id, recorded_on)
        on conflict (provider_id, recorded_on) do update set accepted = excluded.accepted, version = stands.version + 1
        where stands.accepted <> excluded.accepted
        returning *
      )
      ${tellSums}`)
  })
}
