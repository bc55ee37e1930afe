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
  // Two that take turns, and none that lives long: see RunningFetches about tables that keep alive what has passed through.
  private sent = new Map<string, Sent>()
  private sentBefore = new Map<string, Sent>()
  private turnedAt = 0

  constructor(
    private readonly limits: Pick<SourceLimits, 'shareForMs' | 'sharedLength'>,
    private readonly now: () => number,
  ) {}

  /** The answer to a query that is the same for everybody with the same key. */
  ask(key: string, context: GatewayContext, send: (waiting: Waiting) => Promise<Received>): Promise<Received> {
    const waiting: [GatewayContext, ...GatewayContext[]] = [context]
    if (key.length > this.limits.sharedLength) return send(waiting)
    const at = this.now()
    this.turn(at)
    const earlier = this.sent.get(key) ?? this.sentBefore.get(key)
    if (earlier && at - earlier.at <= this.limits.shareForMs) {
      earlier.waiting.push(context)
      return earlier.answer
    }
    const own: Sent = { at, waiting, answer: send(waiting) }
    this.sent.set(key, own)
    const leave = () => {
      for (const sent of [this.sent, this.sentBefore]) if (sent.get(key) === own) sent.delete(key)
    }
    own.answer.then(leave, leave)
    return own.answer
  }

  /** Lets nobody share what was asked before now. */
  forget(): void {
    this.sent = new Map()
    this.sentBefore = new Map()
  }

  /** Lets go of what is too old to be shared. */
  private turn(at: number): void {
    if (at - this.turnedAt <= this.limits.shareForMs) return
    this.sentBefore = this.sent
    this.sent = new Map()
    this.turnedAt = at
  }
}
