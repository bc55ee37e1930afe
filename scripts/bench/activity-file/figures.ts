import type { Figure } from '../benchmark.js'
import { median } from '../median.js'
import type { Counts } from '../path/compare.js'
import { printNumber } from '../report.js'

/** One file through the platform, and its rows by the raw COPY right after. */
export interface Run {
  seconds: number
  rawSeconds: number
  counts: Counts
  made: Counts
  problems: string[]
}

/** What the runs come down to; every run has rows of the same kinds. */
export function figuresOf(rows: number, runs: readonly Run[], peakRssMb: number): Figure[] {
  const seconds = median(runs.map((run) => run.seconds))
  const rawCopySeconds = median(runs.map((run) => run.rawSeconds))
  return [
    { name: 'rows', value: rows, comparedWith: `in each of ${runs.length} files` },
    { name: 'seconds', value: seconds, comparedWith: 'last byte sent to all outcomes readable' },
    { name: 'rowsPerSecond', value: rows / seconds, comparedWith: `raw COPY: ${printNumber(rows / rawCopySeconds)}` },
    { name: 'peakRssMb', value: peakRssMb, comparedWith: 'the worker process, from its start to the last file' },
    { name: 'rawCopySeconds', value: rawCopySeconds, comparedWith: 'COPY of the same rows into the same tables' },
    { name: 'ratioToRawCopy', value: seconds / rawCopySeconds, comparedWith: 'seconds over rawCopySeconds' },
    ...runs.slice(-1).flatMap(({ counts, made }) =>
      (['accepted', 'rejected', 'duplicate'] as const).map((name) => ({
        name,
        value: counts[name],
        comparedWith: `made so: ${printNumber(made[name])}`,
      })),
    ),
  ]
}
