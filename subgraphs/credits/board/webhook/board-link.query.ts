import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../../shared/postgres/bound.js'

/** How much of a board’s points waits, and how far they got. */
export interface BoardBacklog {
  board: string
  unanswered: number
  overdue: number
  oldestAskedAt: Date | null
  undelivered: number
  givenUp: number
  problem: string | null
}

/** The backlog of every board that has any, in one statement over what is open. */
export async function findBacklogs(em: EntityManager): Promise<BoardBacklog[]> {
  const rows = await executeBound<Omit<BoardBacklog, 'oldestAskedAt'> & { oldestAskedAt: string | null }>(
    em,
    `with asked as (
       select board_code as board, count(*)::int as unanswered, min(asked_at) as oldest,
         (count(*) filter (where asked_at < now() - interval '24 hours'))::int as overdue
       from live_credit where kind = 'MOC' and status = 'PENDING' group by 1
     ), told as (
       select board_code as board, (count(*) filter (where state = 'WAITING'))::int as undelivered,
         (count(*) filter (where state = 'DEAD'))::int as dead,
         (array_agg(problem order by due_at desc) filter (where problem is not null))[1] as problem
       from board_delivery where state in ('WAITING', 'DEAD') group by 1
     )
     select board, coalesce(unanswered, 0) as unanswered, coalesce(overdue, 0) as overdue, to_json(oldest) #>> '{}' as "oldestAskedAt",
       coalesce(undelivered, 0) as undelivered, coalesce(dead, 0) as "givenUp", problem
     from asked full join told using (board)`,
    [],
  )
  return rows.map(({ oldestAskedAt, ...row }) => ({
    ...row,
    oldestAskedAt: oldestAskedAt === null ? null : new Date(oldestAskedAt),
  }))
}

/** Lets everything that was given up for a board be due again; resolves to how much that was. */
export async function dueAgain(em: EntityManager, board: string): Promise<number> {
  const rows = await executeBound(
    em,
    `update board_delivery set state = 'WAITING', due_at = now(), created_at = now(), attempts = 0
     where board_code = $1 and state = 'DEAD' returning notice_id`,
    [board],
  )
  return rows.length
}

/** Calls a board at this address from now on; its next key is another one where it is renewed. */
export async function saveWebhook(
  em: EntityManager,
  { board, url, renewKey, by }: { board: string; url: string; renewKey: boolean; by: string },
): Promise<void> {
  await executeBound(
    em,
    `insert into board_webhook as stands (board_code, url, connected_by) values ($1, $2, $3)
     on conflict (board_code) do update set url = excluded.url, connected_by = excluded.connected_by, connected_at = now(),
       key_number = stands.key_number + $4`,
    [board, url, by, renewKey ? 1 : 0],
  )
}
