import type { EntityManager } from '@mikro-orm/postgresql'
import type { Log } from '../../../shared/log.js'
import { OneAtATime } from '../../../shared/one-at-a-time.js'
import { follow } from '../../../shared/outbox/follow.js'
import type { BoardLine } from './board-line.js'
import { type DeliveryPolicy, deliveryPolicy } from './delivery-policy.js'
import { keepDelivering } from './keep-delivering.js'
import { deliveriesModel } from './queue-notices.js'

/** Queues what boards are to hear of and delivers it, until the signal. */
export async function callBoards(
  em: EntityManager,
  { webhooks, keys, caller }: BoardLine,
  log: Log,
  signal: AbortSignal,
  policy: DeliveryPolicy = deliveryPolicy,
): Promise<void> {
  const tools = { em, caller, keys, policy, log, now: () => new Date(), turns: new OneAtATime(), signal }
  await Promise.all([follow(em, deliveriesModel(em, webhooks), log, signal), keepDelivering(webhooks, tools, signal)])
}
