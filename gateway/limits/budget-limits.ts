/** How somebody comes in, each with a budget of its own: by a key, by a token, from a page with a session, or as nobody. */
export type BudgetClass = 'KEY' | 'TOKEN' | 'SESSION' | 'NOBODY'

export interface BudgetSize {
  /** Requests in a minute. */
  requests: number
  /** Objects that operations may ask for in a minute, counted as their cost is. */
  points: number
}

/** What each may ask for in a minute: keys and tokens by account and credential, sessions by account, nobody by address. */
export const budgetSizes: Readonly<Record<BudgetClass, BudgetSize>> = {
  KEY: { requests: 30_000, points: 3_000_000 },
  TOKEN: { requests: 30_000, points: 3_000_000 },
  SESSION: { requests: 6_000, points: 600_000 },
  NOBODY: { requests: 3_000, points: 150_000 },
}

/** Attempts to sign in, or to exchange a secret for a token, within a minute. */
export const signInAttempts = { perAccount: 60, perAddress: 300 } as const

/** Seconds until a budget is whole again. */
export const budgetSeconds = 60

/** Where a request is counted; pages and their files are not. */
export const countedPaths = [
  '/graphql',
  '/api',
  '/openapi.json',
  '/services',
  '/operations',
  '/uploads',
  '/exports',
  '/transcripts',
  '/boards',
  '/credit-requests',
  '/oauth',
  '/sign-in',
] as const
