import type { Figure } from '../benchmark.js'
import { printNumber } from '../report.js'

/** One search, asked of the subgraph and by hand. */
export interface Measured {
  ms: number
  byHandMs: number
}

/** What the searches come down to. */
export function figuresOf(activities: number, measured: readonly Measured[]): Figure[] {
  const ours = measured.map(({ ms }) => ms)
  const theirs = measured.map(({ byHandMs }) => byHandMs)
  const [p50Ms, p95Ms, byHandP50Ms, byHandP95Ms] = [at(ours, 0.5), at(ours, 0.95), at(theirs, 0.5), at(theirs, 0.95)]
  return [
    { name: 'activities', value: activities, comparedWith: 'all of them active, displayed and not over' },
    { name: 'queries', value: measured.length, comparedWith: 'different searches, each once' },
    { name: 'p50Ms', value: p50Ms, comparedWith: `SQL by hand: ${printNumber(byHandP50Ms)}` },
    { name: 'p95Ms', value: p95Ms, comparedWith: `SQL by hand: ${printNumber(byHandP95Ms)}` },
    { name: 'slowestMs', value: at(ours, 1), comparedWith: `SQL by hand: ${printNumber(at(theirs, 1))}` },
    { name: 'ratioToHandWrittenSql', value: sum(ours) / sum(theirs), comparedWith: 'all searches over all statements' },
  ]
}

/** The value that this share of all values does not exceed. */
export function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
