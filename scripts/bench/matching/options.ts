import { SetupProblem } from '../../../subgraphs/shared/postgres/setup-problem.js'
import { type Mix, type MixName, mixes } from './rows/mixes.js'

/** What the command line says. */
export type MatchingOptions = {
  /** Physicians on file. */
  population: number
  /** Rows about them, for each seed. */
  rows: number
  seed: number
  /** How many seeds are pooled, from `seed` on. */
  seeds: number
  mix: string
  /** A labelled public data set instead of made-up people. */
  dataset: string
  /** A folder with population.csv, rows.csv and perhaps truth.csv instead of made-up people. */
  dir: string
  /** Where the answer to each row goes. */
  answers: string
  /** Where the wrong persons go, with all that is known about them. */
  wrong: string
}

export const usualOptions: MatchingOptions = {
  population: 50_000,
  rows: 30_000,
  seed: 1,
  seeds: 1,
  mix: 'typical',
  dataset: '',
  dir: '',
  answers: '',
  wrong: '',
}

/** The mix of a name. Throws a SetupProblem that lists them where there is none. */
export function findMix(name: string): Mix {
  if (Object.hasOwn(mixes, name)) return mixes[name as MixName]
  throw new SetupProblem(`--mix takes one of ${Object.keys(mixes).join(', ')}, not "${name}".`)
}
