import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SetupProblem } from '../../../subgraphs/shared/postgres/setup-problem.js'
import type { Benchmark, Report } from '../benchmark.js'
import type { Population } from '../matching/population/population.js'
import { notDurable } from '../path/raw-insert.js'
import { type BenchPlatform, withPlatform } from '../platform.js'
import { residentPeakMb } from '../process-memory.js'
import { printNumber } from '../report.js'
import { figuresOf, type Run } from './figures.js'
import { populationOf, rowsAbout } from './made-rows.js'
import { putOnFile } from './physicians.js'
import { insertRaw } from './raw-insert.js'
import { sendValidationFile } from './send-validation-file.js'
import { type Format, formats, writeValidationFile } from './write-validation-file.js'

interface Options extends Record<string, number | string> {
  /** Rows of one file. */
  rows: number
  /** Physicians on file. */
  population: number
  seed: number
  /** Files, each followed by the raw insert of its answers. */
  runs: number
  format: string
}

/** Validation by file: from received to all answers readable. */
export const validation: Benchmark<Options> = {
  summary: 'A validation file (csv or xlsx), from its last byte sent until every answer can be read.',
  options: { rows: 100_000, population: 20_000, seed: 1, runs: 1, format: 'csv' },
  async run(options, say) {
    const format = formats.find((known) => known === options.format)
    if (!format) throw new SetupProblem(`--format is one of ${formats.join(', ')}.`)
    const population = populationOf(options)
    return withPlatform(say, (platform) => measure(platform, population, { ...options, format }, say), [
      putOnFile(population),
    ])
  },
}

async function measure(
  platform: BenchPlatform,
  population: Population,
  { rows, runs, seed, format }: Options & { format: Format },
  say: (line: string) => void,
): Promise<Report> {
  const { databases, folder, signal } = platform
  const file = join(folder, `learners.${format}`)
  const rowsFrom = rowsAbout(population, seed)
  await writeValidationFile(file, format, rowsFrom(rows))
  const bytes = await readFile(file)
  const ada = await platform.as('ada')
  // The worker has loaded its index once it answers a file of one row.
  await writeValidationFile(file, format, rowsFrom(1))
  await sendValidationFile(ada, await readFile(file), signal)
  const done: Run[] = []
  for (let place = 0; place < runs; place += 1) {
    const sent = await sendValidationFile(ada, bytes, signal)
    const rawSeconds = await insertRaw(databases.learners, sent.batchId, folder)
    say(`Run ${place + 1} of ${runs}: ${printNumber(sent.seconds)} s, raw insert ${printNumber(rawSeconds)} s`)
    done.push({ ...sent, rawSeconds })
  }
  const problems = await notDurable(databases.learners)
  for (const { totalRows, counts } of done) {
    if (totalRows !== rows || counts.valid + counts.problems !== rows) {
      problems.push(`${rows} rows were sent, ${totalRows} read, and ${counts.valid + counts.problems} answered.`)
    }
  }
  return {
    figures: figuresOf(rows, population.size, done, await residentPeakMb(await platform.pidOf('learners-worker'))),
    problems,
  }
}
