/** What the gateway allows a subgraph; all limits of the way there stand here. */
export const sourceLimits = {
  /** Connections to one subgraph. */
  connections: 32,
  /** Until a connection is made. */
  connectMs: 10_000,
  /** Until an answer begins, and between two pieces of it. */
  timeoutMs: 30_000,
  /** How long a connection is kept over which nothing goes; subgraphs keep theirs longer. */
  idleMs: 30_000,
  /** How often connections are looked at for which one of these times may be over. */
  connectionsEveryMs: 500,
  /** Bytes of one answer. */
  answerBytes: 32 * 1024 * 1024,
  /** How often a query is sent whose connection broke before its answer was there. */
  attempts: 2,
  /** After so many failures in a row a subgraph is left alone for a while; then one request tries whether it is back. */
  failures: 20,
  restMs: 1_000,
  /** How long after it was sent a query of the same viewer may share its answer, and how long its text may be. */
  shareForMs: 50,
  sharedLength: 16 * 1024,
  /** How often fetches are looked at for which somebody may have waited too long, and how much later a subgraph may say so. */
  lookEveryMs: 50,
  graceMs: 200,
} as const

export type SourceLimits = { readonly [Limit in keyof typeof sourceLimits]: number }
