import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { ViewerClaims } from '../../subgraphs/reference/viewer.js'
import { codeOf } from '../../subgraphs/shared/errors.js'
import { keepHeaders } from '../../subgraphs/shared/http/kept-headers.js'
import { sendError } from '../../subgraphs/shared/http/send.js'
import type { Log } from '../../subgraphs/shared/log.js'
import type { Authenticator } from '../session/authenticate.js'
import { budgetSeconds, countedPaths } from './budget-limits.js'
import type { Budgets, Spender, Standing } from './budgets.js'
import type { SignInAttempts } from './sign-in-attempts.js'
import { addressOf, spenderOf } from './spender.js'

export interface RequestCounterOptions {
  budgets: Budgets
  attempts: SignInAttempts
  authenticator: Authenticator
  log: Log
}

/** Counts requests before anything else is done for them, and tells callers what is left (RateLimit headers). */
export class RequestCounter {
  constructor(private readonly options: RequestCounterOptions) {}

  /** Hands requests on as far as budgets go, and refuses the others with QUOTA_EXCEEDED. */
  before =
    (next: RequestListener): RequestListener =>
    (request, response) => {
      if (isCounted(request.url)) void this.count(request, response, next)
      else next(request, response)
    }

  /** Counts the objects that an operation of a request may bring back. */
  spendingOf(request: IncomingMessage): ((points: number) => Promise<void>) | undefined {
    const spender = spenderIn(request)
    return spender && ((points) => this.options.budgets.takePoints(spender, points))
  }

  /** What the caller of a request may ask for in a minute, and what of it is left. */
  standing(request: IncomingMessage): ReturnType<Budgets['standing']> {
    return this.options.budgets.standing(spenderIn(request) ?? spenderOf(request, undefined))
  }

  private async count(request: IncomingMessage, response: ServerResponse, next: RequestListener): Promise<void> {
    const { budgets, attempts, log } = this.options
    try {
      const spender = spenderOf(request, this.options.authenticator.known(request) ?? (await this.claimsOf(request)))
      ;(request as Counted)[whose] = spender
      if (request.method === 'POST' && isSignIn(request.url)) await attempts.from(addressOf(request))
      tell(response, await budgets.takeRequest(spender))
    } catch (error) {
      sendError(response, error, log)
      return
    }
    next(request, response)
  }

  /** Whoever shows what is not valid is nobody here; that it is refused, and why, is for those who look at it next. */
  private async claimsOf(request: IncomingMessage): Promise<ViewerClaims | undefined> {
    try {
      return await this.options.authenticator.claimsOf(request)
    } catch (error) {
      if (codeOf(error)) return undefined
      throw error
    }
  }
}

/** Where a request says whose budget it is taken from. A WeakMap would be work for each collection of garbage. */
const whose = Symbol('whose')
type Counted = IncomingMessage & { [whose]?: Spender }
const spenderIn = (request: IncomingMessage): Spender | undefined => (request as Counted)[whose]

function tell(response: ServerResponse, { limit, remaining, resetSeconds }: Standing): void {
  keepHeaders(response, [
    ...['ratelimit-policy', `"requests";q=${limit};w=${budgetSeconds}`],
    ...['ratelimit', `"requests";r=${remaining};t=${resetSeconds}`],
  ])
}

const counted = new RegExp(`^(?:${countedPaths.join('|')})(?:[/?]|$)`, 'i')
const isCounted = (url = '') => counted.test(url)
const isSignIn = (url = '') => /^\/(?:sign-in|oauth)/i.test(url)
