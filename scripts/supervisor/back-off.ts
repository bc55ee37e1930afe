/** How often something may end before it is given up, and how long to wait before it is started again. */
export interface BackOffLimits {
  windowMs: number
  attempts: number
  firstDelayMs: number
  longestDelayMs: number
}

export const BACK_OFF: BackOffLimits = { windowMs: 120_000, attempts: 6, firstDelayMs: 250, longestDelayMs: 8_000 }

/** The wait before the next attempt, or null when there were too many; `endings` are the instants of all endings. */
export function nextDelay(endings: readonly number[], now: number, limits = BACK_OFF): number | null {
  const recent = endings.filter((at) => now - at < limits.windowMs).length
  if (recent > limits.attempts) return null
  return Math.min(limits.firstDelayMs * 2 ** Math.max(recent - 1, 0), limits.longestDelayMs)
}
