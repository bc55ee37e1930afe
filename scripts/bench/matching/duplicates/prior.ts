const rounds = 30

/**
 * The share of records that have another one of the same person, by expectation-maximization from the odds alone: nobody
 * tells which records these are. `odds` are against “no other record”, for a share of one half.
 */
export function estimateShare(odds: readonly number[]): number {
  let share = 0.5
  for (let round = 0; round < rounds; round += 1) {
    const prior = share / (1 - share)
    const sum = odds.reduce((total, one) => total + toProbability(one * prior), 0)
    // Never sure: a share of nothing or of everything could not be corrected by any evidence.
    share = (sum + 0.5) / (odds.length + 1)
  }
  return share
}

/** Odds as a probability. */
export const toProbability = (odds: number) => (odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds))
