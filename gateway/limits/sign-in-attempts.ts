import { RateLimiterMemory } from 'rate-limiter-flexible'
import { budgetSeconds, signInAttempts } from './budget-limits.js'
import { take } from './budgets.js'

const limiter = (points: number) => new RateLimiterMemory({ keyPrefix: '', points, duration: budgetSeconds })

/** How often somebody tries to sign in, to one account and from one address. */
export class SignInAttempts {
  private readonly perAccount = limiter(signInAttempts.perAccount)
  private readonly perAddress = limiter(signInAttempts.perAddress)

  /** Counts an attempt on an account, whether there is one or not. Throws QUOTA_EXCEEDED after too many in a minute. */
  async on(account: string): Promise<void> {
    await take(this.perAccount, account.slice(0, 100), 1, 'sign-ins')
  }

  /** Counts an attempt from an address. Throws QUOTA_EXCEEDED after too many in a minute. */
  async from(address: string): Promise<void> {
    await take(this.perAddress, address, 1, 'sign-ins')
  }
}
