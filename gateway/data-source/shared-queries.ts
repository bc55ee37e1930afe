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

/** By those for whom an answer is the same, and by the text of the query. */
type SentByScope = Map<string, Map<string, Sent>>

/**
 * Queries on their way. Of two with the same text for the same viewer the second waits for the answer to the first, unless
 * somebody has changed something in between: whoever asks after a change sees it.
 */
export class SharedQueries {
  // Two that take turns, and none that lives long: see RunningFetches about tables that keep alive what has passed through.
  private sent: SentByScope = new Map()
  private sentBefore: SentByScope = new Map()
  private turnedAt = 0

  constructor(
    private readonly limits: Pick<SourceLimits, 'shareForMs' | 'sharedLength'>,
    private readonly now: () => number,
  ) {}

  /** The answer to a query, which is the same for everybody of a scope. */
  ask(
    scope: string,
    body: string,
    context: GatewayContext,
    send: (waiting: Waiting) => Promise<Received>,
  ): Promise<Received> {
    const waiting: [GatewayContext, ...GatewayContext[]] = [context]
    if (body.length > this.limits.sharedLength) return send(waiting)
    const at = this.now()
    this.turn(at)
    const among = this.amongThose(scope)
    const earlier = among.get(body) ?? this.sentBefore.get(scope)?.get(body)
    if (earlier && at - earlier.at <= this.limits.shareForMs) {
      earlier.waiting.push(context)
      return earlier.answer
    }
    const own: Sent = { at, waiting, answer: send(waiting) }
    among.set(body, own)
    const leave = () => void (among.get(body) === own && among.delete(body))
    own.answer.then(leave, leave)
    return own.answer
  }

  /** Lets nobody share what was asked before now. */
  forget(): void {
    this.sent = new Map()
    this.sentBefore = new Map()
  }

  private amongThose(scope: string): Map<string, Sent> {
    const known = this.sent.get(scope)
    if (known) return known
    const among = new Map<string, Sent>()
    this.sent.set(scope, among)
    return among
  }

  /** Lets go of what is too old to be shared. */
  private turn(at: number): void {
    if (at - this.turnedAt <= this.limits.shareForMs) return
    this.sentBefore = this.sent
    this.sent = new Map()
    this.turnedAt = at
  }
}
