import type { GatewayContext } from './gateway-context.js'
import type { SourceLimits } from './limits.js'
import type { Received } from './received.js'
import type { Waiting } from './running-fetches.js'

interface Sent {
  at: number
  /** All who wait for the answer. */
  waiting: GatewayContext[]
  answer: Promise<Received>
}

/**
 * Queries on their way. Of two with the same text for the same viewer the second waits for the answer to the first, unless
 * somebody has changed something in between: whoever asks after a change sees it.
 */
export class SharedQueries {
  private readonly sent = new Map<string, Sent>()

  constructor(
    private readonly limits: Pick<SourceLimits, 'shareForMs' | 'sharedLength'>,
    private readonly now: () => number,
  ) {}

  /** The answer to a query that is the same for everybody with the same key. */
  ask(key: string, context: GatewayContext, send: (waiting: Waiting) => Promise<Received>): Promise<Received> {
    const waiting: [GatewayContext, ...GatewayContext[]] = [context]
    if (key.length > this.limits.sharedLength) return send(waiting)
    const earlier = this.sent.get(key)
    if (earlier && this.now() - earlier.at <= this.limits.shareForMs) {
      earlier.waiting.push(context)
      return earlier.answer
    }
    const own: Sent = { at: this.now(), waiting, answer: send(waiting) }
    this.sent.set(key, own)
    const leave = () => {
      if (this.sent.get(key) === own) this.sent.delete(key)
    }
    own.answer.then(leave, leave)
    return own.answer
  }

  /** Lets nobody share what was asked before now. */
  forget(): void {
    this.sent.clear()
  }
}
