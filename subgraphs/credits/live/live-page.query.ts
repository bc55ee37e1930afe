import type { EntityManager } from '@mikro-orm/postgresql'
import { isUuid } from '../../shared/graphql/id.js'
import { idsByKind } from '../../shared/live/channels.js'
import { liveCursor, parseLiveCursor } from '../../shared/live/live-cursor.js'
import { endOfNext } from '../../shared/live/live-events.js'
import type { LiveItem, LivePage } from '../../shared/live/live-page.js'
import { currentCursor } from '../../shared/outbox/outbox.js'
import { executeBound } from '../../shared/postgres/bound.js'

/** Events that one page looks at; each may be about thousands of records. */
const eventsAtOnce = 50

/** What somebody may follow; a channel is one of these words, a colon and an id or code. */
const channelKinds = ['batch', 'learner', 'board', 'decisions'] as const

/**
 * What has happened behind a cursor on these channels, in the order in which it was committed. Without a cursor nothing but
 * where to begin. Whose credit it is and who sees it follows from how things stand now, so that merges and moves are heeded.
 */
export async function readLivePage(
  em: EntityManager,
  after: string | null,
  channels: readonly string[],
): Promise<LivePage> {
  const wanted = idsByKind(channels, channelKinds)
  if (after === null) return { items: [], endCursor: await currentCursor(em), hasMore: false }
  const next = await endOfNext(em, after, eventsAtOnce)
  if (!next) return { items: [], endCursor: after, hasMore: false }
  const { transactionId, position, item } = parseLiveCursor(after)
  const end = parseLiveCursor(next.end)
  const rows = await executeBound<ItemRow>(em, itemsSql, [
    transactionId,
    position,
    item ?? mostItems,
    end.transactionId,
    end.position,
    // What is no id is followed by somebody who is about to be refused.
    wanted.batch.filter(isUuid),
    wanted.learner.filter(isUuid),
    wanted.board,
    wanted.decisions,
  ])
  return { items: rows.map(toItem), endCursor: next.end, hasMore: next.found === eventsAtOnce }
}

interface ItemRow {
  transactionId: string
  position: string
  item: string
  channel: string
  id: string
}

const mostItems = 2_147_483_647

const toItem = ({ channel, id, ...place }: ItemRow): LiveItem => ({ cursor: liveCursor(place), channel, id })

const itemsSql = `
  with item as materialized (
    select transaction_id, position, topic, listed.item::int as item, listed.id, listed.learner_id
    from live_event, unnest(ids, learner_ids) with ordinality as listed (id, learner_id, item)
    where (transaction_id, position) >= ($1::xid8, $2::bigint) and (transaction_id, position) <= ($4::xid8, $5::bigint)
      and (transaction_id, position, listed.item) > ($1::xid8, $2::bigint, $3::bigint)
  ), person as materialized (
    select same.learner_id, followed.id
    from unnest($7::uuid[]) as followed (id), unnest(same_learner(followed.id)) as same (learner_id)
  ), credit as (
    select item.*, live.kind, live.status, live.board_code, live.provider_id
    from item join live_credit live on live.learner_id = item.learner_id and live.completion_id = item.id
    where cardinality($8::text[]) + cardinality($9::text[]) > 0
  ), told as (
    select item.transaction_id, item.position, item.item, item.id, 'batch:' || item.id as channel
    from item where topic = 'BATCH' and item.id = any($6::uuid[])
    union
    select transaction_id, position, item, item.id, 'learner:' || person.id
    from item join person using (learner_id)
    union
    select transaction_id, position, item, id, 'decisions:' || provider_id
    from credit where topic = 'CREDIT_DECIDED' and provider_id = any($9::text[])
    union
    select transaction_id, position, item, id, 'board:' || board_code
    from credit where kind = 'MOC' and board_code = any($8::text[])
    union
    select transaction_id, position, item, id, 'board:' || license.board_code
    from credit
    join learner_license license on license.board_code = any($8::text[])
      and (license.learner_id = credit.learner_id or license.learner_id in (
        select other.learner_id from merged_learner me join merged_learner other using (survivor_id)
        where me.learner_id = credit.learner_id))
    where kind = 'CME' and credit.status = 'ACCEPTED'
  )
  select transaction_id::text as "transactionId", position::text, item::text, id, channel
  from told order by told.transaction_id, told.position, told.item, channel`
