import type { Figure } from '../benchmark.js'
import { median } from '../median.js'
import { printNumber } from '../report.js'
import type { DoneFile } from './send-validation-file.js'

/** One file through the platform, and its answers by the raw insert right after. */
export interface Run extends DoneFile {
  rawSeconds: number
}

/** What the runs come down to; every run has the same rows. */
export function figuresOf(rows: number, population: number, runs: readonly Run[], peakRssMb: number): Figure[] {
  const secondsToAnswers = median(runs.map(({ seconds }) => seconds))
  const rawInsertSeconds = median(runs.map(({ rawSeconds }) => rawSeconds))
  const valid = runs.at(-1)?.counts.valid ?? 0
  return [
    { name: 'rows', value: rows, comparedWith: `in each of ${runs.length} files` },
    { name: 'population', value: population, comparedWith: 'physicians on file' },
    { name: 'secondsToAnswers', value: secondsToAnswers, comparedWith: 'last byte sent to all answers readable' },
    {
      name: 'rowsPerSecond',
      value: rows / secondsToAnswers,
      comparedWith: `raw insert: ${printNumber(rows / rawInsertSeconds)}`,
    },
    { name: 'peakRssMb', value: peakRssMb, comparedWith: 'the worker of learners with everybody on file' },
    { name: 'rawInsertSeconds', value: rawInsertSeconds, comparedWith: 'COPY of the same answers into the same table' },
    {
      name: 'ratioToRawInsert',
      value: secondsToAnswers / rawInsertSeconds,
      comparedWith: 'secondsToAnswers over rawInsertSeconds',
    },
    { name: 'validShare', value: valid / rows, comparedWith: 'rows with which credit would find its physician' },
  ]
}
