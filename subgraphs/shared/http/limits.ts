/** What every server of the platform allows a connection; all limits of HTTP stand here. */
export const httpLimits = {
  /** Open connections at once; further ones are closed. */
  connections: 2_000,
  /** Headers of a request, and bytes of all of them. */
  headers: 64,
  headerBytes: 8 * 1024,
  /** Until all headers are there; then until the whole request is, which takes a file longest. */
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 15 * 60_000,
  /** How long the rest of a request is read after its answer: in all, and while nothing of it comes. */
  leftoversMs: 60_000,
  leftoversStandstillMs: 5_000,
  /** How long a subgraph works on one operation; whoever asks waits no longer. */
  operationMs: 30_000,
  keepAliveTimeoutMs: 65_000,
  /** When whoever was turned away may try again. */
  retryAfterSeconds: 1,
  checkEveryMs: 5_000,
  /** Bytes of an uploaded file (B08). */
  fileBytes: 256 * 1024 * 1024,
} as const

export type HttpLimits = { readonly [Limit in keyof typeof httpLimits]: number }
