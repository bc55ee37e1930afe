import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ApiClient } from '../api-client.js'
import type { Benchmark, Report } from '../benchmark.js'
import { notDurable } from '../path/raw-insert.js'
import { type BenchPlatform, withPlatform } from '../platform.js'
import { residentPeakMb } from '../process-memory.js'
import { printNumber } from '../report.js'
import { figuresOf, type Run } from './figures.js'
import { madeCounts, makeActivities } from './make-activities.js'
import { copyProviders, copyRaw } from './raw-copy.js'
import { sendActivities } from './send-activities.js'
import { writeActivityFile } from './write-activity-file.js'

interface Options extends Record<string, number> {
  /** Rows of one file. */
  rows: number
  /** Files, each followed by the raw COPY of its rows. */
  runs: number
}

/** Activities by file: a workbook from received to all outcomes readable. */
export const activityFile: Benchmark<Options> = {
  summary: 'A workbook of activities, from its last byte sent until every outcome can be read.',
  options: { rows: 50_000, runs: 1 },
  run: (options, say) => withPlatform(say, (platform) => measure(platform, options, say), [copyProviders]),
}

async function measure(platform: BenchPlatform, { rows, runs }: Options, say: (line: string) => void): Promise<Report> {
  const ada = await platform.as('ada')
  const problems = await notDurable(platform.databases.providers)
  const done: Run[] = []
  for (let place = 0; place < runs; place += 1) {
    const run = await runOnce(platform, ada, rows, place)
    say(`Run ${place + 1} of ${runs}: ${printNumber(run.seconds)} s, raw COPY ${printNumber(run.rawSeconds)} s`)
    problems.push(...run.problems)
    done.push(run)
  }
  const peakRssMb = await residentPeakMb(await platform.pidOf('worker'))
  return { figures: figuresOf(rows, done, peakRssMb), problems }
}

async function runOnce(
  { folder, databases, signal }: BenchPlatform,
  ada: ApiClient,
  rows: number,
  place: number,
): Promise<Run> {
  const file = join(folder, 'activities.xlsx')
  const made = makeActivities(rows, place)
  await writeActivityFile(file, made)
  const { batchId, seconds, counts } = await sendActivities(ada, await readFile(file), signal)
  const rawSeconds = await copyRaw(databases.providers, batchId, folder)
  const expected = madeCounts(made)
  const problems = (['accepted', 'rejected', 'duplicate'] as const)
    .filter((name) => counts[name] !== expected[name])
    .map((name) => `${expected[name]} rows should be ${name} and ${counts[name]} are.`)
  return { seconds, rawSeconds, counts, made: expected, problems }
}
