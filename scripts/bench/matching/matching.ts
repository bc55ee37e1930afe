import { resolve } from 'node:path'
import { Deciding } from '../../../subgraphs/learners/matching/threads/deciding.js'
import type { Benchmark, Figure, Report } from '../benchmark.js'
import { printNumber } from '../report.js'
import { openFolder } from './data/folder.js'
import { generate } from './data/generated.js'
import { readDataset } from './duplicates/datasets.js'
import { readLearners } from './duplicates/learners.js'
import { duplicateFigures, measurePairs } from './duplicates/pair-figures.js'
import { AnswerFiles } from './folder/answer-files.js'
import { type Measured, measure, nothingMeasured } from './measure.js'
import { readNameTables } from './names/name-tables.js'
import { findMix, type MatchingOptions, usualOptions } from './options.js'
import { figuresOf } from './score/figures.js'
import { printTables } from './score/tables.js'

type Say = (line: string) => void

/** The benchmark, with whoever decides on many rows at once. */
export const matchingBy = (newDeciding: () => Deciding): Benchmark<MatchingOptions> => ({
  summary: 'Rows of providers against a population of physicians: who is meant, how surely, how fast.',
  options: usualOptions,
  run: async (options, say) => {
    if (options.dataset) return measureDataset(options.dataset, say)
    const files = await AnswerFiles.open(options.answers, options.wrong)
    const deciding = newDeciding()
    const measured = nothingMeasured(deciding)
    const ofLearners = options.dir
      ? await measureFolder(options.dir, measured, files, say)
      : await measureGenerated(options, measured, files, say)
    await Promise.all([files.end(), deciding.stop()])
    if (measured.board.isLabelled) say(`\n${printTables(measured.board)}`)
    return { figures: [...figuresOf(measured), ...ofLearners], problems: [] }
  },
})

/** Who is meant by a row, by the engine that the platform uses: on made-up people, a folder, or a public data set. */
export const matching = matchingBy(() => new Deciding())

async function measureDataset(name: string, say: Say): Promise<Report> {
  const records = await readDataset(name)
  say(`${printNumber(records.length)} records of ${name}, every two of them as a pair`)
  return { figures: await measurePairs(records), problems: [] }
}

/** The figures of the learner accounts of the folder, where it has any; those of its rows are in `measured`. */
async function measureFolder(dir: string, measured: Measured, files: AnswerFiles, say: Say): Promise<Figure[]> {
  const data = await openFolder(resolve(dir))
  say(`Rows of ${data.words}`)
  const engine = await measure(data, 0, measured, files, say)
  const learners = await readLearners(dir)
  return learners ? duplicateFigures(engine, learners) : []
}

async function measureGenerated(
  options: MatchingOptions,
  measured: Measured,
  files: AnswerFiles,
  say: Say,
): Promise<Figure[]> {
  const { population, rows, seed, seeds } = options
  const mix = findMix(options.mix)
  const tables = await readNameTables()
  say(`People made with ${tables.source}; mix ${options.mix}`)
  for (let nth = 0; nth < seeds; nth += 1) {
    const data = generate({ population, rows, seed: seed + nth, mix }, tables)
    await measure(data, population, measured, files, say)
  }
  return []
}
