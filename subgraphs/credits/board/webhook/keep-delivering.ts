import { pause } from '../../../shared/pause.js'
import type { BoardWebhooks } from './board-webhooks.js'
import { boardsWithDue } from './claim-deliveries.js'
import { type DeliveryTools, deliverNext } from './deliver.js'

/** Calls boards until the signal. Each board has a round of its own: a slow or silent one keeps no other waiting. */
export async function keepDelivering(
  webhooks: BoardWebhooks,
  tools: DeliveryTools,
  signal: AbortSignal,
): Promise<void> {
  const { em, log, policy } = tools
  const rounds = new Map<string, Promise<void>>()
  const rests = new Rests(policy.longestRestMs)
  while (!signal.aborted) {
    try {
      const due = await boardsWithDue(em.fork())
      const callable = await webhooks.all(em.fork())
      for (const webhook of callable) {
        const { board } = webhook
        if (!due.includes(board) || rounds.has(board) || rests.isResting(board)) continue
        const round = deliverNext(webhook, tools)
          .then(({ taken, failed }) => rests.note(board, taken > 0 && failed === taken))
          .catch((error: unknown) => {
            rests.note(board, true)
            log.warn({ err: error, board }, 'a board could not be called; trying again')
          })
          .finally(() => rounds.delete(board))
        rounds.set(board, round)
      }
    } catch (error) {
      log.warn({ err: error }, 'boards could not be called; trying again')
    }
    await Promise.race([pause(policy.pollMs, signal), ...rounds.values()])
  }
  await Promise.all(rounds.values())
}

/** Leaves a board alone for a while, longer each time, while it takes nothing. */
class Rests {
  private readonly failures = new Map<string, number>()
  private readonly until = new Map<string, number>()

  constructor(private readonly longestMs: number) {}

  isResting(board: string): boolean {
    return (this.until.get(board) ?? 0) > performance.now()
  }

  note(board: string, hasFailed: boolean): void {
    const failures = hasFailed ? (this.failures.get(board) ?? 0) + 1 : 0
    this.failures.set(board, failures)
    this.until.set(board, hasFailed ? performance.now() + Math.min(this.longestMs, 500 * 2 ** failures) : 0)
  }
}
