/** What following batches may take; all limits of it stand here. */
export interface FollowLimits {
  /** How often the batches that somebody follows are looked at, all by one statement. */
  lookMs: number
  /** Samples over which a rate is told. */
  samples: number
  /** How often a line that has nothing to tell says that it is there. */
  heartbeatMs: number
  /** How long a line stays open: whoever follows on asks again, and is asked again who it is. */
  openMs: number
  /** Lines that one process holds open. */
  lines: number
  /** When a listener should ask again. */
  retryMs: number
}

/** The limits that apply unless a caller tightens them. */
export const followLimits: Readonly<FollowLimits> = {
  lookMs: 500,
  samples: 12,
  heartbeatMs: 15_000,
  openMs: 10 * 60_000,
  lines: 1_000,
  retryMs: 2_000,
}
