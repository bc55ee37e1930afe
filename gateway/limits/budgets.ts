import { GraphQLError } from 'graphql'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { quotaExceeded } from '../../subgraphs/shared/errors.js'
import { type BudgetClass, type BudgetSize, budgetSeconds, budgetSizes } from './budget-limits.js'

/** Whose budget is spent. */
export interface Spender {
  kind: BudgetClass
  /** Tells spenders of a kind apart. */
  key: string
}

/** One part of a budget as it stands. */
export interface Standing {
  limit: number
  remaining: number
  /** Seconds until it is whole again. */
  resetSeconds: number
}

/** What each caller may ask for in a minute, counted in the memory of this process. */
export class Budgets {
  private readonly requests: Readonly<Record<BudgetClass, RateLimiterMemory>>
  private readonly points: Readonly<Record<BudgetClass, RateLimiterMemory>>

  /** `scale` makes every budget so many times as large. */
  constructor(scale = 1, sizes: Readonly<Record<BudgetClass, BudgetSize>> = budgetSizes) {
    const limiters = (of: keyof BudgetSize) => {
      const limiter = (kind: BudgetClass) =>
        new RateLimiterMemory({ keyPrefix: '', points: sizes[kind][of] * scale, duration: budgetSeconds })
      return {
        KEY: limiter('KEY'),
        TOKEN: limiter('TOKEN'),
        SESSION: limiter('SESSION'),
        NOBODY: limiter('NOBODY'),
      }
    }
    this.requests = limiters('requests')
    this.points = limiters('points')
  }

  /** Counts a request. Throws QUOTA_EXCEEDED when the minute has no more. */
  takeRequest({ kind, key }: Spender): Promise<Standing> {
    return take(this.requests[kind], key, 1, 'requests')
  }

  /** Counts what an operation may bring back. Throws QUOTA_EXCEEDED when the minute has no more. */
  async takePoints({ kind, key }: Spender, points: number): Promise<void> {
    if (points > 0) await take(this.points[kind], key, points, 'objects')
  }

  /** Both parts of a budget as they stand, without spending anything. */
  async standing({ kind, key }: Spender): Promise<{ requests: Standing; points: Standing }> {
    return { requests: await look(this.requests[kind], key), points: await look(this.points[kind], key) }
  }
}

/** Counts points of any limiter. Throws QUOTA_EXCEEDED, with the seconds to wait, when there are no more. */
export async function take(limiter: RateLimiterMemory, key: string, points: number, of: string): Promise<Standing> {
  try {
    return standingOf(limiter, await limiter.consume(key, points))
  } catch (left) {
    if (!(left instanceof RateLimiterRes)) throw left
    const { limit, resetSeconds } = standingOf(limiter, left)
    throw exceeded(`You may ask for ${limit} ${of} in a minute.`, resetSeconds)
  }
}

async function look(limiter: RateLimiterMemory, key: string): Promise<Standing> {
  const found = await limiter.get(key)
  return found ? standingOf(limiter, found) : { limit: limiter.points, remaining: limiter.points, resetSeconds: 0 }
}

const standingOf = (limiter: RateLimiterMemory, { remainingPoints, msBeforeNext }: RateLimiterRes): Standing => ({
  limit: limiter.points,
  remaining: Math.max(0, remainingPoints),
  resetSeconds: Math.ceil(msBeforeNext / 1_000),
})

function exceeded(message: string, retryAfterSeconds: number): GraphQLError {
  const error = quotaExceeded(message, { hint: `Try again in ${retryAfterSeconds} seconds.` })
  return new GraphQLError(error.message, { extensions: { ...error.extensions, retryAfterSeconds } })
}
