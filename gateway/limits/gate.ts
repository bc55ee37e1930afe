import type { GraphQLError } from 'graphql'
import { overloaded } from '../../subgraphs/shared/errors.js'

export interface GateLimits {
  /** Pieces of work at once. */
  inFlight: number
  /** Those that wait, all together and of one caller, and for how long. */
  waiting: number
  waitingOfOne: number
  waitMs: number
}

interface Waiting {
  begin: () => void
  refuse: (error: GraphQLError) => void
}

/**
 * Lets so much work in at once. What comes beyond that waits for a moment, each caller in a line of its own, and lines have
 * their turn one after the other, so that whoever asks for much keeps nobody else waiting long.
 */
export class Gate {
  private inFlight = 0
  private waiting = 0
  /** The next to have its turn is first. */
  private readonly lines = new Map<string, Waiting[]>()

  constructor(private readonly limits: GateLimits) {}

  /** Does a piece of work for a caller. Throws OVERLOADED where it would have to wait too long. */
  async run<Result>(caller: string, work: () => Promise<Result>): Promise<Result> {
    if (this.inFlight >= this.limits.inFlight) await this.turn(caller)
    else this.inFlight += 1
    try {
      return await work()
    } finally {
      this.leave()
    }
  }

  /** Resolves once a place is free, which is then the caller’s. */
  private turn(caller: string): Promise<void> {
    const line = this.lines.get(caller) ?? []
    if (this.waiting >= this.limits.waiting || line.length >= this.limits.waitingOfOne) throw tooMuch()
    return new Promise((resolve, reject) => {
      const own: Waiting = {
        begin: () => {
          clearTimeout(late)
          resolve()
        },
        refuse: reject,
      }
      const late = setTimeout(() => {
        this.forget(caller, own)
        own.refuse(tooMuch())
      }, this.limits.waitMs)
      line.push(own)
      this.lines.set(caller, line)
      this.waiting += 1
    })
  }

  private leave(): void {
    const [first] = this.lines
    if (!first) {
      this.inFlight -= 1
      return
    }
    const [caller, line] = first
    const [next] = line
    // Whoever has had a turn stands behind the others.
    this.lines.delete(caller)
    if (line.length > 1) this.lines.set(caller, line.slice(1))
    this.waiting -= 1
    next?.begin()
  }

  private forget(caller: string, own: Waiting): void {
    const left = (this.lines.get(caller) ?? []).filter((waiting) => waiting !== own)
    if (left.length) this.lines.set(caller, left)
    else this.lines.delete(caller)
    this.waiting -= 1
  }
}

const tooMuch = () => overloaded('Too much is asked at once. Please try again.')
