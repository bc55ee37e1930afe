import type { EntityManager } from '@mikro-orm/postgresql'
import { type OutboxEvent, readEvents } from '../../shared/outbox/outbox.js'
import type { NoticeKey } from './moc-notice.js'

/** As the trigger on the projection writes them. */
const aggregateType = 'certifying-board'

const kinds: Readonly<Record<string, NoticeKey['kind']>> = {
  MOC_AWAITS_DECISION: 'DECIDE',
  MOC_WITHDRAWN: 'WITHDRAWN',
}

/** A notice with its place in the feed of its board. */
export interface NoticeEvent extends NoticeKey {
  board: string
  cursor: string
}

/** The next notices of one board, or of all, in the order of their transactions; none is ever skipped (I-19). */
export async function readNotices(
  em: EntityManager,
  after: string | null,
  first: number,
  board?: string,
): Promise<NoticeEvent[]> {
  const events = await readEvents(em, after, first, { aggregateType, ...(board ? { aggregateId: board } : {}) })
  return events.map(noticeOf)
}

function noticeOf({ eventId, aggregateId, type, payload, cursor, happenedAt }: OutboxEvent): NoticeEvent {
  const { partId, learnerId } = payload as { partId: string; learnerId: string }
  const kind = kinds[type]
  if (!kind) throw new Error(`A board is told of ${type}, which nobody knows.`)
  return { noticeId: eventId, kind, board: aggregateId, partId, learnerId, cursor, happenedAt: new Date(happenedAt) }
}
