/** How fast a batch is, and how long the rest of it takes; null while that is not known. */
export interface Pace {
  rowsPerSecond: number | null
  secondsLeft: number | null
}

/** How many rows were through at an instant. */
export interface Sample {
  atMs: number
  appliedRows: number
}

const samples = 12

/** The samples with one more; only the last ones count. */
export const withSample = (earlier: readonly Sample[], sample: Sample): Sample[] => [...earlier, sample].slice(-samples)

/** The pace over samples, which are in order of time, towards so many rows. */
export function paceOf(taken: readonly Sample[], totalRows: number | null | undefined): Pace {
  const [first, last] = [taken[0], taken.at(-1)]
  const ms = first && last ? last.atMs - first.atMs : 0
  const rate = first && last && ms > 0 ? ((last.appliedRows - first.appliedRows) / ms) * 1_000 : 0
  if (!last || rate <= 0) return { rowsPerSecond: null, secondsLeft: null }
  const left = totalRows == null ? null : Math.ceil((totalRows - last.appliedRows) / rate)
  return { rowsPerSecond: Math.max(1, Math.round(rate)), secondsLeft: left }
}
