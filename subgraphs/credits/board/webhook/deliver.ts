import type { EntityManager } from '@mikro-orm/postgresql'
import type { OutsideCaller } from '../../../shared/http/outside-caller.js'
import type { Log } from '../../../shared/log.js'
import type { OneAtATime } from '../../../shared/one-at-a-time.js'
import { decideParts } from '../decide-parts.js'
import { findNotices, type MocNotice, wireNotice } from '../moc-notice.js'
import { AnswerDesk } from './answer-desk.js'
import type { BoardWebhook } from './board-webhooks.js'
import { claimDeliveries, type Delivery, postponeDelivery, settleDeliveries } from './claim-deliveries.js'
import { type DeliveryPolicy, retryDelayMs } from './delivery-policy.js'
import { readAnswers } from './read-answers.js'
import type { WebhookKeys } from './webhook-keys.js'

export interface DeliveryTools {
  em: EntityManager
  caller: Pick<OutsideCaller, 'post'>
  keys: WebhookKeys
  policy: DeliveryPolicy
  log: Log
  now: () => Date
  /** Answers of all boards are recorded in turns: whoever waits for the lock of a provider finds one of us before it. */
  turns: OneAtATime
  /** After which no further board is called; what was taken and not sent is due again when its lease has run out. */
  signal: AbortSignal
}

/** What a round did: how many notices it took, and how many of them the board did not take. */
export interface Round {
  taken: number
  failed: number
}

/**
 * Delivers the next notices of one board, and takes the answers that come back at once. The next call does not wait until an
 * answer is recorded, so that answers gather while the lock of their provider is somebody else's.
 */
export async function deliverNext(webhook: BoardWebhook, tools: DeliveryTools): Promise<Round> {
  const { em, policy, turns, signal } = tools
  const claimed = await claimDeliveries(em.fork(), webhook.board, policy)
  await settleDeliveries(em.fork(), idsOf(claimed.filter(({ isMoot }) => isMoot)), 'DROPPED')
  const open = claimed.filter(({ isMoot }) => !isMoot)
  const notices = new Map((await findNotices(em.fork(), open)).map((notice) => [notice.noticeId, notice]))
  const answerer = { boardCode: webhook.board, decidedBy: `webhook of ${webhook.board}` }
  const desk = new AnswerDesk((answers) => turns.do(() => decideParts(em.fork(), answers, answerer)))
  const waiting = open.values()
  const settled: Promise<Delivery[]>[] = []
  const line = async () => {
    for (const delivery of waiting) {
      if (signal.aborted) return
      const reply = await send(noticeOf(delivery, notices), webhook, tools)
      settled.push(settle(delivery, reply, webhook, desk, tools))
    }
  }
  await Promise.all(Array.from({ length: policy.atOnce }, line))
  const delivered = (await Promise.all(settled)).flat()
  await settleDeliveries(em.fork(), idsOf(delivered), 'DELIVERED')
  return { taken: claimed.length, failed: open.length - delivered.length }
}

const idsOf = (deliveries: readonly Delivery[]) => deliveries.map(({ noticeId }) => noticeId)

function noticeOf({ noticeId }: Delivery, notices: ReadonlyMap<string, MocNotice>): MocNotice {
  const notice = notices.get(noticeId)
  if (!notice) throw new Error(`The ledger has no part for notice ${noticeId}.`)
  return notice
}

/** Records what the board has answered, or when it is asked again; the delivery itself where the board has taken it. */
async function settle(
  delivery: Delivery,
  reply: Reply,
  webhook: BoardWebhook,
  desk: AnswerDesk,
  { em, policy, log }: DeliveryTools,
): Promise<Delivery[]> {
  const { noticeId, attempts } = delivery
  try {
    if (!('problem' in reply)) {
      await takeAnswers(reply.body, webhook, desk, log)
      return [delivery]
    }
    const { problem, retryAfterMs = 0 } = reply
    const againInMs = Math.max(retryDelayMs(policy, attempts, Math.random()), retryAfterMs)
    const state = await postponeDelivery(em.fork(), noticeId, {
      problem,
      againInMs,
      givenUpAfterMs: policy.givenUpAfterMs,
    })
    if (state === 'DEAD')
      log.error({ board: webhook.board, noticeId, attempts }, 'a board could not be reached; given up')
  } catch (error) {
    log.error({ err: error, board: webhook.board, noticeId }, 'an answer could not be recorded; asking again')
  }
  return []
}

type Reply = { body: string } | { problem: string; retryAfterMs?: number }

async function send(
  notice: MocNotice,
  { board, url, keyNumber }: BoardWebhook,
  { caller, keys, now }: Pick<DeliveryTools, 'caller' | 'keys' | 'now'>,
): Promise<Reply> {
  const type = notice.kind === 'DECIDE' ? 'moc.decide' : 'moc.withdrawn'
  const body = JSON.stringify({ type, timestamp: notice.happenedAt.toISOString(), data: wireNotice(notice) })
  const headers = {
    'content-type': 'application/json',
    ...keys.sign(board, keyNumber, notice.noticeId, now(), body),
  }
  try {
    const answer = await caller.post(url, headers, body)
    if (answer.status < 200 || answer.status > 299)
      return { problem: `HTTP ${answer.status}`, retryAfterMs: answer.retryAfterMs }
    return readAnswers(answer.body) ? { body: answer.body } : { problem: 'The answer cannot be understood.' }
  } catch (error) {
    return { problem: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
  }
}

async function takeAnswers(body: string, { board }: BoardWebhook, desk: AnswerDesk, log: Log): Promise<void> {
  const answers = readAnswers(body) ?? []
  if (!answers.length) return
  const results = await desk.take(answers)
  for (const { partId, outcome } of results) {
    if (outcome !== 'RECORDED' && outcome !== 'UNCHANGED')
      log.warn({ board, partId, outcome }, 'answer of a board refused')
  }
}
