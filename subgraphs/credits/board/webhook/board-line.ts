import { OutsideCaller } from '../../../shared/http/outside-caller.js'
import type { CreditsConfig } from '../../config.js'
import { BoardWebhooks } from './board-webhooks.js'
import { deliveryPolicy } from './delivery-policy.js'
import { WebhookKeys } from './webhook-keys.js'

/** The line to certifying boards: whom we call where, how both sides sign, and what calls. */
export interface BoardLine {
  webhooks: BoardWebhooks
  keys: WebhookKeys
  caller: OutsideCaller
}

/** Opens the line as configured; closing its caller ends it. */
export async function openBoardLine(
  config: Pick<CreditsConfig, 'keysDir' | 'boardServiceUrl' | 'webhookAllowCidrs'>,
): Promise<BoardLine> {
  return {
    webhooks: new BoardWebhooks(config.boardServiceUrl),
    keys: await WebhookKeys.open(config.keysDir),
    caller: new OutsideCaller(deliveryPolicy, config.webhookAllowCidrs),
  }
}
