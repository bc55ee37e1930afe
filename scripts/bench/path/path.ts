import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { centralDay } from '../../../subgraphs/reference/central-day.js'
import { adaProviderId } from '../../seed/provider/demo-providers.js'
import { randomStream } from '../../seed/random/random.js'
import type { ApiClient } from '../api-client.js'
import type { Benchmark, Report } from '../benchmark.js'
import { type BenchPlatform, withPlatform } from '../platform.js'
import { residentPeakMb } from '../process-memory.js'
import { printNumber } from '../report.js'
import { compareCounts, compareOutcomes, countsOf } from './compare.js'
import { figuresOf, type Run } from './figures.js'
import { readOffers, readTakenPairs } from './offers.js'
import { readPeople } from './people.js'
import { copyCredits, insertRaw, notDurable } from './raw-insert.js'
import { type MadeRow, RowMaker } from './row-maker.js'
import { readRows, sendFile } from './send-file.js'
import { writeLearnerFile } from './write-file.js'

interface Options extends Record<string, number> {
  /** Rows of one file. */
  rows: number
  /** Files, each followed by the raw insert of its rows. */
  runs: number
}

/** The main path: a spreadsheet of credit from received to all outcomes readable. */
export const path: Benchmark<Options> = {
  summary: 'A spreadsheet of credit, from its last byte sent until every outcome can be read.',
  options: { rows: 10_000, runs: 3 },
  run: (options, say) => withPlatform(say, (platform) => measure(platform, options, say), [copyCredits]),
}

async function measure(platform: BenchPlatform, options: Options, say: (line: string) => void): Promise<Report> {
  const maker = await openMaker(platform)
  const ada = await platform.as('ada')
  const random = randomStream(1, 'bench path')
  const problems = await notDurable(platform.databases.credits)
  const runs: Run[] = []
  for (let place = 0; place < options.runs; place += 1) {
    const run = await runOnce(platform, ada, maker.rows(options.rows, random(place)))
    say(
      `Run ${place + 1} of ${options.runs}: ${printNumber(run.seconds)} s, raw insert ${printNumber(run.rawSeconds)} s`,
    )
    problems.push(...run.problems)
    runs.push(run)
  }
  const peakRssMb = await residentPeakMb(await platform.pidOf('worker'))
  return { figures: figuresOf(options.rows, runs, peakRssMb), problems }
}

/** Makes rows about the people and activities of a seeded platform. */
export async function openMaker({ databases }: BenchPlatform): Promise<RowMaker> {
  const people = await readPeople(databases.learners)
  const offers = await readOffers(databases.providers, adaProviderId, centralDay(new Date()))
  return new RowMaker(people, offers, await readTakenPairs(databases.credits, adaProviderId))
}

/** Sends rows as a file, writes the same rows by the raw insert, and compares what became of each. */
export async function runOnce(
  { folder, databases, signal }: BenchPlatform,
  ada: ApiClient,
  rows: MadeRow[],
): Promise<Run> {
  const file = join(folder, 'learners.xlsx')
  await writeLearnerFile(
    file,
    rows.map(({ cells }) => cells),
  )
  const { batchId, seconds, counts } = await sendFile(ada, await readFile(file), rows.length, signal)
  const rawSeconds = await insertRaw(databases.credits, batchId, folder)
  const read = await readRows(ada, batchId, signal)
  const made = countsOf(rows)
  return {
    seconds,
    rawSeconds,
    counts,
    made,
    problems: [...compareCounts(made, counts), ...compareOutcomes(rows, read)],
  }
}
