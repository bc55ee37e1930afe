import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../../shared/postgres/bound.js'
import type { NoticeKey } from '../moc-notice.js'
import type { DeliveryPolicy } from './delivery-policy.js'

/** A notice that is this worker’s to deliver until its lease runs out. */
export interface Delivery extends NoticeKey {
  attempts: number
  /** True where there is nothing left to decide. */
  isMoot: boolean
}

/** Boards for which something is due, the one that waits longest first. */
export const boardsWithDue = async (em: EntityManager): Promise<string[]> => {
  const rows = await executeBound<{ board: string }>(
    em,
    `select board_code as board from board_delivery where state = 'WAITING' and due_at <= now()
     group by 1 order by min(due_at)`,
    [],
  )
  return rows.map(({ board }) => board)
}

/** Takes the next notices of a board. Whoever is killed with them loses the lease, and they are due again. */
export async function claimDeliveries(em: EntityManager, board: string, policy: DeliveryPolicy): Promise<Delivery[]> {
  const rows = await executeBound<Omit<Delivery, 'happenedAt'> & { happenedAt: string }>(
    em,
    `with due as (
       select notice_id from board_delivery
       where board_code = $1 and state = 'WAITING' and due_at <= now()
       order by due_at, notice_id limit $2 for update skip locked
     )
     update board_delivery d set attempts = attempts + 1, due_at = now() + $3 * interval '1 millisecond'
     from due where d.notice_id = due.notice_id
     returning d.notice_id as "noticeId", d.kind, d.learner_id as "learnerId", d.part_id as "partId", d.attempts,
       to_json(d.created_at) #>> '{}' as "happenedAt", d.kind = 'DECIDE' and not exists (
         select from live_credit l where l.learner_id = d.learner_id and l.part_id = d.part_id and l.status = 'PENDING'
       ) as "isMoot"`,
    [board, policy.inRound, policy.leaseMs],
  )
  return rows.map((row) => ({ ...row, happenedAt: new Date(row.happenedAt) }))
}

/** Notes that notices need no further attempt: their board has taken them, or there was nothing left to decide. */
export async function settleDeliveries(
  em: EntityManager,
  noticeIds: readonly string[],
  state: 'DELIVERED' | 'DROPPED',
): Promise<void> {
  if (!noticeIds.length) return
  await executeBound(
    em,
    `update board_delivery set state = $2, settled_at = now(), problem = null
     where notice_id = any($1::uuid[]) and state = 'WAITING'`,
    [noticeIds, state],
  )
}

/** Why a board did not take a notice, and when it is asked again. */
export interface FailedAttempt {
  problem: string
  againInMs: number
  givenUpAfterMs: number
}

/** Notes a failed attempt; a notice that is too old is given up. Resolves to the state it is in. */
export async function postponeDelivery(
  em: EntityManager,
  noticeId: string,
  { problem, againInMs, givenUpAfterMs }: FailedAttempt,
): Promise<string> {
  const [row] = await executeBound<{ state: string }>(
    em,
    `update board_delivery set problem = $2, due_at = now() + $3 * interval '1 millisecond',
       state = case when now() - created_at > $4 * interval '1 millisecond' then 'DEAD' else 'WAITING' end
     where notice_id = $1::uuid and state = 'WAITING' returning state`,
    [noticeId, problem.slice(0, 300), againInMs, givenUpAfterMs],
  )
  return row?.state ?? 'SETTLED'
}
