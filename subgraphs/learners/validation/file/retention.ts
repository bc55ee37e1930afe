/** How long the answers about a validation file can be read. */
export const validationDays = 30

const dayMs = 24 * 3_600_000

/** Until when a file that was finished at an instant is kept. */
export const keptUntil = (finishedAt: Date): Date => new Date(finishedAt.getTime() + validationDays * dayMs)
