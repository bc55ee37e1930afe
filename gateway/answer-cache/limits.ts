/** What kept answers may take; all limits of them stand here. */
export const cacheLimits = {
  /** How often it is asked whether anything has changed, while answers are kept. */
  lookMs: 250,
  /** Answers are given out for so long after it was last known that nothing has changed. */
  trustMs: 1_000,
  /** Characters of all answers together, and of one of them. */
  totalLength: 32 * 1024 * 1024,
  answerLength: 512 * 1024,
  /** How long one is kept where nothing changes: what is over today is found no more tomorrow. */
  keptMs: 30_000,
  /** After so long without a question it is no longer asked whether anything has changed. */
  idleMs: 10_000,
  /** Texts of which it is known whether their answers are the same for everybody. */
  knownTexts: 1_000,
} as const

export type CacheLimits = { readonly [Limit in keyof typeof cacheLimits]: number }
