import type { EntityManager } from '@mikro-orm/postgresql'
import type { ReadModel } from '../../../shared/outbox/follow.js'
import { executeBound } from '../../../shared/postgres/bound.js'
import type { NoticeEvent } from '../notice-events.js'
import { readNotices } from '../notice-events.js'
import type { BoardWebhooks } from './board-webhooks.js'

const pageSize = 1_000

/** What waits to be delivered to boards that have a webhook, kept by following our own events. */
export const deliveriesModel = (em: EntityManager, webhooks: BoardWebhooks): ReadModel<NoticeEvent> => ({
  owner: 'certifying boards',
  events: async (after) => {
    const events = await readNotices(em.fork(), after, pageSize)
    return { events, endCursor: events.at(-1)?.cursor ?? null }
  },
  apply: (transaction, events) => queueNotices(transaction, events, webhooks),
  rebuild: async () => '0:0',
})

async function queueNotices(em: EntityManager, events: readonly NoticeEvent[], webhooks: BoardWebhooks): Promise<void> {
  const connected = new Set((await webhooks.all(em)).map(({ board }) => board))
  await executeBound(
    em,
    `insert into board_delivery (notice_id, board_code, learner_id, part_id, kind, created_at)
     select "noticeId", board, "learnerId", "partId", kind, "happenedAt" from jsonb_to_recordset($1::jsonb) as given (
       "noticeId" uuid, board text, "learnerId" uuid, "partId" uuid, kind text, "happenedAt" timestamptz)
     on conflict (notice_id) do nothing`,
    [JSON.stringify(events.filter(({ board }) => connected.has(board)))],
  )
}

/** Queues everything that waits for a board’s decision, for a board that is connected only now. */
export async function queueOpenNotices(em: EntityManager, board: string): Promise<void> {
  await executeBound(
    em,
    `insert into board_delivery (notice_id, board_code, learner_id, part_id, kind, created_at)
     select e.id, e.aggregateid, live.learner_id, live.part_id, 'DECIDE', e.timestamp
     from live_credit live
     join outbox_event e on e.aggregatetype = 'certifying-board' and e.aggregateid = live.board_code
       and e.type = 'MOC_AWAITS_DECISION' and (e.payload ->> 'partId')::uuid = live.part_id
     where live.board_code = $1 and live.kind = 'MOC' and live.status = 'PENDING'
     on conflict (notice_id) do nothing`,
    [board],
  )
}
