import type { Figure } from '../../benchmark.js'
import { printNumber } from '../../report.js'
import type { Measured } from '../measure.js'
import { total } from './crosstab.js'
import { ratesOf } from './rates.js'

/** What the measurement came to, each figure beside its goal and, where it makes sense, beside the naive rule. */
export function figuresOf({ board, timings, bulk, people, readySeconds, indexMb, residentMb }: Measured): Figure[] {
  const [rates, bold, asked, naive] = [
    ratesOf(board.tables.default),
    ratesOf(board.tables.bold),
    ratesOf(board.tables.asked),
    ratesOf(board.tables.naive),
  ]
  const severalRows = printNumber(total(board.tables.default.of('several')))
  const figure = (name: string, value: number, comparedWith: string, decimals = 6) => ({
    name,
    value,
    decimals,
    comparedWith,
  })
  const share = (value: number) => printNumber(value)
  return [
    figure('population', people, ''),
    figure('rows', board.rows, 'all runs together'),
    figure('precision', rates.precision, `naive rule ${share(naive.precision)}`),
    figure('recall', rates.recall, `goal 0.97, naive rule ${share(naive.recall)}`),
    figure('f1', rates.f1, `naive rule ${share(naive.f1)}`),
    figure(
      'wrongPersonPerMillion',
      rates.wrongPersonPerMillion,
      `goal 3, naive rule ${share(naive.wrongPersonPerMillion)}`,
    ),
    figure(
      'wrongOnFilePerMillion',
      rates.wrongOnFilePerMillion,
      `goal 1, naive rule ${share(naive.wrongOnFilePerMillion)}`,
    ),
    figure(
      'wrongNotOnFilePerMillion',
      rates.wrongNotOnFilePerMillion,
      `naive rule ${share(naive.wrongNotOnFilePerMillion)}`,
    ),
    figure('harmlessRecall', rates.harmlessRecall, `naive rule ${share(naive.harmlessRecall)}`),
    figure('boldRecall', bold.recall, 'goal 0.98'),
    figure('boldWrongPersonPerMillion', bold.wrongPersonPerMillion, 'goal 10'),
    figure('recallWithIdentifier', rates.recallWithIdentifier, 'goal 0.995'),
    figure('wrongWithIdentifierPerMillion', rates.wrongWithIdentifierPerMillion, 'goal 1'),
    figure('recallWithoutIdentifier', rates.recallWithoutIdentifier, 'goal 0.92'),
    figure('wrongWithoutIdentifierPerMillion', rates.wrongWithoutIdentifierPerMillion, 'goal 10'),
    figure('ambiguousShare', board.rows === 0 ? 0 : board.ambiguous / board.rows, ''),
    figure('severalListed', rates.severalListed, `goal 0.98, of ${severalRows} rows`),
    figure('severalDecided', rates.severalDecided, 'decided by machine all the same'),
    figure('nearRightPersonFirst', rates.nearRightPersonFirst, 'goal 0.99'),
    figure('nearNamedRight', rates.nearNamedRight, 'goal 0.95'),
    figure('recallAfterQuestion', asked.recall, `before: ${share(rates.recall)}`),
    figure('recallGapAfterQuestion', asked.recallGap, `goal 0.01, before: ${share(rates.recallGap)}`),
    figure('lookupP50Ms', timings.within(0.5), 'one lookup in the engine'),
    figure('lookupP99Ms', timings.within(0.99), 'goal 2'),
    figure('lookupP99BusyMs', timings.busyWithin(0.99), 'the processor’s time of it'),
    figure('rowsPerSecond', bulk.rowsPerSecond, 'goal 50,000, all threads', 0),
    figure('rowsPerBusySecond', bulk.rowsPerBusySecond, 'one thread, a second of the processor’s time', 0),
    figure('indexMb', indexMb, 'goal 500', 1),
    figure('residentMb', residentMb, 'this process, with the makings of the data', 1),
    figure('readySeconds', readySeconds, 'goal 30'),
  ]
}
