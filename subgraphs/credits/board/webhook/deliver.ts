import type { EntityManager } from '@mikro-orm/postgresql'
import type { OutsideCaller } from '../../../shared/http/outside-caller.js'
import type { Log } from '../../../shared/log.js'
import { decideParts } from '../decide-parts.js'
import { findNotices, type MocNotice, wireNotice } from '../moc-notice.js'
import { AnswerDesk } from './answer-desk.js'
import type { BoardWebhook } from './board-webhooks.js'
import { claimDeliveries, type Delivery, settleDelivery } from './claim-deliveries.js'
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
}

/** What a round did: how many notices it took, and how many of them the board did not take. */
export interface Round {
  taken: number
  failed: number
}

/** Delivers the next notices of one board, and takes the answers that come back at once. */
export async function deliverNext(webhook: BoardWebhook, tools: DeliveryTools): Promise<Round> {
  const { em, policy } = tools
  const claimed = await claimDeliveries(em.fork(), webhook.board, policy)
  const moot = claimed.filter(({ isMoot }) => isMoot)
  for (const { noticeId } of moot) await settleDelivery(em.fork(), noticeId, { kind: 'DROPPED' })
  const open = claimed.filter(({ isMoot }) => !isMoot)
  const notices = new Map((await findNotices(em.fork(), open)).map((notice) => [notice.noticeId, notice]))
  const answerer = { boardCode: webhook.board, decidedBy: `webhook of ${webhook.board}` }
  const desk = new AnswerDesk((answers) => decideParts(em.fork(), answers, answerer))
  const outcomes = await Promise.all(open.map((delivery) => attempt(delivery, notices, webhook, desk, tools)))
  return { taken: claimed.length, failed: outcomes.filter((ok) => !ok).length }
}

/** True when the board has taken the notice. */
async function attempt(
  delivery: Delivery,
  notices: ReadonlyMap<string, MocNotice>,
  webhook: BoardWebhook,
  desk: AnswerDesk,
  { em, policy, log, ...tools }: DeliveryTools,
): Promise<boolean> {
  const { noticeId, attempts } = delivery
  const notice = notices.get(noticeId)
  if (!notice) throw new Error(`The ledger has no part for notice ${noticeId}.`)
  try {
    const reply = await send(notice, webhook, tools)
    if (!('problem' in reply)) {
      await takeAnswers(reply.body, webhook, desk, log)
      await settleDelivery(em.fork(), noticeId, { kind: 'DELIVERED' })
      return true
    }
    const againInMs = Math.max(retryDelayMs(policy, attempts, Math.random()), reply.retryAfterMs ?? 0)
    const failed = { kind: 'FAILED', problem: reply.problem, againInMs, givenUpAfterMs: policy.givenUpAfterMs } as const
    const state = await settleDelivery(em.fork(), noticeId, failed)
    if (state === 'DEAD')
      log.error({ board: webhook.board, noticeId, attempts }, 'a board could not be reached; given up')
    return false
  } catch (error) {
    log.error({ err: error, board: webhook.board, noticeId }, 'an answer could not be recorded; asking again')
    return false
  }
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
