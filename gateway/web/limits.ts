/** What the web side of the gateway allows; what every server allows is in `shared/http/limits`. */
export const webLimits = {
  /** Files that one caller sends and fetches at once. */
  transfersPerCaller: 10,
  /** Batches that one caller follows at once. */
  linesPerCaller: 8,
  /** How long a file may stand still on its way. */
  transferStandstillMs: 60_000,
  /** Until a request that carries no file has arrived. */
  slowRequestMs: 30_000,
  /** Bytes of a form. */
  formBytes: 4 * 1024,
  /** Bytes of a small JSON object that a page of ours sends. */
  membersBytes: 16 * 1024,
} as const
