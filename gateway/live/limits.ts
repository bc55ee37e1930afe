/** What following may take; all limits of it stand here. */
export const liveLimits = {
  /** How often a subgraph is asked what has happened, once for all who follow and not at all while nobody does. */
  pollMs: 250,
  /** Streams that one account holds at once, and that one process holds in all. */
  perAccount: 10,
  streams: 2_000,
  /** Events that wait for one stream; one that falls further behind reads them again at its own pace. */
  waiting: 500,
  /** How long a reader may take nothing before it is cut. */
  standstillMs: 30_000,
  /** How often a stream that has nothing to tell says that it is there, and whoever reads it is asked who it is. */
  heartbeatMs: 12_000,
  /** When a listener that was cut should come back. */
  retryMs: 1_000,
  /** How long after an event a listener can come back behind it; events are kept for an hour longer. */
  returnMs: 23 * 3_600_000,
} as const

export type LiveLimits = { readonly [Limit in keyof typeof liveLimits]: number }
