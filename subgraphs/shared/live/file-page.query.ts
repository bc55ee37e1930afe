import type { EntityManager } from '@mikro-orm/postgresql'
import { isUuid } from '../graphql/id.js'
import { currentCursor } from '../outbox/outbox.js'
import { executeBound } from '../postgres/bound.js'
import { idsByKind } from './channels.js'
import { liveCursor, parseLiveCursor } from './live-cursor.js'
import { endOfNext } from './live-events.js'
import type { LivePage } from './live-page.js'

/** Events that one page looks at. */
const eventsAtOnce = 500

/**
 * Which of the files on these channels (`file:` and the id of a batch) have moved on behind a cursor, in the order in which
 * it was committed. Without a cursor nothing but where to begin.
 */
export async function readFilePage(
  em: EntityManager,
  after: string | null,
  channels: readonly string[],
): Promise<LivePage> {
  // What is no id is the name of no file: whoever asks for it hears so from the file, and holds up nobody else.
  const files = idsByKind(channels, ['file']).file.filter(isUuid)
  if (after === null) return { items: [], endCursor: await currentCursor(em), hasMore: false }
  const next = await endOfNext(em, after, eventsAtOnce)
  if (!next) return { items: [], endCursor: after, hasMore: false }
  const { transactionId, position } = parseLiveCursor(after)
  const end = parseLiveCursor(next.end)
  const rows = await executeBound<MoveRow>(em, movesSql, [
    transactionId,
    position,
    end.transactionId,
    end.position,
    files,
  ])
  return {
    items: rows.map(({ id, ...place }) => ({
      cursor: liveCursor({ ...place, item: undefined }),
      channel: `file:${id}`,
      id,
    })),
    endCursor: next.end,
    hasMore: next.found === eventsAtOnce,
  }
}

interface MoveRow {
  transactionId: string
  position: string
  id: string
}

const movesSql = `
  select transaction_id::text as "transactionId", position::text, ids[1] as id
  from live_event
  where (transaction_id, position) > ($1::xid8, $2::bigint) and (transaction_id, position) <= ($3::xid8, $4::bigint)
    and ids[1] = any($5::uuid[])
  order by live_event.transaction_id, live_event.position`
