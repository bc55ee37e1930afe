import type { Engine } from '../../../../subgraphs/learners/matching/engine/engine.js'
import type { Figure } from '../../benchmark.js'
import { printNumber } from '../../report.js'
import { residentMemory } from '../engine/memory.js'
import { Timings } from '../engine/timings.js'
import type { LabelledRecord } from './labelled-record.js'
import { scorePairs } from './pair-score.js'
import { proposePairs } from './pairs.js'
import { PhysiciansMeant } from './physicians-meant.js'
import { RecordFile } from './record-file.js'

/**
 * Proposals among the learner accounts of a folder, beside its other figures: with the physicians of the folder, whom the
 * accounts are about, and from the accounts alone.
 */
export async function duplicateFigures(engine: Engine, records: readonly LabelledRecord[]): Promise<Figure[]> {
  const file = await RecordFile.load(records)
  const withPhysicians = proposePairs(file, new Timings(), new PhysiciansMeant(engine, records))
  const { truePairs, proposed, precision, recall, f1 } = scorePairs(records, withPhysicians)
  const alone = scorePairs(records, proposePairs(file, new Timings()))
  return [
    { name: 'duplicatePairs', value: truePairs, comparedWith: `${printNumber(proposed)} proposed` },
    { name: 'duplicatePrecision', value: precision, decimals: 6, comparedWith: '' },
    { name: 'duplicateRecall', value: recall, decimals: 6, comparedWith: '' },
    { name: 'duplicateF1', value: f1, decimals: 6, comparedWith: 'goal 0.96' },
    { name: 'duplicateF1Alone', value: alone.f1, decimals: 6, comparedWith: 'without the file of physicians' },
  ]
}

/**
 * The figures of a data set in which every two records are a question: is it the same person? `rows` are the records, each
 * looked up once, and a wrong person is a pair of two people.
 */
export async function measurePairs(records: readonly LabelledRecord[]): Promise<Figure[]> {
  const timings = new Timings()
  const started = performance.now()
  const file = await RecordFile.load(records)
  const loaded = performance.now()
  const pairs = proposePairs(file, timings)
  const seconds = (performance.now() - loaded) / 1000
  const { truePairs, proposed, wrong, precision, recall, f1 } = scorePairs(records, pairs)
  const figure = (name: string, value: number, comparedWith = '') => ({ name, value, decimals: 6, comparedWith })
  return [
    figure('population', records.length),
    figure('rows', records.length),
    figure('precision', precision, `${printNumber(wrong)} of ${printNumber(proposed)} pairs wrong`),
    figure('recall', recall, `of ${printNumber(truePairs)} pairs`),
    figure('f1', f1, 'goal 0.998 for febrl3'),
    figure('wrongPersonPerMillion', proposed === 0 ? 0 : (wrong / proposed) * 1_000_000, 'wrong pairs'),
    figure('ambiguousShare', 0, 'a pair is proposed or not'),
    figure('lookupP50Ms', timings.within(0.5)),
    figure('lookupP99Ms', timings.within(0.99)),
    figure('rowsPerSecond', records.length / seconds),
    figure('residentMb', residentMemory()),
    figure('readySeconds', (loaded - started) / 1000),
  ]
}
