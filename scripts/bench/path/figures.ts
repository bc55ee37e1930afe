import type { Figure } from '../benchmark.js'
import { median } from '../median.js'
import { printNumber } from '../report.js'
import type { Counts } from './compare.js'

/** One file through the platform, and its rows by the raw insert right after. */
export interface Run {
  seconds: number
  rawSeconds: number
  counts: Counts
  made: Counts
  problems: string[]
}

/** What the runs come down to; every run has rows of the same kinds. */
export function figuresOf(rows: number, runs: readonly Run[], peakRssMb: number): Figure[] {
  const pathSeconds = runs.map(({ seconds }) => seconds)
  const rawSeconds = runs.map((run) => run.rawSeconds)
  const [seconds, rawInsertSeconds] = [median(pathSeconds), median(rawSeconds)]
  return [
    { name: 'rows', value: rows, comparedWith: `in each of ${runs.length} files` },
    { name: 'seconds', value: seconds, comparedWith: `median of ${listed(pathSeconds)}` },
    {
      name: 'rowsPerSecond',
      value: rows / seconds,
      comparedWith: `raw insert: ${printNumber(rows / rawInsertSeconds)}`,
    },
    { name: 'peakRssMb', value: peakRssMb, comparedWith: 'the worker process, from its start to the last file' },
    { name: 'rawInsertSeconds', value: rawInsertSeconds, comparedWith: `median of ${listed(rawSeconds)}` },
    { name: 'ratioToRawInsert', value: seconds / rawInsertSeconds, comparedWith: 'seconds over rawInsertSeconds' },
    ...runs.slice(-1).flatMap(({ counts, made }) =>
      (['accepted', 'rejected', 'duplicate'] as const).map((name) => ({
        name,
        value: counts[name],
        comparedWith: `made so: ${printNumber(made[name])}`,
      })),
    ),
  ]
}

const listed = (values: readonly number[]) => values.map(printNumber).join(', ')
