import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomStream } from '../../seed/random/random.js'
import { type Scale, scales } from '../../seed/scale.js'
import type { Benchmark, Report } from '../benchmark.js'
import { countsOf } from '../path/compare.js'
import { enoughPeopleFor } from '../path/enough-people.js'
import { openMaker, runOnce } from '../path/path.js'
import { copyCredits, notDurable } from '../path/raw-insert.js'
import { sendFile } from '../path/send-file.js'
import { writeLearnerFile } from '../path/write-file.js'
import { type BenchPlatform, withPlatform } from '../platform.js'
import { residentPeakMb } from '../process-memory.js'
import { printNumber } from '../report.js'

interface Options extends Record<string, number> {
  rows: number
  /** Physicians on file, at least. */
  population: number
  /** Completions in the ledger before. */
  completions: number
}

/** One large spreadsheet of credit, and the same rows once more. */
export const intake: Benchmark<Options> = {
  summary:
    'One large spreadsheet of credit beside a raw insert of its rows, then the same file and the same rows again.',
  options: { rows: 100_000, population: scales.s.physicians, completions: scales.s.completions },
  run: (options, say) =>
    withPlatform(say, (platform) => measure(platform, options, say), [copyCredits], scaleFor(options)),
}

const scaleFor = ({ rows, population, completions }: Options): Scale => {
  const enough = enoughPeopleFor(rows)
  return { ...enough, physicians: Math.max(population, enough.physicians), completions }
}

async function measure(platform: BenchPlatform, { rows }: Options, say: (line: string) => void): Promise<Report> {
  const { folder, databases, signal } = platform
  const maker = await openMaker(platform)
  const ada = await platform.as('ada')
  const made = maker.rows(rows, randomStream(1, 'bench intake')(0))
  const run = await runOnce(platform, ada, made)
  const peakRssMb = await residentPeakMb(await platform.pidOf('worker'))
  say(`${printNumber(rows)} rows in ${printNumber(run.seconds)} s, raw insert ${printNumber(run.rawSeconds)} s`)

  const file = join(folder, 'learners.xlsx')
  const sameFile = await ada.send(await readFile(file))
  await writeLearnerFile(
    file,
    made.map(({ cells }) => cells),
  )
  const again = await sendFile(ada, await readFile(file), rows, signal)
  const expected = countsOf(made)
  return {
    figures: [
      { name: 'rows', value: rows, comparedWith: 'in one file' },
      { name: 'secondsToOutcomes', value: run.seconds, comparedWith: `raw insert: ${printNumber(run.rawSeconds)}` },
      {
        name: 'rowsPerSecond',
        value: rows / run.seconds,
        comparedWith: `raw insert: ${printNumber(rows / run.rawSeconds)}`,
      },
      {
        name: 'peakRssMb',
        value: peakRssMb,
        comparedWith: 'the worker process, from its start to the end of the file',
      },
      {
        name: 'ratioToRawInsert',
        value: run.seconds / run.rawSeconds,
        comparedWith: 'secondsToOutcomes over the raw insert',
      },
      {
        name: 'replaySeconds',
        value: sameFile.seconds,
        comparedWith: 'the same file again, which is known by its bytes',
      },
      {
        name: 'replayNewRows',
        value: again.counts.accepted,
        comparedWith: 'rows that the same file or the same rows add',
      },
      {
        name: 'resavedSeconds',
        value: again.seconds,
        comparedWith: 'the same rows saved anew, each judged again and found a duplicate',
      },
    ],
    problems: [
      ...(await notDurable(databases.credits)),
      ...run.problems,
      ...(sameFile.state === 'REFUSED' ? [] : [`The same file again ended as ${sameFile.state}.`]),
      ...(again.counts.duplicate === expected.accepted + expected.duplicate
        ? []
        : [`${again.counts.duplicate} rows of the replay were duplicates.`]),
    ],
  }
}
