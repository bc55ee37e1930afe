import { GraphQLError } from 'graphql'
import { timedOut } from '../../subgraphs/shared/errors.js'
import type { GatewayContext } from './gateway-context.js'
import type { SourceLimits } from './limits.js'

/** A fetch that can be stopped once it is on its way. */
export interface Stoppable {
  stop?: (reason: Error) => void
}

/** All who wait for one answer; the first has asked for it. */
export type Waiting = readonly [GatewayContext, ...GatewayContext[]]

/** One fetch on its way. */
export interface RunningFetch extends Stoppable {
  readonly waiting: Waiting
  /** False for what changes something: it is done to its end, whoever listens. */
  readonly isQuery: boolean
  readonly sentAt: number
  /** Where it stands among those that are on their way. */
  place?: number | undefined
}

/** Whoever has asked has gone, which nobody is told and is no failure. */
export class NobodyWaits extends GraphQLError {
  constructor() {
    super('Nobody waits for this answer any more.', { extensions: { code: 'BAD_REQUEST' } })
  }
}

/** Throws where an answer would be of no use to whoever asks. */
export function refuseUseless({ until, line }: GatewayContext, isQuery: boolean, now: number): void {
  if (until !== undefined && now >= until) throw timedOut()
  if (isQuery && line?.destroyed) throw new NobodyWaits()
}

/**
 * The fetches of one source. One timer looks at all of them, so that the many that are quick cost nothing; those are stopped
 * whose time is over, or for which nobody waits any more.
 */
export class RunningFetches {
  // No Set: as it makes room, its old tables point to the new ones, and with them keep alive whatever has passed through.
  private readonly running: RunningFetch[] = []
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly limits: Pick<SourceLimits, 'lookEveryMs' | 'graceMs' | 'shareForMs'>,
    private readonly now: () => number,
  ) {}

  /** Looks at a fetch from now on, also where it is begun again before it has ended. */
  begin(fetch: RunningFetch): void {
    if (fetch.place !== undefined) return
    fetch.place = this.running.length
    this.running.push(fetch)
    this.timer ??= setInterval(() => this.look(), this.limits.lookEveryMs).unref()
  }

  end(fetch: RunningFetch): void {
    const { place } = fetch
    if (place === undefined) return
    fetch.place = undefined
    const last = this.running.pop()
    if (!last || last === fetch) return
    last.place = place
    this.running[place] = last
  }

  private look(): void {
    const now = this.now()
    for (const fetch of [...this.running]) {
      // Until then somebody else may come who wants the same.
      if (now - fetch.sentAt <= this.limits.shareForMs) continue
      if (isOver(fetch, now - this.limits.graceMs)) fetch.stop?.(timedOut())
      else if (fetch.isQuery && fetch.waiting.every(({ line }) => line?.destroyed)) fetch.stop?.(new NobodyWaits())
    }
    if (this.running.length) return
    clearInterval(this.timer)
    this.timer = undefined
  }
}

const isOver = ({ waiting: [{ until }] }: RunningFetch, now: number) => until !== undefined && now >= until
