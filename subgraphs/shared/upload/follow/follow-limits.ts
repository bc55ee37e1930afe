/** What following batches may take; all limits of it stand here. */
export const followLimits = {
  /** How often the batches that somebody follows are looked at, all by one statement. */
  lookMs: 500,
  /** Samples over which a rate is told. */
  samples: 12,
  /** How often a line that has nothing to tell says that it is there. */
  heartbeatMs: 15_000,
  /** How long a line stays open: whoever follows on asks again, and is asked again who it is. */
  openMs: 10 * 60_000,
  /** Lines that one process holds open. */
  lines: 1_000,
  /** When a listener should ask again. */
  retryMs: 2_000,
} as const
