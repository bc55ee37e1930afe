/** How boards are called; all numbers of it stand here. */
export const deliveryPolicy = {
  /** Notices of one board that a worker takes together, and how many of them are on their way at once. */
  inRound: 32,
  atOnce: 8,
  /** How long a call may take, and after which a worker that was killed is forgotten: longer than a round may take. */
  timeoutMs: 10_000,
  leaseMs: 60_000,
  answerBytes: 64 * 1024,
  /** Waits between attempts: this long, then each time longer by the factor, up to the most; half of it is chance. */
  firstRetryMs: 5_000,
  retryFactor: 3,
  longestRetryMs: 4 * 3_600_000,
  /** A board that does not answer at all is left alone for up to this long, whatever waits for it. */
  longestRestMs: 60_000,
  /** After which a notice is given up and the operator is told. */
  givenUpAfterMs: 3 * 86_400_000,
  pollMs: 500,
} as const

export type DeliveryPolicy = { readonly [Name in keyof typeof deliveryPolicy]: number }

/** How long to wait after so many attempts; `chance` is between 0 and 1. */
export function retryDelayMs(policy: DeliveryPolicy, attempts: number, chance: number): number {
  const whole = Math.min(policy.longestRetryMs, policy.firstRetryMs * policy.retryFactor ** (attempts - 1))
  return Math.round(whole * (0.5 + chance / 2))
}
