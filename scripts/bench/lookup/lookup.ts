import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ApiClient } from '../api-client.js'
import type { Benchmark, Report } from '../benchmark.js'
import type { Population } from '../matching/population/population.js'
import type { MadeRow } from '../matching/rows/row-maker.js'
import { type BenchPlatform, withPlatform } from '../platform.js'
import { quantile } from '../quantile.js'
import { populationOf, rowsAbout } from '../validation/made-rows.js'
import { putOnFile } from '../validation/physicians.js'
import { sendValidationFile } from '../validation/send-validation-file.js'
import { writeValidationFile } from '../validation/write-validation-file.js'

interface Options extends Record<string, number> {
  /** Rows of the file that is validated meanwhile. */
  rows: number
  /** Physicians on file. */
  population: number
  seed: number
}

const pauseMs = 10
const quietLookups = 500
const maxLookups = 20_000

/** One learner at a time through the gateway, with and without a batch beside. */
export const lookup: Benchmark<Options> = {
  summary: 'Validating one learner through the gateway, while a file is validated and while nothing else happens.',
  options: { rows: 100_000, population: 1_100_000, seed: 1 },
  run(options, say) {
    const population = populationOf(options)
    return withPlatform(say, (platform) => measure(platform, population, options), [putOnFile(population)])
  },
}

async function measure(
  { folder, signal, as }: BenchPlatform,
  population: Population,
  { rows, seed }: Options,
): Promise<Report> {
  const file = join(folder, 'learners.csv')
  const rowsFrom = rowsAbout(population, seed)
  const bytesOf = async (count: number) => {
    await writeValidationFile(file, 'csv', rowsFrom(count))
    return readFile(file)
  }
  const [one, all] = [await bytesOf(1), await bytesOf(rows)]
  const asked = [...rowsFrom(maxLookups, rows)].flatMap(identificationOf)
  const ada = await as('ada')
  // The worker has loaded its index once it answers a file of one row.
  await sendValidationFile(ada, one, signal)

  const state = { isDone: false }
  const batch = sendValidationFile(ada, all, signal).finally(() => {
    state.isDone = true
  })
  const [busy, { seconds, totalRows }] = await Promise.all([askEach(ada, asked, () => !state.isDone, signal), batch])
  const quiet = await askEach(ada, asked.slice(-quietLookups), () => true, signal)
  return {
    figures: [
      { name: 'population', value: population.size, comparedWith: 'physicians on file' },
      { name: 'batchRows', value: totalRows, comparedWith: `validated meanwhile, in ${seconds.toFixed(1)} s` },
      { name: 'lookups', value: busy.length, comparedWith: 'one after the other, while the batch ran' },
      { name: 'lookupP50Ms', value: quantile(busy, 0.5), comparedWith: `without a batch: ${shown(quiet, 0.5)}` },
      {
        name: 'lookupP99Ms',
        value: quantile(busy, 0.99),
        comparedWith: `without a batch: ${shown(quiet, 0.99)}; the goal is 30`,
      },
    ],
    problems: busy.length < 100 ? [`Only ${busy.length} lookups fell into the batch: take more rows.`] : [],
  }
}

const shown = (values: readonly number[], share: number) => quantile(values, share).toFixed(2)

/** Asks about one after the other; answers how many milliseconds each took. */
async function askEach(
  client: ApiClient,
  asked: readonly object[],
  goesOn: () => boolean,
  signal: AbortSignal,
): Promise<number[]> {
  const times: number[] = []
  for (const learner of asked) {
    if (!goesOn()) break
    const started = performance.now()
    await client.ask(
      `query ($learner: LearnerIdentificationInput!) { validateLearner(learner: $learner) {
        isValid license { decision issues { code message } } } }`,
      { learner },
    )
    times.push(performance.now() - started)
    await sleep(pauseMs, undefined, { signal })
  }
  return times
}

/** A row as a form would send it; nothing for one that a form would not let through. */
function identificationOf({ cells }: MadeRow): object[] {
  const [birthMonth, birthDay] = [Number(cells.birth_month), Number(cells.birth_day)]
  if (!cells.first || !cells.last || !cells.state || !(birthMonth > 0 && birthMonth < 13) || !(birthDay > 0)) return []
  return [
    {
      givenName: cells.first,
      familyName: cells.last,
      middleName: cells.middle || null,
      suffix: cells.suffix || null,
      birthMonth,
      birthDay,
      licensingState: cells.state,
      licenseOrNpi: cells.license || cells.npi || null,
    },
  ]
}
